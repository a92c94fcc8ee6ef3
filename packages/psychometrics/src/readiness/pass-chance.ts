import { normalDensity, normalShare } from './normal.ts';
import { type Cumulants, marginCumulants, type ScoreMargin } from './score-margin.ts';

/**
 * P(margin ≥ 0) from three cumulants: Edgeworth's expansion to the skewness term. With 20 questions or more it is
 * within 0.005 of a simulation of forms and answers.
 */
export function chanceAboveZero({ mean, variance, third }: Cumulants): number {
  if (variance <= 0) return mean >= 0 ? 1 : 0;
  const sd = Math.sqrt(variance);
  const z = -mean / sd;
  const skewness = third / (variance * sd);
  const below = normalShare(z) - (skewness / 6) * (z * z - 1) * normalDensity(z);
  return Math.min(1, Math.max(0, 1 - below));
}

/** The chance that somebody with these abilities, one a domain, scores at or above the cut of a new form. */
export const passChance = (margin: ScoreMargin, thetas: ArrayLike<number>): number =>
  chanceAboveZero(marginCumulants(margin, thetas));
