import { NOT_PRESENTED } from './responses.ts';

/** Rows of bytes that grow by half when they are full; pages that nothing was written to take no memory. */
export function growingScores(items: number, expectedBytes: number) {
  let scores = new Uint8Array(Math.max(items * 1024, expectedBytes));
  let rows = 0;
  const growth = 1.5;
  return {
    /** Begins a row: all cells `NOT_PRESENTED`. */
    open(): void {
      if ((rows + 1) * items > scores.length) {
        const larger = new Uint8Array(Math.ceil(scores.length * growth));
        larger.set(scores);
        scores = larger;
      }
      scores.fill(NOT_PRESENTED, rows * items, (rows + 1) * items);
    },
    put(item: number, score: number): void {
      scores[rows * items + item] = score;
    },
    /** Keeps the open row. */
    close(): void {
      rows += 1;
    },
    rows: () => rows,
    take: (): Uint8Array => scores.subarray(0, rows * items),
  };
}

export type GrowingScores = ReturnType<typeof growingScores>;
