import type { Mapping, ShardProgress } from '../state.ts';

/** Where a mapping stands in a shard; the same object each time, so that changes stay. */
export function progressOf(mapping: Mapping, shardId: string): ShardProgress {
  const known = mapping.shards.get(shardId);
  if (known) return known;
  const made: ShardProgress = {
    after: undefined,
    isFinished: false,
    attempts: 0,
    split: [],
    notBefore: 0,
    waitingSince: undefined,
  };
  mapping.shards.set(shardId, made);
  return made;
}
