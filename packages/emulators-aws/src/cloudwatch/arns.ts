import type { Need, Principal } from '@cairn/emulator-kit';
import { requestTags, resourceTags } from '../messaging/needs.ts';
import type { Alarm, CloudWatchCall } from './state.ts';

/** ARNs carry `cloudwatch`, though requests are signed for `monitoring`. */
export const alarmArn = ({ region, accountId }: CloudWatchCall, name: string): string =>
  `arn:aws:cloudwatch:${region}:${accountId}:alarm:${name}`;

export const dashboardArn = ({ accountId }: CloudWatchCall, name: string): string =>
  `arn:aws:cloudwatch::${accountId}:dashboard/${name}`;

/** Permission for an action on one alarm. */
export const alarmNeed = (
  call: CloudWatchCall,
  action: string,
  name: string,
  tags: readonly { readonly Key: string | undefined; readonly Value: string | undefined }[] = [],
): Need => ({
  action: `cloudwatch:${action}`,
  resource: alarmArn(call, name),
  context: {
    ...resourceTags(call.state.alarms.get(name)?.tags ?? []),
    ...requestTags(tags.map(({ Key = '', Value }) => [Key, Value] as const)),
  },
});

export const dashboardNeed = (call: CloudWatchCall, action: string, name: string): Need => ({
  action: `cloudwatch:${action}`,
  resource: dashboardArn(call, name),
});

/** CloudWatch itself, as topics see who publishes for an alarm; functions know it by a name of its own. */
export function alarmPrincipal({ accountId }: CloudWatchCall, { arn }: Alarm, service: string): Principal {
  return { kind: 'service', arn: service, accountId, userId: service, sourceArn: arn };
}
