import type { InputLogEvent, PutLogEventsResponse, RejectedLogEventsInfo } from '@aws-sdk/client-cloudwatch-logs';
import { LOGS_INFREQUENT_INGESTED, LOGS_INGESTED, LOGS_STORED } from '../prices.ts';
import { deliver } from './delivery.ts';
import { invalidParameter } from './errors.ts';
import { feedMetrics } from './metric-filters.ts';
import type { LogEvent, LogGroup, LogStream, LogsCall } from './state.ts';

const DAY = 86_400_000;
const OLDEST = 14 * DAY;
const NEWEST = 2 * 3_600_000;
const LONGEST_BATCH = 1_048_576;
const MOST_EVENTS = 10_000;
const EVENT_OVERHEAD_BYTES = 26;
const HOURS_PER_MONTH = 730;
/** Lines that a stream keeps; older ones make room. */
const MOST_KEPT = 100_000;
const GIBIBYTE = 1024 ** 3;

/** Takes a batch into a stream; events that are too old or too new are left out and told. */
export function putEvents(
  call: LogsCall,
  group: LogGroup,
  stream: LogStream,
  batch: readonly InputLogEvent[],
): PutLogEventsResponse {
  checkBatch(batch);
  const { taken, rejected } = sift(call, group, batch);
  const ingestedAt = call.now();
  const added = taken.map(
    ({ timestamp = ingestedAt, message = '' }): LogEvent => ({
      id: eventId(call, timestamp),
      at: timestamp,
      ingestedAt,
      message,
    }),
  );
  append(group, stream, added);
  stream.lastIngestedAt = ingestedAt;
  bill(call, group, added);
  feedMetrics(call, group, added);
  deliver(call, group, stream, added);
  const nextSequenceToken = call.ids.below(1e9).toString().padStart(56, '4');
  return { nextSequenceToken, ...(rejected === undefined ? {} : { rejectedLogEventsInfo: rejected }) };
}

function checkBatch(batch: readonly InputLogEvent[]): void {
  if (batch.length > MOST_EVENTS) throw invalidParameter(`A batch has at most ${MOST_EVENTS} log events.`);
  const bytes = batch.reduce((so, { message = '' }) => so + sizeOf(message), 0);
  if (bytes > LONGEST_BATCH)
    throw invalidParameter(`Upload too large: ${bytes} bytes exceeds limit of ${LONGEST_BATCH}`);
  const times = batch.map(({ timestamp = 0 }) => timestamp);
  if (times.some((at, index) => at < (times[index - 1] ?? at))) {
    throw invalidParameter('Log events in a single PutLogEvents request must be in chronological order.');
  }
  const span = (times.at(-1) ?? 0) - (times[0] ?? 0);
  if (span > DAY) {
    throw invalidParameter('The batch of log events in a single PutLogEvents request cannot span more than 24 hours.');
  }
}

/** The batch is in the order of its times: what is too old stands first, what is too new last. */
function sift(call: LogsCall, { retentionDays }: LogGroup, batch: readonly InputLogEvent[]) {
  const now = call.now();
  const isOld = ({ timestamp = now }: InputLogEvent) => timestamp < now - OLDEST;
  const isNew = ({ timestamp = now }: InputLogEvent) => timestamp > now + NEWEST;
  const isExpired = ({ timestamp = now }: InputLogEvent) =>
    retentionDays !== undefined && timestamp < now - retentionDays * DAY;
  const tooOld = batch.filter(isOld).length;
  const expired = batch.filter(isExpired).length;
  const tooNew = batch.findIndex(isNew);
  const taken = batch.filter((event) => !isOld(event) && !isNew(event) && !isExpired(event));
  const rejected: RejectedLogEventsInfo = {
    ...(tooNew < 0 ? {} : { tooNewLogEventStartIndex: tooNew }),
    ...(tooOld === 0 ? {} : { tooOldLogEventEndIndex: tooOld }),
    ...(expired === 0 ? {} : { expiredLogEventEndIndex: expired }),
  };
  return { taken, rejected: Object.keys(rejected).length === 0 ? undefined : rejected };
}

/** Fifty-six digits that rise with time, as event ids do. */
const eventId = (call: LogsCall, at: number): string =>
  `${String(at).padStart(20, '3')}${call.ids
    .below(2 ** 31)
    .toString()
    .padStart(36, '0')}`;

const sizeOf = (message: string): number => Buffer.byteLength(message) + EVENT_OVERHEAD_BYTES;

function append(group: LogGroup, stream: LogStream, added: readonly LogEvent[]): void {
  const last = stream.events.at(-1)?.at ?? 0;
  const isInOrder = (added[0]?.at ?? last) >= last;
  for (const event of added) {
    stream.events.push(event);
    group.storedBytes += sizeOf(event.message);
  }
  if (!isInOrder) stream.events.sort((a, b) => a.at - b.at); // stable: what came first stays first
  const surplus = stream.events.length - MOST_KEPT;
  if (surplus > 0) forget(group, stream.events.splice(0, surplus));
}

function forget(group: LogGroup, events: readonly LogEvent[]): void {
  for (const { message } of events) group.storedBytes -= sizeOf(message);
}

function bill(call: LogsCall, group: LogGroup, added: readonly LogEvent[]): void {
  const gigabytes = added.reduce((so, { message }) => so + sizeOf(message), 0) / GIBIBYTE;
  call.charge(group.logClass === 'INFREQUENT_ACCESS' ? LOGS_INFREQUENT_INGESTED : LOGS_INGESTED, gigabytes);
  call.startMeter(group.arn, LOGS_STORED, group.storedBytes / GIBIBYTE / HOURS_PER_MONTH);
}

/** Removes what the retention of a group no longer keeps; done before anything is read. */
export function expire(call: LogsCall, group: LogGroup): void {
  if (group.retentionDays === undefined) return;
  const oldest = call.now() - group.retentionDays * DAY;
  for (const stream of group.streams.values()) {
    const kept = stream.events.findIndex(({ at }) => at >= oldest);
    forget(group, stream.events.splice(0, kept < 0 ? stream.events.length : kept));
  }
}

/** Bytes that the events of a stream take. */
export const streamBytes = ({ events }: LogStream): number =>
  events.reduce((so, { message }) => so + sizeOf(message), 0);
