import { NOT_PRESENTED, type Responses } from '../responses/responses.ts';

/** Variances and covariances of items; each over the persons who answered the items concerned. NaN where fewer than two. */
export type ItemCovariances = {
  readonly persons: number;
  /** Items that anybody answered: the others have no part in the sums over items. */
  readonly answered: number;
  readonly means: readonly number[];
  readonly variances: readonly number[];
  /** Sum of an item's variance and its covariances with all others. */
  readonly rowSums: readonly number[];
  /** Sum of variances. */
  readonly variance: number;
  /** Variance of the total score. */
  readonly total: number;
  readonly meanCorrelation: number;
  readonly spreadOfCorrelations: number;
};

type Column = { readonly scores: Uint8Array; readonly weights: Float64Array };

function columnsOf({ persons, items, scores }: Responses): Uint8Array[] {
  return Array.from({ length: items }, (_, i) =>
    Uint8Array.from({ length: persons }, (_, person) => scores[person * items + i] ?? NOT_PRESENTED),
  );
}

/** Covariance of two columns, divided by persons less one. */
function covariance({ scores, weights }: Column, other: Uint8Array): number {
  let n = 0;
  let sx = 0;
  let sy = 0;
  let sxy = 0;
  for (let i = 0; i < scores.length; i += 1) {
    const x = scores[i] as number; // all as long as the persons
    const y = other[i] as number;
    if (x === NOT_PRESENTED || y === NOT_PRESENTED) continue;
    const w = weights[i] as number;
    n += w;
    sx += w * x;
    sy += w * y;
    sxy += w * x * y;
  }
  return n > 1 ? (sxy - (sx * sy) / n) / (n - 1) : Number.NaN;
}

function meanOf({ scores, weights }: Column): number {
  let [n, sum] = [0, 0];
  scores.forEach((score, i) => {
    if (score === NOT_PRESENTED) return;
    n += weights[i] ?? 0;
    sum += (weights[i] ?? 0) * score;
  });
  return sum / n;
}

function spreadOf(values: readonly number[]): { mean: number; spread: number } {
  if (values.length === 0) return { mean: Number.NaN, spread: Number.NaN };
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, spread: Math.sqrt(squares / (values.length - 1)) };
}

export function covariancesOf(responses: Responses): ItemCovariances {
  const weights = responses.weights ?? new Float64Array(responses.persons).fill(1);
  const columns = columnsOf(responses);
  const means = columns.map((scores) => meanOf({ scores, weights }));
  const isAnswered = (i: number) => !Number.isNaN(means[i] ?? Number.NaN);
  const sumOf = (values: readonly number[]) => values.reduce((sum, value, i) => (isAnswered(i) ? sum + value : sum), 0);
  const variances = columns.map((scores) => covariance({ scores, weights }, scores));
  const rowSums = [...variances];
  const correlations: number[] = [];
  columns.forEach((scores, i) => {
    for (let j = i + 1; j < columns.length; j += 1) {
      if (!(isAnswered(i) && isAnswered(j))) continue;
      const shared = covariance({ scores, weights }, columns[j] as Uint8Array); // j < columns
      rowSums[i] = (rowSums[i] ?? 0) + shared;
      rowSums[j] = (rowSums[j] ?? 0) + shared;
      correlations.push(shared / Math.sqrt((variances[i] ?? 0) * (variances[j] ?? 0)));
    }
  });
  const { mean, spread } = spreadOf(correlations.filter(Number.isFinite));
  return {
    persons: weights.reduce((sum, weight) => sum + weight, 0),
    answered: means.filter((_, i) => isAnswered(i)).length,
    means,
    variances,
    rowSums,
    variance: sumOf(variances),
    total: sumOf(rowSums),
    meanCorrelation: mean,
    spreadOfCorrelations: spread,
  };
}
