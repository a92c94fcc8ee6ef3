/** Probabilities this close to 0 or 1 are moved here first: one sure mistake would cost infinitely much. */
const CLIP = 1e-15;

const clip = (p: number): number => Math.min(Math.max(p, CLIP), 1 - CLIP);

function requireLengths(labels: ArrayLike<number>, values: number, per = 1): void {
  if (labels.length === 0) throw new RangeError('there are no rows to score');
  if (labels.length * per !== values) throw new RangeError(`${values} probabilities for ${labels.length} labels`);
}

/**
 * Mean negative log-likelihood, in nats.
 *
 * @param labels        class indexes, one a row
 * @param probabilities of class 1, one a row; or rows × classes of them, row by row
 * @param classes       2 (one probability a row) or more
 * @throws              RangeError if lengths do not fit
 */
export function logLoss(labels: ArrayLike<number>, probabilities: ArrayLike<number>, classes = 2): number {
  const per = classes === 2 ? 1 : classes;
  requireLengths(labels, probabilities.length, per);
  let sum = 0;
  for (let i = 0; i < labels.length; i += 1) {
    const label = labels[i] as number; // i < length
    const p = probabilities[i * per + (per === 1 ? 0 : label)] ?? 0;
    sum -= Math.log(clip(per === 1 && label !== 1 ? 1 - p : p));
  }
  return sum / labels.length;
}

/**
 * Mean squared difference between label and probability.
 *
 * @throws RangeError if lengths differ
 * @see    Brier (1950), Monthly Weather Review 78, 1–3
 */
export function brierScore(labels: ArrayLike<number>, probabilities: ArrayLike<number>): number {
  requireLengths(labels, probabilities.length);
  let sum = 0;
  for (let i = 0; i < labels.length; i += 1) {
    sum += ((probabilities[i] as number) - (labels[i] === 1 ? 1 : 0)) ** 2; // i < length
  }
  return sum / labels.length;
}

/** Rows whose probabilities lie close together. */
export type CalibrationBin = {
  /** Mean probability. */
  readonly predicted: number;
  /** Share of positives. */
  readonly observed: number;
  readonly rows: number;
};

export type CalibrationOptions = {
  /** 10. */
  readonly bins?: number;
  /** Equally wide bins, or equally full ones; `uniform`. */
  readonly strategy?: 'uniform' | 'quantile';
};

/** Bins are open below and closed above, as scikit-learn's: a probability on an edge belongs to the lower one. */
function binOf(rank: number, p: number, rows: number, { bins = 10, strategy = 'uniform' }: CalibrationOptions): number {
  const at = strategy === 'quantile' ? Math.floor((rank * bins) / rows) : Math.ceil(p * bins) - 1;
  return Math.min(Math.max(at, 0), bins - 1);
}

/**
 * Predicted probability against observed share, by bins; empty bins are left out.
 *
 * @throws RangeError if lengths differ or there is no bin
 */
export function calibrationCurve(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  options: CalibrationOptions = {},
): CalibrationBin[] {
  requireLengths(labels, probabilities.length);
  const { bins = 10 } = options;
  if (!(Number.isInteger(bins) && bins >= 1)) throw new RangeError(`bins is ${bins}, but must be 1 or more`);
  const sums = Array.from({ length: bins }, () => ({ predicted: 0, observed: 0, rows: 0 }));
  const order = Array.from({ length: labels.length }, (_, i) => i);
  order.sort((a, b) => (probabilities[a] as number) - (probabilities[b] as number)); // indexes of the rows
  order.forEach((row, rank) => {
    const p = probabilities[row] as number;
    const bin = sums[binOf(rank, p, labels.length, options)] as (typeof sums)[number]; // probabilities lie in [0, 1]
    bin.predicted += p;
    bin.observed += labels[row] === 1 ? 1 : 0;
    bin.rows += 1;
  });
  const filled = sums.filter(({ rows }) => rows > 0);
  return filled.map(({ predicted, observed, rows }) => ({
    predicted: predicted / rows,
    observed: observed / rows,
    rows,
  }));
}

/**
 * Expected calibration error: mean gap between predicted and observed, bins weighted by their rows.
 *
 * @see Naeini, Cooper & Hauskrecht (2015), AAAI Conference on Artificial Intelligence, 2901–2907
 */
export function expectedCalibrationError(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  options: CalibrationOptions = {},
): number {
  const bins = calibrationCurve(labels, probabilities, options);
  const gaps = bins.reduce((sum, { predicted, observed, rows }) => sum + rows * Math.abs(predicted - observed), 0);
  return gaps / labels.length;
}
