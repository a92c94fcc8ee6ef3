import { momentsOf, normalGrid, posterior, probabilityAbove, quantile } from '@cairn/psychometrics';
import type { Scale } from '../profile.ts';
import type { GradedSlot } from './grading.ts';
import { anchorsOf, expectedPercent, scaledEstimate } from './scaling.ts';

export type Band = { low: number; estimate: number; high: number };
export type Verdict = 'likely-pass' | 'too-close' | 'likely-fail';

/** Where a candidate stands, with how sure that is. */
export type Standing = {
  readonly cutPercent: number;
  readonly scaled: Band;
  readonly theta: { estimate: number; standardError: number };
  readonly verdict: Verdict;
  readonly passProbability: number;
};

/** Ends of an 80 % interval. */
const LOW = 0.1;
const HIGH = 0.9;

function verdictOf(low: number, high: number): Verdict {
  if (low >= 0) return 'likely-pass';
  return high < 0 ? 'likely-fail' : 'too-close';
}

/**
 * Ability from the scored questions (EAP, prior N(0, 1), a = 1) on the scale where θ = 0 is the just-passing candidate.
 * Part of a question's points counts as part of a success. The scaled score is read off at the estimate and at the
 * ends of its 80 % interval, so its width is what this many questions can tell.
 */
export function standingOf(scored: readonly GradedSlot[], scale: Scale): Standing {
  const shares = scored.map(({ points, possible }) => points / possible);
  const parameters = scored.map((graded) => graded.parameters);
  const belief = posterior(shares, parameters, normalGrid());
  const { theta, standardError } = momentsOf(belief);
  const [low, high] = [quantile(LOW, belief), quantile(HIGH, belief)];
  const anchors = anchorsOf(scored);
  const scaledAt = (ability: number) => scaledEstimate(expectedPercent(scored, ability), anchors, scale);
  return {
    cutPercent: anchors.cutPercent,
    scaled: { low: scaledAt(low), estimate: scaledAt(theta), high: scaledAt(high) },
    theta: { estimate: theta, standardError },
    verdict: verdictOf(low, high),
    passProbability: probabilityAbove(0, belief),
  };
}
