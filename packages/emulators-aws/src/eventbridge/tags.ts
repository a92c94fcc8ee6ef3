import { ServiceError } from '@cairn/emulator-kit';
import { parseArn } from '../messaging/arn.ts';
import { DEFAULT_BUS, type EventBus, type EventsCall, type Rule } from './state.ts';

/** The rule or bus with an ARN. Throws ResourceNotFoundException. */
export function taggedResource({ state }: EventsCall, arn: string): Rule | EventBus {
  const [kind, ...names] = parseArn(arn)?.resource.split('/') ?? [];
  const [name = '', bus = DEFAULT_BUS] = names.reverse();
  const found = kind === 'event-bus' ? state.buses.get(name) : state.buses.get(bus)?.rules.get(name);
  if (found?.arn === arn) return found;
  throw new ServiceError('ResourceNotFoundException', `The resource ${arn} does not exist.`);
}
