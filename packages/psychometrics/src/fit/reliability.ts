import { type GridPoint, normalGrid } from '../grid.ts';
import { type CalibratedItem, testInformation } from '../items/calibrated-item.ts';

/** Information and its inverse root at one ability. */
export type PrecisionPoint = { readonly theta: number; readonly information: number; readonly standardError: number };

/**
 * How precisely a test measures along the scale.
 *
 * @param thetas where, in logits
 * @returns      information in 1/logit², conditional standard error in logits (∞ where nothing is learnt)
 */
export const precisionCurve = (items: readonly CalibratedItem[], thetas: readonly number[]): PrecisionPoint[] =>
  thetas.map((theta) => {
    const information = testInformation(theta, items);
    return { theta, information, standardError: 1 / Math.sqrt(information) };
  });

/**
 * Marginal reliability that a test will have: ∫ I(θ)·σ² / (I(θ)·σ² + 1) over the prior, σ² its variance.
 *
 * @returns in [0, 1]
 * @see     Green, Bock, Humphreys, Linn & Reckase (1984), Journal of Educational Measurement 21, 347–360
 */
export function marginalReliability(
  items: readonly CalibratedItem[],
  prior: readonly GridPoint[] = normalGrid(),
): number {
  const mean = prior.reduce((sum, { theta, weight }) => sum + weight * theta, 0);
  const variance = prior.reduce((sum, { theta, weight }) => sum + weight * (theta - mean) ** 2, 0);
  return prior.reduce((sum, { theta, weight }) => {
    const gain = testInformation(theta, items) * variance;
    return sum + (weight * gain) / (gain + 1);
  }, 0);
}

/**
 * Empirical reliability of scores: the share of their variance that is true. Bayesian scores (EAP, MAP) are shrunken, so
 * that true variance is theirs plus the mean error variance; ML and WLE scores spread wider than the truth by it.
 * Persons without a finite score are left out.
 *
 * @param kind    `shrunken` for EAP and MAP, `unshrunken` for ML and WLE
 * @param weights how often each person counts; once by default
 * @returns       NaN for fewer than two persons; below 0 where errors are larger than the spread of ML or WLE scores
 */
export function empiricalReliability(
  scores: { readonly thetas: ArrayLike<number>; readonly standardErrors: ArrayLike<number> },
  kind: 'shrunken' | 'unshrunken',
  weights?: ArrayLike<number>,
): number {
  let [count, sum, squares, errors] = [0, 0, 0, 0];
  for (let i = 0; i < scores.thetas.length; i += 1) {
    const [theta, error] = [scores.thetas[i] ?? Number.NaN, scores.standardErrors[i] ?? Number.NaN];
    if (!(Number.isFinite(theta) && Number.isFinite(error))) continue;
    const weight = weights?.[i] ?? 1;
    count += weight;
    sum += weight * theta;
    squares += weight * theta * theta;
    errors += weight * error * error;
  }
  const variance = (squares - (sum * sum) / count) / (count - 1);
  const error = errors / count;
  return kind === 'shrunken' ? variance / (variance + error) : (variance - error) / variance;
}
