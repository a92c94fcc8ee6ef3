import { NOT_PRESENTED, type Responses } from '../responses/responses.ts';

/** What one column of the new responses is made of: one item as it was, or the sum of a testlet's items. */
export type TestletColumn = { readonly items: readonly number[]; readonly maximumScore: number };

export type TestletResponses = {
  readonly responses: Responses;
  /** One a column: single items and testlets, each where its first item stood. */
  readonly columns: readonly TestletColumn[];
  /** One a column: persons who answered some but not all of it. Their sum is unknown; it counts as not presented. */
  readonly incomplete: Float64Array;
};

const HIGHEST_SCORE = 254;

/** @throws RangeError if a testlet names an item twice, or one that is not there */
function testletOfItem(testlets: readonly (readonly number[])[], items: number): Int32Array {
  const testletOf = new Int32Array(items).fill(-1);
  testlets.forEach((members, t) => {
    for (const item of members) {
      if (!(Number.isInteger(item) && item >= 0 && item < items)) {
        throw new RangeError(`testlet ${t + 1} names item ${item}, which is none of the ${items} items`);
      }
      if (testletOf[item] !== -1) throw new RangeError(`item ${item + 1} stands twice in the testlets`);
      testletOf[item] = t;
    }
  });
  return testletOf;
}

function highestScores({ persons, items, scores }: Responses): number[] {
  const highest = new Array<number>(items).fill(0);
  for (let at = 0; at < persons * items; at += 1) {
    const score = Number(scores[at]);
    if (score !== NOT_PRESENTED && score > Number(highest[at % items])) highest[at % items] = score;
  }
  return highest;
}

/** Columns in the order of their first items. */
function columnsOf(responses: Responses, testlets: readonly (readonly number[])[]): TestletColumn[] {
  const testletOf = testletOfItem(testlets, responses.items);
  const highest = highestScores(responses);
  const groups = new Map<number, number[]>();
  testletOf.forEach((testlet, item) => {
    const key = testlet < 0 ? -1 - item : testlet;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  });
  return [...groups.values()].map((items, column) => {
    const maximumScore = items.reduce((sum, item) => sum + Number(highest[item]), 0);
    if (maximumScore > HIGHEST_SCORE) {
      throw new RangeError(
        `column ${column + 1} sums to ${maximumScore}, more than the ${HIGHEST_SCORE} that a cell holds`,
      );
    }
    return { items, maximumScore };
  });
}

/** The sum of some scores of one row, `undefined` if some of them are missing; `null` if all are. */
function sumOf({ scores, items }: Responses, person: number, members: readonly number[]): number | null | undefined {
  let sum = 0;
  let missing = 0;
  for (const item of members) {
    const score = Number(scores[person * items + item]);
    if (score === NOT_PRESENTED) missing += 1;
    else sum += score;
  }
  if (missing === 0) return sum;
  return missing === members.length ? null : undefined;
}

/**
 * Items that share a stem, a case or a text depend on one another: who misread the case fails them together. Counted as
 * independent they pretend more information than they carry. As one item, scored with the sum of its parts, they depend
 * on nothing but ability; calibrate the columns with `grm` or `gpcm`.
 *
 * @param testlets lists of item indices, each item at most once; items in no list stay as they are
 * @throws         RangeError for an item that is not there or named twice, or a sum above 254
 * @see            Wainer & Kiely (1987), Journal of Educational Measurement 24, 185–201; Thissen, Steinberg & Mooney (1989)
 */
export function asTestlets(responses: Responses, testlets: readonly (readonly number[])[]): TestletResponses {
  const columns = columnsOf(responses, testlets);
  const scores = new Uint8Array(responses.persons * columns.length).fill(NOT_PRESENTED);
  const incomplete = new Float64Array(columns.length);
  for (let i = 0; i < responses.persons; i += 1) {
    columns.forEach(({ items }, column) => {
      const sum = sumOf(responses, i, items);
      if (sum === undefined) incomplete[column] = Number(incomplete[column]) + Number(responses.weights?.[i] ?? 1);
      else if (sum !== null) scores[i * columns.length + column] = sum;
    });
  }
  return { responses: { ...responses, items: columns.length, scores }, columns, incomplete };
}
