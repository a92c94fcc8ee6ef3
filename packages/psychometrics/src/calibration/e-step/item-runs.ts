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

/** Persons looked at to see how answers lie, spread over the whole file. */
const SAMPLE = 250;

function answersIn({ scores, items }: Responses, person: number, { first, last }: ItemRun): number {
  let answers = 0;
  for (let at = person * items + first; at < person * items + last; at += 1) {
    if (scores[at] !== NOT_PRESENTED) answers += 1;
  }
  return answers;
}

/** How many answers people gave, and in how many of the runs they lie, over a sample. */
function spreadOf(runs: readonly ItemRun[], responses: Responses, persons: Int32Array) {
  const step = Math.max(1, Math.floor(persons.length / SAMPLE));
  const sample = persons.filter((_, at) => at % step === 0);
  let answers = 0;
  let touched = 0;
  for (const person of sample) {
    for (const run of runs) {
      const here = answersIn(responses, person, run);
      answers += here;
      touched += Math.min(1, here);
    }
  }
  return { share: answers / (sample.length * responses.items), touchedPerAnswer: touched / answers };
}

/** Building and folding the table costs as much as so many persons a row: few persons, short runs. */
const FEW_PERSONS = 1500;

/**
 * Runs as long as pays. Complete answers: 64 codes, which stay in the cache. Answers in blocks (booklets): as long, though
 * most codes then do not occur. Scattered answers: shorter runs, or single items where most of a run would be empty.
 */
export function itemRuns(digits: readonly Digit[], responses: Responses, persons: Int32Array): ItemRun[] {
  if (persons.length < FEW_PERSONS) return cut(digits, 27, 4);
  if (digits.every(({ hasMissing }) => !hasMissing)) return cut(digits, 64, 6);
  const blocks = cut(digits, 1024, 6);
  const { share, touchedPerAnswer } = spreadOf(blocks, responses, persons);
  // Six answers to a run of six touch one run, or a sixth of a run an answer; scattered ones nearly a run each.
  if (touchedPerAnswer < 0.25 && share < 0.9) return blocks;
  return touchedPerAnswer > 0.6 ? cut(digits, 1, 1) : cut(digits, 96, 6);
}
