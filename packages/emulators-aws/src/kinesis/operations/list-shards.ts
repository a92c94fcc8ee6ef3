import type { ListShardsInput, ListShardsOutput, ShardFilter } from '@aws-sdk/client-kinesis';
import { operation, ServiceError } from '@cairn/emulator-kit';
import { pageToken, readPageToken } from '../../messaging/page-token.ts';
import { describeShard } from '../describe.ts';
import { invalidArgument } from '../errors.ts';
import { readableShards } from '../shards.ts';
import type { KinesisCall, KinesisState, Shard } from '../state.ts';
import { getStream, type NamesStream, onStream } from '../streams.ts';

const DEFAULT_SHARDS = 1000;
const TOKEN_LIFETIME_MILLISECONDS = 300_000;

export const listShards = operation<KinesisState, ListShardsInput, ListShardsOutput>({
  fidelity: 'real',
  needs: (input, call) => onStream('ListShards')(placeOf(call, input), call),
  handle: (input, call) => {
    const place = placeOf(call, input);
    const stream = getStream(call, place);
    const left = stream.shards
      .filter(filterOf(call, readableShards(stream, call.now()), place.filter))
      .filter(({ id }) => id > place.after);
    const shards = left.slice(0, input.MaxResults ?? DEFAULT_SHARDS);
    const last = shards.at(-1);
    const isMore = last !== undefined && shards.length < left.length;
    const token = { stream: stream.name, after: last?.id ?? '', at: call.now(), filter: JSON.stringify(place.filter) };
    return { Shards: shards.map(describeShard), ...(isMore ? { NextToken: pageToken(token) } : {}) };
  },
});

interface Place extends NamesStream {
  readonly after: string;
  readonly filter: ShardFilter | undefined;
}

/** What a request is about: a token stands for the stream, the place in it and the filter of the first request. */
function placeOf(call: KinesisCall, input: ListShardsInput): Place {
  if (input.NextToken === undefined) {
    return { ...input, after: input.ExclusiveStartShardId ?? '', filter: input.ShardFilter };
  }
  if (input.StreamName !== undefined || input.StreamCreationTimestamp || input.ShardFilter) {
    throw invalidArgument('NextToken and StreamName cannot be provided together.');
  }
  const { stream, after, at, filter } = readPageToken(input.NextToken) ?? {};
  if (typeof stream !== 'string' || typeof after !== 'string' || typeof at !== 'number') {
    throw invalidArgument('NextToken is not one that ListShards gave out.');
  }
  if (call.now() - at > TOKEN_LIFETIME_MILLISECONDS) {
    throw new ServiceError('ExpiredNextTokenException', 'The NextToken is older than 300 seconds.');
  }
  return { StreamName: stream, after, filter: parsedFilter(filter) };
}

function parsedFilter(json: unknown): ShardFilter | undefined {
  if (typeof json !== 'string') return undefined;
  const filter: ShardFilter = JSON.parse(json);
  return filter.Timestamp ? { ...filter, Timestamp: new Date(filter.Timestamp) } : filter;
}

/** Kinesis API reference, ShardFilter. */
function filterOf(
  call: KinesisCall,
  readable: readonly Shard[],
  filter: ShardFilter | undefined,
): (shard: Shard) => boolean {
  const isReadable = (shard: Shard) => readable.includes(shard);
  if (!filter) return isReadable;
  const { Type: type, ShardId: shardId, Timestamp: timestamp } = filter;
  if ((type === 'AT_TIMESTAMP' || type === 'FROM_TIMESTAMP') !== (timestamp !== undefined)) {
    throw invalidArgument(`Timestamp goes with AT_TIMESTAMP and FROM_TIMESTAMP only; the ShardFilter is ${type}.`);
  }
  if ((type === 'AFTER_SHARD_ID') !== (shardId !== undefined)) {
    throw invalidArgument(`ShardId goes with AFTER_SHARD_ID only; the ShardFilter is ${type}.`);
  }
  const at = timestamp?.getTime() ?? call.now();
  const isOpenAt = ({ createdAt, closedAt }: Shard) => createdAt <= at && (closedAt === undefined || closedAt > at);
  switch (type) {
    case 'AFTER_SHARD_ID':
      return (shard) => isReadable(shard) && shard.id > (shardId ?? '');
    case 'AT_LATEST':
      return ({ closedAt }) => closedAt === undefined;
    case 'AT_TIMESTAMP':
      return (shard) => isReadable(shard) && isOpenAt(shard);
    case 'FROM_TIMESTAMP':
      return (shard) => isReadable(shard) && (shard.closedAt === undefined || shard.closedAt > at);
    case 'AT_TRIM_HORIZON':
      return (shard) => isReadable(shard) && !readable.some(({ id }) => id === shard.parentId);
    default:
      return isReadable;
  }
}
