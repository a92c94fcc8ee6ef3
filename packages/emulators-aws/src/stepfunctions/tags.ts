import { notFound } from './errors.ts';
import type { StatesCall } from './state.ts';

/** The tags of the state machine that an ARN names. Throws ResourceNotFound. */
export function tagsOf(call: StatesCall, arn: string | undefined): Map<string, string> {
  const machine = [...call.state.machines.values()].find((one) => one.arn === arn);
  if (!machine) throw notFound(arn ?? '');
  return machine.tags;
}
