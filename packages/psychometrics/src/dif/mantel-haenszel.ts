import { chiSquareTail } from '../numbers/chi-square.ts';
import { type DifStudy, type Stratum, testItems, type Untestable } from './study.ts';

/** One of the three classes of the Educational Testing Service: A negligible, B moderate, C large. */
export type DifClass = 'A' | 'B' | 'C';

export type MantelHaenszelStatistics = {
  /** χ² with 1 degree of freedom. */
  readonly chiSquare: number;
  readonly p: number;
  /** Common odds ratio; above 1 the item favours the reference group. */
  readonly alpha: number;
  /** −2.35 ln α, on the delta scale of the Educational Testing Service; below 0 it favours the reference group. */
  readonly delta: number;
  readonly deltaStandardError: number;
  readonly class: DifClass;
};

export type MantelHaenszelDif =
  | ({ readonly outcome: 'tested'; readonly item: number } & MantelHaenszelStatistics)
  | Untestable;

/** Deltas of one logit: 4 / 1.7, rounded as the scale's authors do. */
const DELTA_OF_LOGIT = -2.35;
const LEAST_MODERATE = 1;
const LEAST_LARGE = 1.5;
const SIGNIFICANT = 0.05;
/** Standard normal deviate that leaves 5 % above it. */
const DEVIATE_95 = 1.6448536269514722;

/** B and C must differ significantly from 0, and C be significantly beyond 1 (Zwick 2012, ETS RR-12-08). */
function classOf(delta: number, standardError: number, p: number): DifClass {
  const size = Math.abs(delta);
  if (p > SIGNIFICANT || size < LEAST_MODERATE) return 'A';
  return size >= LEAST_LARGE && size - DEVIATE_95 * standardError > LEAST_MODERATE ? 'C' : 'B';
}

const personsIn = (s: Stratum): number => s.referenceRight + s.referenceWrong + s.focalRight + s.focalWrong;

/** Observed, expected and variance of the reference group's right answers, over the strata of two or more persons. */
function surplusOf(strata: readonly Stratum[]): { difference: number; variance: number } {
  let difference = 0;
  let variance = 0;
  for (const stratum of strata) {
    const persons = personsIn(stratum);
    if (persons <= 1) continue;
    const reference = stratum.referenceRight + stratum.referenceWrong;
    const right = stratum.referenceRight + stratum.focalRight;
    difference += stratum.referenceRight - (reference * right) / persons;
    variance += (reference * (persons - reference) * right * (persons - right)) / (persons ** 2 * (persons - 1));
  }
  return { difference, variance };
}

/** Common odds ratio and the variance of its logarithm (Robins, Breslow & Greenland 1986, in Phillips & Holland's form). */
function commonOddsRatio(strata: readonly Stratum[]): { alpha: number; logVariance: number } {
  const used = strata.filter((stratum) => personsIn(stratum) > 1);
  const sum = (term: (stratum: Stratum, persons: number) => number) =>
    used.reduce((total, stratum) => total + term(stratum, personsIn(stratum)), 0);
  const forReference = sum((s, persons) => (s.referenceRight * s.focalWrong) / persons);
  const forFocal = sum((s, persons) => (s.referenceWrong * s.focalRight) / persons);
  const alpha = forReference / forFocal;
  const spread = sum((s, persons) => {
    const [with1, against] = [s.referenceRight * s.focalWrong, alpha * s.referenceWrong * s.focalRight];
    return (
      ((with1 + against) * (s.referenceRight + s.focalWrong + alpha * (s.referenceWrong + s.focalRight))) / persons ** 2
    );
  });
  return { alpha, logVariance: spread / (2 * forReference ** 2) };
}

/** The common odds ratio over strata, as `breslowDayDif` needs it too. */
export const oddsRatioOf = (strata: readonly Stratum[]): number => commonOddsRatio(strata).alpha;

function mantelHaenszel(strata: readonly Stratum[], correction: number): MantelHaenszelStatistics | undefined {
  const { difference, variance } = surplusOf(strata);
  const { alpha, logVariance } = commonOddsRatio(strata);
  if (!(variance > 0 && alpha > 0 && Number.isFinite(alpha))) return undefined;
  const chiSquare = Math.max(0, Math.abs(difference) - correction) ** 2 / variance;
  const p = chiSquareTail(chiSquare, 1);
  const delta = DELTA_OF_LOGIT * Math.log(alpha);
  const deltaStandardError = Math.abs(DELTA_OF_LOGIT) * Math.sqrt(logVariance);
  return { chiSquare, p, alpha, delta, deltaStandardError, class: classOf(delta, deltaStandardError, p) };
}

/**
 * Mantel–Haenszel test of each item: is the odds ratio of right answers, common to all matched strata, 1?
 *
 * @param continuity subtracts ½ from the difference (the default), as the original test does
 * @returns          one entry an item, in order
 * @throws           RangeError if the study's parts do not fit one another
 * @see              Holland & Thayer (1988) in Wainer & Braun (eds.), Test Validity, 129–145
 */
export function mantelHaenszelDif(study: DifStudy, { continuity = true } = {}): MantelHaenszelDif[] {
  return testItems(study, (strata) => mantelHaenszel(strata, continuity ? 0.5 : 0));
}
