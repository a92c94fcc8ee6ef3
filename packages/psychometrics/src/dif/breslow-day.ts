import { chiSquareTail } from '../numbers/chi-square.ts';
import { oddsRatioOf } from './mantel-haenszel.ts';
import { type DifStudy, type Stratum, testItems, type Untestable } from './study.ts';

export type BreslowDayStatistics = { readonly chiSquare: number; readonly degrees: number; readonly p: number };

export type BreslowDayDif = ({ readonly outcome: 'tested'; readonly item: number } & BreslowDayStatistics) | Untestable;

type Margins = { readonly reference: number; readonly focal: number; readonly right: number; readonly wrong: number };

function marginsOf(s: Stratum): Margins {
  return {
    reference: s.referenceRight + s.referenceWrong,
    focal: s.focalRight + s.focalWrong,
    right: s.referenceRight + s.focalRight,
    wrong: s.referenceWrong + s.focalWrong,
  };
}

/** The reference group's right answers that make the odds ratio of these margins `alpha`: the root inside the margins. */
function expectedRight({ reference, focal, right }: Margins, alpha: number): number {
  const square = 1 - alpha;
  const linear = focal - right + alpha * (reference + right);
  const constant = -alpha * reference * right;
  // This form of the root stays exact where alpha is 1 and the equation linear.
  return (-2 * constant) / (linear + Math.sqrt(linear ** 2 - 4 * square * constant));
}

function breslowDay(strata: readonly Stratum[]): BreslowDayStatistics | undefined {
  const alpha = oddsRatioOf(strata);
  if (!(alpha > 0 && Number.isFinite(alpha))) return undefined;
  let chiSquare = 0;
  let used = 0;
  for (const stratum of strata) {
    const margins = marginsOf(stratum);
    const { reference, focal, right, wrong } = margins;
    if (Math.min(reference, focal, right, wrong) === 0) continue;
    const expected = expectedRight(margins, alpha);
    const cells = [expected, reference - expected, right - expected, focal - right + expected];
    const precision = cells.reduce((sum, cell) => sum + 1 / cell, 0);
    chiSquare += (stratum.referenceRight - expected) ** 2 * precision;
    used += 1;
  }
  return used < 2 ? undefined : { chiSquare, degrees: used - 1, p: chiSquareTail(chiSquare, used - 1) };
}

/**
 * Breslow and Day's test that the odds ratio is the same in all strata: what it finds is DIF that changes with ability
 * (non-uniform), which the Mantel–Haenszel test can overlook. With few persons a stratum it is too often significant.
 *
 * @throws RangeError if the study's parts do not fit one another
 * @see    Breslow & Day (1980), Statistical Methods in Cancer Research I, § 4.4
 */
export const breslowDayDif = (study: DifStudy): BreslowDayDif[] => testItems(study, breslowDay);
