/** Stands in `Responses.scores` for an item that this person was not shown or that has no answer. */
export const NOT_PRESENTED = 255;

/** Scores of many persons on many items, one byte a cell. */
export type Responses = {
  readonly persons: number;
  readonly items: number;
  /** persons × items, one row a person: score 0 … 254, or `NOT_PRESENTED`. */
  readonly scores: Uint8Array;
  /** How often each row occurs; rows without weights occur once. Lets 10⁵ persons with 10³ patterns be 10³ rows. */
  readonly weights?: Float64Array;
};

const SCORE_LIMIT = 254;

/**
 * Packs rows of scores.
 *
 * @param rows one row a person, all of one length; null or undefined is `NOT_PRESENTED`
 * @throws     RangeError for rows of different lengths, or a score that is no integer in 0 … 254
 */
export function responsesOf(rows: readonly (readonly (number | null | undefined)[])[]): Responses {
  const items = rows[0]?.length ?? 0;
  const scores = new Uint8Array(rows.length * items).fill(NOT_PRESENTED);
  rows.forEach((row, i) => {
    if (row.length !== items) throw new RangeError(`row ${i + 1} has ${row.length} scores, row 1 has ${items}`);
    row.forEach((score, j) => {
      if (score === null || score === undefined) return;
      if (!Number.isInteger(score) || score < 0 || score > SCORE_LIMIT) {
        throw new RangeError(`row ${i + 1}, item ${j + 1}: ${score} is no score from 0 to ${SCORE_LIMIT}`);
      }
      scores[i * items + j] = score;
    });
  });
  return { persons: rows.length, items, scores };
}
