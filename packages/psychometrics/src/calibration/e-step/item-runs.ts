import { NOT_PRESENTED, type Responses } from '../../responses/responses.ts';

/** One item as a digit of a code: its scores, and one value more where somebody was not shown it. */
export type Digit = { readonly categories: number; readonly hasMissing: boolean };

/** Neighbouring items whose answers together are one row of the product table. */
export type ItemRun = {
  readonly first: number;
  readonly last: number;
  /** Place value of each digit; the first item's is 1. */
  readonly places: readonly number[];
  /** Codes lie in [0, codes). */
  readonly codes: number;
  /** The code of somebody who was shown none of these items; −1 if there cannot be one. */
  readonly emptyCode: number;
};

const radixOf = ({ categories, hasMissing }: Digit): number => categories + (hasMissing ? 1 : 0);

function runOf(digits: readonly Digit[], first: number, last: number): ItemRun {
  const places: number[] = [];
  let codes = 1;
  let emptyCode = 0;
  for (const digit of digits.slice(first, last)) {
    places.push(codes);
    emptyCode = emptyCode < 0 || !digit.hasMissing ? -1 : emptyCode + digit.categories * codes;
    codes *= radixOf(digit);
  }
  return { first, last, places, codes, emptyCode };
}

/** Cuts the items into runs of at most `limit` codes and `items` items, each as long as it can be. */
function cut(digits: readonly Digit[], limit: number, items: number): ItemRun[] {
  const runs: ItemRun[] = [];
  let first = 0;
  let codes = 1;
  digits.forEach((digit, j) => {
    const radix = radixOf(digit);
    if (j > first && (codes * radix > limit || j - first >= items)) {
      runs.push(runOf(digits, first, j));
      first = j;
      codes = 1;
    }
    codes *= radix;
  });
  if (first < digits.length) runs.push(runOf(digits, first, digits.length));
  return runs;
}

/** The code of one person's answers to a run. */
export function codeOf(run: ItemRun, digits: readonly Digit[], scores: Uint8Array, row: number): number {
  let code = 0;
  for (let k = 0; k < run.places.length; k += 1) {
    const score = scores[row + run.first + k] as number; // in range: a run lies within the row
    const value = score === NOT_PRESENTED ? (digits[run.first + k]?.categories ?? 0) : score;
    code += value * (run.places[k] ?? 0);
  }
  return code;
}

const SAMPLE = 500;
/** Rows of 40 nodes that a second-level cache of 1 MB holds twice: products and counts. */
const CACHED_ROWS = 1600;

/** What a person costs with these runs, in table rows, judged on some persons from the whole length of the file. */
function cost(runs: readonly ItemRun[], digits: readonly Digit[], responses: Responses, persons: Int32Array): number {
  const step = Math.max(1, Math.floor(persons.length / SAMPLE));
  let rows = 0;
  let sampled = 0;
  const seen = runs.map(() => new Set<number>());
  for (let at = 0; at < persons.length; at += step) {
    sampled += 1;
    runs.forEach((run, g) => {
      const code = codeOf(run, digits, responses.scores, (persons[at] ?? 0) * responses.items);
      if (code === run.emptyCode) return;
      rows += 1;
      seen[g]?.add(code);
    });
  }
  const distinct = seen.reduce((sum, codes) => sum + codes.size, 0);
  const perPerson = (rows / Math.max(1, sampled)) * (1 + distinct / CACHED_ROWS / 2);
  // Building and folding the tree costs about twice its rows for each step, however few the persons are.
  return perPerson + (4 * distinct) / Math.max(1, persons.length);
}

/**
 * The cheapest way, of a few, to cut the items: long runs where nearly all codes occur or few do (booklets), single
 * items where each person saw a scattered few.
 */
export function itemRuns(digits: readonly Digit[], responses: Responses, persons: Int32Array): ItemRun[] {
  const isComplete = digits.every(({ hasMissing }) => !hasMissing);
  const choices = [
    cut(digits, 64, 6),
    cut(digits, 16, 4),
    ...(isComplete ? [] : [cut(digits, 1024, 6), cut(digits, 1, 1)]),
  ];
  let best = choices[0] ?? [];
  let least = Number.POSITIVE_INFINITY;
  for (const runs of choices) {
    const value = cost(runs, digits, responses, persons);
    if (value < least) [best, least] = [runs, value];
  }
  return best;
}
