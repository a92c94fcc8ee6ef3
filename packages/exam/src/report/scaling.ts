import { type ItemParameters, successProbability } from '@cairn/psychometrics';
import type { Scale } from '../profile.ts';

/** What scaling needs to know of a question. */
export type Weighted = { readonly parameters: ItemParameters; readonly possible: number };

function weightedPercent(questions: readonly Weighted[], chance: (parameters: ItemParameters) => number): number {
  const possible = questions.reduce((sum, question) => sum + question.possible, 0);
  const expected = questions.reduce((sum, question) => sum + question.possible * chance(question.parameters), 0);
  return possible === 0 ? 0 : (100 * expected) / possible;
}

/** The share of these questions' points that a person of ability `theta` is expected to earn, in percent. */
export const expectedPercent = (questions: readonly Weighted[], theta: number): number =>
  weightedPercent(questions, (parameters) => successProbability(theta, parameters));

/** Where a form's percent meets the scale: blind guessing, and the just-passing candidate. */
export type Anchors = { readonly chancePercent: number; readonly cutPercent: number };

export const anchorsOf = (questions: readonly Weighted[]): Anchors => ({
  chancePercent: weightedPercent(questions, ({ c }) => c),
  cutPercent: expectedPercent(questions, 0),
});

/**
 * Our estimate of a scaled score. The vendors' equating tables are not public, so this is a plain map that is right at
 * the one point that is known and monotone elsewhere: chance ↦ the lowest score, the cut ↦ the pass score, 100 ↦ the
 * highest, straight lines between. Whole numbers.
 */
export function scaledEstimate(percent: number, { chancePercent, cutPercent }: Anchors, scale: Scale): number {
  const between = (value: number, from: number, to: number) =>
    to <= from ? 1 : Math.min(1, Math.max(0, (value - from) / (to - from)));
  const scaled =
    percent < cutPercent
      ? scale.min + between(percent, chancePercent, cutPercent) * (scale.pass - scale.min)
      : scale.pass + between(percent, cutPercent, 100) * (scale.max - scale.pass);
  return Math.round(scaled);
}
