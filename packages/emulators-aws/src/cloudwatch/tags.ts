import type { Tag } from '@aws-sdk/client-cloudwatch';
import type { Need } from '@cairn/emulator-kit';
import { requestTags, resourceTags } from '../messaging/needs.ts';
import { resourceNotFound } from './errors.ts';
import type { Alarm, CloudWatchCall } from './state.ts';

const findAlarm = ({ state }: CloudWatchCall, arn: string): Alarm | undefined =>
  [...state.alarms.values()].find((alarm) => alarm.arn === arn);

/** The alarm with an ARN. Throws ResourceNotFoundException. */
export function taggedAlarm(call: CloudWatchCall, arn: string): Alarm {
  const alarm = findAlarm(call, arn);
  if (!alarm) throw resourceNotFound(arn);
  return alarm;
}

export const tagNeed =
  (action: string) =>
  (input: { readonly ResourceARN: string; readonly Tags?: readonly Tag[] }, call: CloudWatchCall): Need => ({
    action: `cloudwatch:${action}`,
    resource: input.ResourceARN,
    context: {
      ...resourceTags(findAlarm(call, input.ResourceARN)?.tags ?? []),
      ...requestTags((input.Tags ?? []).map(({ Key = '', Value }) => [Key, Value] as const)),
    },
  });
