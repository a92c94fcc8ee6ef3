import type { Need } from '@cairn/emulator-kit';
import { executionNotFound, invalidArn, wrongType } from './errors.ts';
import type { Execution, StatesCall } from './state.ts';

const EXECUTION_ARN = /^arn:aws[a-z-]*:states:[a-z0-9-]+:\d{12}:(execution|express):[^:]+:.+$/;

/** A Standard execution. Throws InvalidArn, ExecutionDoesNotExist, StateMachineTypeNotSupported. */
export function getExecution(call: StatesCall, arn: string | undefined): Execution {
  const text = arn ?? '';
  const kind = EXECUTION_ARN.exec(text)?.[1];
  if (kind === undefined) throw invalidArn(text);
  if (kind === 'express') throw wrongType();
  const execution = call.state.executions.get(text);
  if (!execution) throw executionNotFound(text);
  return execution;
}

export const executionNeed = (action: string, arn: string | undefined): Need => ({
  action: `states:${action}`,
  resource: arn ?? '*',
});
