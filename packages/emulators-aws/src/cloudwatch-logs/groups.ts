import type { Need } from '@cairn/emulator-kit';
import { requestTags, resourceTags } from '../messaging/needs.ts';
import { groupNotFound, invalidParameter, streamNotFound } from './errors.ts';
import type { LogGroup, LogStream, LogsCall } from './state.ts';

/** Requests name a group by its name or, newer ones, by its ARN. */
export interface NamesGroup {
  readonly logGroupName?: string | undefined;
  readonly logGroupIdentifier?: string | undefined;
}

export const groupArn = ({ region, accountId }: LogsCall, name: string): string =>
  `arn:aws:logs:${region}:${accountId}:log-group:${name}`;

export const nameOfGroup = (text: string): string => /:log-group:([^:]+)/.exec(text)?.[1] ?? text;

/** Throws InvalidParameterException unless exactly one of name and identifier is given. */
export function givenName({ logGroupName: name, logGroupIdentifier: identifier }: NamesGroup): string {
  if (name !== undefined && identifier !== undefined) {
    throw invalidParameter('LogGroup name and LogGroup identifier cannot both be specified.');
  }
  const given = name ?? identifier;
  if (given === undefined) throw invalidParameter('LogGroup name or LogGroup identifier must be specified.');
  return nameOfGroup(given);
}

export function getGroup({ state }: LogsCall, name: string): LogGroup {
  const group = state.groups.get(name);
  if (!group) throw groupNotFound();
  return group;
}

export function getStream(group: LogGroup, name: string): LogStream {
  const stream = group.streams.get(name);
  if (!stream) throw streamNotFound();
  return stream;
}

/** Permission for an action on a group, and on one of its streams where the action knows streams. */
export function groupNeed(
  call: LogsCall,
  action: string,
  name: string,
  streamName?: string,
  tags: Readonly<Record<string, string>> = {},
): Need {
  const arn = groupArn(call, name);
  return {
    action: `logs:${action}`,
    resource: streamName === undefined ? `${arn}:*` : `${arn}:log-stream:${streamName}`,
    context: { ...resourceTags(call.state.groups.get(name)?.tags ?? []), ...requestTags(Object.entries(tags)) },
    ...rulesMayWrite(arn),
  };
}

/** The resource policy that the EventBridge console writes for a rule with a log group as its target; it is always there. */
function rulesMayWrite(groupArn: string): Pick<Need, 'resourcePolicy'> {
  const statement = {
    Effect: 'Allow',
    Principal: { Service: ['events.amazonaws.com', 'delivery.logs.amazonaws.com'] },
    Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    Resource: `${groupArn}:*`,
  };
  const json = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  return { resourcePolicy: { id: 'TrustEventsToStoreLogEvents', json } };
}

/** `needs` of operations that name their group. */
export const onGroup =
  (action: string) =>
  (input: NamesGroup, call: LogsCall): Need =>
    groupNeed(call, action, nameOfGroup(input.logGroupName ?? input.logGroupIdentifier ?? '*'));

/** `needs` of operations that name a group and a stream. */
export const onStream =
  (action: string) =>
  (input: NamesGroup & { readonly logStreamName: string }, call: LogsCall): Need =>
    groupNeed(call, action, nameOfGroup(input.logGroupName ?? input.logGroupIdentifier ?? '*'), input.logStreamName);
