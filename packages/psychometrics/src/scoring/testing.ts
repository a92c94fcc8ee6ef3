import fc from 'fast-check';
import { type CalibratedItem, maximumScore } from '../items/calibrated-item.ts';

const slope = fc.double({ min: 0.3, max: 2.5, noNaN: true });
const difficulty = fc.double({ min: -3, max: 3, noNaN: true });
const thresholds = fc.array(difficulty, { minLength: 1, maxLength: 4 });
/** Graded thresholds ascend: two equal ones would leave a score that nobody can get. */
const ascending = fc
  .tuple(difficulty, fc.array(fc.double({ min: 0.2, max: 2, noNaN: true }), { maxLength: 3 }))
  .map(([first, gaps]) => [0, ...gaps].map((_, i) => gaps.slice(0, i).reduce((sum, gap) => sum + gap, first)));
export const anItem: fc.Arbitrary<CalibratedItem> = fc.oneof(
  fc.record({ kind: fc.constant('dichotomous' as const), a: slope, b: difficulty, c: fc.constantFrom(0, 0.2) }),
  fc.record({ kind: fc.constant('graded' as const), a: slope, thresholds: ascending }),
  fc.record({ kind: fc.constant('partial-credit' as const), a: slope, thresholds }),
);
/** An item with an answer to it; undefined is not presented. */
const anAnswer = anItem.chain((item) =>
  fc.record({ item: fc.constant(item), score: fc.option(fc.nat({ max: maximumScore(item) }), { nil: undefined }) }),
);
export const aTest = fc
  .array(anAnswer, { minLength: 1, maxLength: 12 })
  .filter((answers) => answers.some(({ score }) => score !== undefined));
export type Answered = { item: CalibratedItem; score: number | undefined };

export const easy: CalibratedItem = { kind: 'dichotomous', a: 1, b: -1, c: 0 };
export const hard: CalibratedItem = { kind: 'dichotomous', a: 1.5, b: 1, c: 0 };
export const guessable: CalibratedItem = { kind: 'dichotomous', a: 2, b: 1, c: 0.25 };
