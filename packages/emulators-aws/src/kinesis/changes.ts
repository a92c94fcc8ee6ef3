import { wake } from '../messaging/waiting.ts';
import { sharedKeys } from './hash-keys.ts';
import { addShard, openShards } from './shards.ts';
import type { HashRange, KinesisCall, Stream } from './state.ts';
import { meterConsumer, meterStream, stopMeters } from './stream-bill.ts';

/** How long a stream is CREATING, UPDATING or DELETING: half a minute in AWS, shortened here. */
const CHANGE_MILLISECONDS = 500;

export const CHANGED_TIMER = 'changed';

/** What a stream becomes when its change is over; plain data, since it waits in a reminder. */
export interface Change {
  readonly name: string;
  readonly createdAt: number;
  readonly what:
    | { readonly kind: 'ready' }
    | { readonly kind: 'delete' }
    | { readonly kind: 'ranges'; readonly ranges: readonly HashRange[] }
    | { readonly kind: 'consumer-ready'; readonly consumer: string }
    | { readonly kind: 'consumer-delete'; readonly consumer: string };
}

export function begin(call: KinesisCall, stream: Stream, what: Change['what']): void {
  const change: Change = { name: stream.name, createdAt: stream.createdAt, what };
  call.later(CHANGE_MILLISECONDS, CHANGED_TIMER, change);
}

/** Ends what `begin` began, unless the stream is another one by now. */
export function finish(call: KinesisCall, { name, createdAt, what }: Change): void {
  const stream = call.state.streams.get(name);
  if (!stream || stream.createdAt !== createdAt) return;
  switch (what.kind) {
    case 'ready':
      stream.status = 'ACTIVE';
      break;
    case 'delete':
      stopMeters(call, stream);
      call.state.streams.delete(name);
      break;
    case 'ranges':
      reshard(call, stream, what.ranges);
      break;
    case 'consumer-ready':
    case 'consumer-delete':
      finishConsumer(call, stream, what.consumer, what.kind);
  }
}

function finishConsumer(
  call: KinesisCall,
  stream: Stream,
  name: string,
  kind: 'consumer-ready' | 'consumer-delete',
): void {
  const consumer = stream.consumers.get(name);
  if (!consumer) return;
  if (kind === 'consumer-ready') consumer.status = 'ACTIVE';
  else {
    call.stopMeter(consumer.arn);
    stream.consumers.delete(name);
  }
}

/** Closes the shards whose ranges are not among the wanted ones, and opens one for each that is missing. */
function reshard(call: KinesisCall, stream: Stream, ranges: readonly HashRange[]): void {
  const now = call.now();
  const open = openShards(stream);
  const isWanted = ({ first, last }: HashRange) => ranges.some((range) => range.first === first && range.last === last);
  const closed = open.filter((shard) => !isWanted(shard));
  for (const shard of closed) shard.closedAt = now;
  for (const range of ranges) {
    if (open.some(({ first, last }) => first === range.first && last === range.last)) continue;
    addShard(stream, range, now, parentsOf(range, closed));
  }
  stream.status = 'ACTIVE';
  meterStream(call, stream);
  for (const consumer of stream.consumers.values()) meterConsumer(call, stream, consumer);
  for (const shard of closed) wake(shard);
}

/** The closed shards that a range takes over from: the two that it shares most with, in the order of their keys. */
function parentsOf(range: HashRange, closed: readonly (HashRange & { readonly id: string })[]) {
  const [parent, adjacent] = closed
    .map(({ id, ...shard }) => ({ id, first: shard.first, shared: sharedKeys(range, shard) }))
    .filter(({ shared }) => shared > 0n)
    .sort((a, b) => (a.shared > b.shared ? -1 : a.shared < b.shared ? 1 : 0))
    .slice(0, 2)
    .sort((a, b) => (a.first < b.first ? -1 : 1));
  return { parentId: parent?.id, adjacentParentId: adjacent?.id };
}
