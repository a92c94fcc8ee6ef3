import { type ProportionInterval, wilsonInterval } from '../proportion.ts';

/** What was predicted, and what came. */
export type Prediction = { readonly probability: number; readonly passed: boolean };

export type CalibrationBin = {
  readonly count: number;
  /** Mean predicted probability. */
  readonly predicted: number;
  /** Share that passed, with its 80 % interval. */
  readonly observed: ProportionInterval;
};

/** How good probabilities were. Brier = reliability − resolution + uncertainty, up to the spread within bins. */
export type Reliability =
  | { readonly kind: 'no-outcomes' }
  | {
      readonly kind: 'scored';
      readonly count: number;
      /** Below `ENOUGH_OUTCOMES` nothing can be concluded: show the count first. */
      readonly enough: boolean;
      readonly passRate: number;
      /** Mean squared error of the probability: 0 perfect, `uncertainty` as good as always saying the pass rate. */
      readonly brier: number;
      /** Murphy's parts, from the bins. */
      readonly parts: { readonly reliability: number; readonly resolution: number; readonly uncertainty: number };
      /** Mean −ln(probability given to what came), in nats. */
      readonly logLoss: number;
      /** Mean |predicted − observed| over the bins, weighted by their counts. */
      readonly calibrationError: number;
      readonly bins: readonly CalibrationBin[];
    };

/** With fewer outcomes, even the share of all that passed is known to no better than ± 0.14 (95 %, near one half). */
export const ENOUGH_OUTCOMES = 50;

/** Keeps one wrong certainty from making the log loss infinite. */
const CERTAIN = 1e-6;

export type Binning = {
  /** equal-count: as many outcomes a bin; equal-width: as much probability. Default equal-count. */
  readonly by?: 'equal-count' | 'equal-width';
  /** At most this many bins; default 10, and no more than one for each ten outcomes. */
  readonly bins?: number;
};

const average = <T>(values: readonly T[], of: (value: T) => number): number =>
  values.reduce((sum, value) => sum + of(value), 0) / values.length;

const outcomeOf = ({ passed }: Prediction): number => Number(passed);

function groupsOf(sorted: readonly Prediction[], { by = 'equal-count', bins = 10 }: Binning): Prediction[][] {
  const count = Math.max(1, Math.min(bins, Math.floor(sorted.length / 10)));
  const groups: Prediction[][] = Array.from({ length: count }, () => []);
  let first = 0; // of those with this probability: they share a bin, or their order would decide which
  sorted.forEach((prediction, i) => {
    if (prediction.probability !== sorted[first]?.probability) first = i;
    const place = by === 'equal-count' ? first / sorted.length : prediction.probability;
    groups[Math.min(count - 1, Math.floor(place * count))]?.push(prediction);
  });
  return groups.filter((group) => group.length > 0);
}

function binOf(group: readonly Prediction[]): CalibrationBin {
  const passed = group.filter((prediction) => prediction.passed).length;
  return {
    count: group.length,
    predicted: average(group, ({ probability }) => probability),
    observed: wilsonInterval(passed, group.length),
  };
}

/** Over all outcomes: `of` a bin, weighted by its count. */
const overBins = (bins: readonly CalibrationBin[], count: number, of: (bin: CalibrationBin) => number): number =>
  bins.reduce((sum, bin) => sum + (bin.count / count) * of(bin), 0);

function logLossOf({ probability, passed }: Prediction): number {
  const given = passed ? probability : 1 - probability;
  return -Math.log(Math.max(CERTAIN, given));
}

/**
 * Scores predicted probabilities against outcomes.
 *
 * @param predictions in any order
 * @throws            RangeError for a probability outside [0, 1]
 * @see               Brier (1950), Monthly Weather Review 78; Murphy (1973), Journal of Applied Meteorology 12, 595–600
 */
export function reliability(predictions: readonly Prediction[], binning: Binning = {}): Reliability {
  const bad = predictions.find(({ probability }) => !(probability >= 0 && probability <= 1));
  if (bad) throw new RangeError(`a probability lies in [0, 1], ${bad.probability} does not`);
  const count = predictions.length;
  if (count === 0) return { kind: 'no-outcomes' };
  const sorted = [...predictions].sort((a, b) => a.probability - b.probability);
  const bins = groupsOf(sorted, binning).map(binOf);
  const passRate = average(sorted, outcomeOf);
  return {
    kind: 'scored',
    count,
    enough: count >= ENOUGH_OUTCOMES,
    passRate,
    brier: average(sorted, (prediction) => (prediction.probability - outcomeOf(prediction)) ** 2),
    parts: {
      reliability: overBins(bins, count, ({ predicted, observed }) => (predicted - observed.estimate) ** 2),
      resolution: overBins(bins, count, ({ observed }) => (observed.estimate - passRate) ** 2),
      uncertainty: passRate * (1 - passRate),
    },
    logLoss: average(sorted, logLossOf),
    calibrationError: overBins(bins, count, ({ predicted, observed }) => Math.abs(predicted - observed.estimate)),
    bins,
  };
}
