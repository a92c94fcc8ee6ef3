import type { CardMemory, MemoryParameters, Review } from './card-memory.ts';
import { review } from './review.ts';

/**
 * Reviews of one card from any number of devices as one log: by instant, then by id; an id counts once. The order of
 * the logs makes no difference.
 */
export function mergeReviews(...logs: readonly (readonly Review[])[]): Review[] {
  const seen = new Set<string>();
  return logs
    .flat()
    .sort((one, other) => one.at - other.at || compare(one.id, other.id) || compare(one.rating, other.rating))
    .filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** Not `localeCompare`: the order must be the same on every machine. */
function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** A card's memory from all of its reviews, in any order; undefined if there are none. */
export function replay(log: readonly Review[], parameters: MemoryParameters): CardMemory | undefined {
  return mergeReviews(log).reduce<CardMemory | undefined>(
    (memory, { rating, at }) => review(memory, rating, at, parameters),
    undefined,
  );
}
