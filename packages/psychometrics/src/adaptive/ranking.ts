/** The best items of one domain, best first; equal ones in the order in which they came. Holds at most `room`. */
export type Ranking = {
  readonly room: number;
  count: number;
  readonly items: Int32Array;
  readonly worths: Float64Array;
};

export const emptyRanking = (room: number): Ranking => ({
  room,
  count: 0,
  items: new Int32Array(room),
  worths: new Float64Array(room),
});

/** What an item must exceed to get in. */
export function thresholdOf({ room, count, worths }: Ranking): number {
  if (room === 0) return Number.POSITIVE_INFINITY;
  return count < room ? Number.NEGATIVE_INFINITY : (worths[room - 1] ?? 0);
}

/** Inserts an item that exceeds the threshold. Of n items in random order only some room · ln(n / room) do. */
export function insert(ranking: Ranking, item: number, worth: number): void {
  const { items, worths } = ranking;
  let place = ranking.count < ranking.room ? ranking.count : ranking.room - 1;
  while (place > 0 && (worths[place - 1] ?? 0) < worth) {
    items[place] = items[place - 1] ?? 0;
    worths[place] = worths[place - 1] ?? 0;
    place -= 1;
  }
  items[place] = item;
  worths[place] = worth;
  if (ranking.count < ranking.room) ranking.count += 1;
}
