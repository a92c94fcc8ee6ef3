import type { GridPoint } from '../grid.ts';

/** Ability is not looked for outside these ends, in logits. */
export type AbilityBounds = { readonly low: number; readonly high: number };

/**
 * Which information a standard error is made of, for MAP, ML and WLE.
 * `expected` (the default, as catR): 1/√I(θ̂), with the prior's 1/σ² added under MAP.
 * `observed` (as mirt): 1/√ of the negative slope of the equation that θ̂ solves. Equal to `expected` for ML and MAP
 * where no item can be guessed (c = 0) and every item is dichotomous or partial credit.
 */
export type InformationKind = 'expected' | 'observed';

/**
 * How answers become an ability.
 *
 * - `eap`: posterior mean and standard deviation over a grid (default: N(0, 1), see `normalGrid`). Bock & Mislevy 1982
 * - `eap-sum`: the same given the sum score alone, by the Lord–Wingersky recursion. Thissen, Pommerich et al. 1995
 * - `map`: posterior mode under a normal prior. Samejima 1969
 * - `ml`: the likelihood's highest peak; none for all right or all wrong, unless `bounds` say where to stop
 * - `wle`: Warm's weighted likelihood, nearly unbiased and always finite. Warm 1989, Psychometrika 54, 427–450
 */
export type ScoringMethod =
  | { readonly kind: 'eap' | 'eap-sum'; readonly prior?: readonly GridPoint[] }
  | {
      readonly kind: 'map';
      readonly mean?: number;
      readonly spread?: number;
      readonly information?: InformationKind;
      readonly bounds?: AbilityBounds;
    }
  | { readonly kind: 'ml' | 'wle'; readonly information?: InformationKind; readonly bounds?: AbilityBounds };

/** A rule that looks for a peak. */
export type PeakMethod = Extract<ScoringMethod, { readonly kind: 'map' | 'ml' | 'wle' }>;

/** What answers say about one person. */
export type PersonScore =
  | { readonly outcome: 'estimated'; readonly theta: number; readonly standardError: number }
  /** The likelihood rises for ever in this direction. */
  | { readonly outcome: 'unbounded'; readonly direction: 'low' | 'high' }
  | { readonly outcome: 'no-answers' };

/**
 * Scores of many persons, one entry a person. An unbounded likelihood is written as ±∞ with standard error ∞, a person
 * without answers as NaN (only `ml` and `wle`: the others then give the prior); `personScore` reads them.
 */
export type PersonScores = { readonly thetas: Float64Array; readonly standardErrors: Float64Array };

/** @throws RangeError for a person outside the scores */
export function personScore({ thetas, standardErrors }: PersonScores, person: number): PersonScore {
  const [theta, standardError] = [thetas[person], standardErrors[person]];
  if (theta === undefined || standardError === undefined) {
    throw new RangeError(`person ${person} of ${thetas.length}, counted from 0`);
  }
  if (Number.isNaN(theta)) return { outcome: 'no-answers' };
  if (!Number.isFinite(theta)) return { outcome: 'unbounded', direction: theta > 0 ? 'high' : 'low' };
  return { outcome: 'estimated', theta, standardError };
}
