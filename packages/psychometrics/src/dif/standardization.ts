import { type DifStudy, type Stratum, testItems, type Untestable } from './study.ts';

export type StandardizationStatistics = {
  /** Difference in proportion right, focal minus reference, weighted by the focal group; below 0 favours the reference. */
  readonly difference: number;
  /** Odds ratio of the standardized proportions; above 1 favours the reference group. */
  readonly alpha: number;
  /** −2.35 ln α. */
  readonly delta: number;
  readonly class: 'A' | 'B' | 'C';
};

export type StandardizationDif =
  | ({ readonly outcome: 'tested'; readonly item: number } & StandardizationStatistics)
  | Untestable;

const NEGLIGIBLE = 0.05;
const MODERATE = 0.1;

function standardized(strata: readonly Stratum[]): StandardizationStatistics | undefined {
  let weight = 0;
  let focalRight = 0;
  let referenceRight = 0;
  for (const stratum of strata) {
    const focal = stratum.focalRight + stratum.focalWrong;
    const reference = stratum.referenceRight + stratum.referenceWrong;
    if (focal === 0 || reference === 0) continue;
    weight += focal;
    focalRight += stratum.focalRight;
    referenceRight += (focal * stratum.referenceRight) / reference;
  }
  if (weight === 0) return undefined;
  const difference = (focalRight - referenceRight) / weight;
  const alpha = (referenceRight * (weight - focalRight)) / ((weight - referenceRight) * focalRight);
  const size = Math.abs(difference);
  const itsClass = size < NEGLIGIBLE ? 'A' : size < MODERATE ? 'B' : 'C';
  return { difference, alpha, delta: -2.35 * Math.log(alpha), class: itsClass };
}

/**
 * Difference in proportion right between the groups, standardized to the focal group's distribution of matching scores.
 * Classes by the customary limits: A below 0.05, B below 0.10, else C. It has no significance test.
 *
 * @throws RangeError if the study's parts do not fit one another
 * @see    Dorans & Kulick (1986), Journal of Educational Measurement 23, 355–368
 */
export const standardizationDif = (study: DifStudy): StandardizationDif[] => testItems(study, standardized);
