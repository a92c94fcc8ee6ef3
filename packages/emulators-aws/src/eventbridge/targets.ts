import type { Target } from '@aws-sdk/client-eventbridge';
import { parseArn } from '../messaging/arn.ts';
import { hasSender, needsRole } from './delivery.ts';
import { notSupported, validation } from './errors.ts';
import type { EventsCall } from './state.ts';
import { inputFault } from './transform.ts';

const UNSUPPORTED = [
  'RunCommandParameters',
  'EcsParameters',
  'BatchParameters',
  'HttpParameters',
  'RedshiftDataParameters',
  'AppSyncParameters',
] as const;

/** Throws ValidationException for a target that EventBridge, or the sandbox, cannot deliver to. */
export function checkTarget(call: EventsCall, target: Target & { readonly Id: string; readonly Arn: string }): void {
  const arn = parseArn(target.Arn);
  if (!arn) throw validation(`Parameter ${target.Arn} is not valid. Reason: Provided Arn is not in correct format.`);
  const unknown = UNSUPPORTED.find((name) => target[name] !== undefined);
  if (unknown) throw notSupported(`${unknown} of a target`);
  if (!hasSender(arn.service)) throw notSupported(`A target of the service ${arn.service}`);
  if (arn.accountId !== call.accountId || (arn.region !== call.region && arn.region !== '')) {
    throw notSupported('A target in another account or region');
  }
  if (needsRole(arn.service) && target.RoleArn === undefined) {
    throw validation(`RoleArn is required for target ${target.Arn}.`);
  }
  if (arn.service === 'sqs' && arn.resource.endsWith('.fifo') && target.SqsParameters?.MessageGroupId === undefined) {
    throw validation(`Parameter(s) SqsParameters must be specified for target: ${target.Id}.`);
  }
  const fault = inputFault(target);
  if (fault !== undefined) throw validation(`${fault} for target ${target.Id}.`);
}
