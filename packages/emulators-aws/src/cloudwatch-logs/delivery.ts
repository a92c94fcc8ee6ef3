import { gzipSync } from 'node:zlib';
import { type Principal, ServiceError } from '@cairn/emulator-kit';
import { parseArn } from '../messaging/arn.ts';
import { notSupported } from './errors.ts';
import { matchPattern, parsePattern } from './patterns/pattern.ts';
import type { LogEvent, LogGroup, LogStream, LogsCall, SubscriptionFilter } from './state.ts';

/** Sends new events to the destinations of the group's subscription filters, after the answer. */
export function deliver(call: LogsCall, group: LogGroup, stream: LogStream, events: readonly LogEvent[]): void {
  for (const filter of group.subscriptions.values()) {
    const pattern = parsePattern(filter.pattern);
    const wanted = events.filter(({ message }) => matchPattern(pattern, message));
    if (wanted.length === 0) continue;
    const data = packed(call, group, stream, filter, wanted);
    call.background((inside) => attempt(() => send(inside, group, filter, data)));
  }
}

/** Whether a destination takes data is known only by trying. Throws what the destination answers. */
export async function sendControlMessage(call: LogsCall, group: LogGroup, filter: SubscriptionFilter): Promise<void> {
  const text = {
    messageType: 'CONTROL_MESSAGE',
    owner: 'CloudwatchLogs',
    logGroup: '',
    logStream: '',
    subscriptionFilters: [],
    logEvents: [{ id: '', timestamp: call.now(), message: 'CWL CONTROL MESSAGE: Checking health of destination.' }],
  };
  await send(call, group, filter, gzipSync(JSON.stringify(text)));
}

function packed(
  call: LogsCall,
  { name: logGroup }: LogGroup,
  { name: logStream }: LogStream,
  filter: SubscriptionFilter,
  events: readonly LogEvent[],
): Uint8Array {
  const logEvents = events.map(({ id, at, message }) => ({ id, timestamp: at, message }));
  const text = {
    messageType: 'DATA_MESSAGE',
    owner: call.accountId,
    logGroup,
    logStream,
    subscriptionFilters: [filter.name],
    logEvents,
  };
  return gzipSync(JSON.stringify(text));
}

async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error; // a refusal: the cloud drops such data too
  }
}

async function send(call: LogsCall, group: LogGroup, filter: SubscriptionFilter, data: Uint8Array): Promise<void> {
  const { destinationArn: arn, roleArn } = filter;
  const { service, resource = '' } = parseArn(arn) ?? {};
  if (service === 'lambda') {
    const event = { awslogs: { data: Buffer.from(data).toString('base64') } };
    const Payload = new TextEncoder().encode(JSON.stringify(event));
    const input = { FunctionName: arn, InvocationType: 'Event', Payload };
    await call.invoke('lambda', 'Invoke', input, logsPrincipal(call, group));
    return;
  }
  const role = call.assume(roleArn ?? '', 'logs.amazonaws.com', 'CloudWatchLogs');
  const name = resource.split('/')[1] ?? '';
  if (service === 'kinesis') {
    const input = { StreamName: name, PartitionKey: call.ids.hex(32), Data: data };
    await call.invoke('kinesis', 'PutRecord', input, role);
  } else if (service === 'firehose') {
    await call.invoke('firehose', 'PutRecord', { DeliveryStreamName: name, Record: { Data: data } }, role);
  } else throw notSupported(`The destination ${arn}`);
}

/** CloudWatch Logs itself, as a function's policy sees who invokes it. */
function logsPrincipal({ accountId }: LogsCall, { arn }: LogGroup): Principal {
  const name = 'logs.amazonaws.com';
  return { kind: 'service', arn: name, accountId, userId: name, sourceArn: `${arn}:*` };
}
