import type { Rng } from '@cairn/kernel';
import { denseRows, type Rows, requireColumns, squaredDistance } from '../numbers/dense.ts';
import { momentsOf } from '../numbers/moments.ts';
import type { Table } from '../table/table.ts';
import { type Clustering, lloyd } from './lloyd.ts';
import { plusPlusCentres, randomCentres } from './seeding.ts';

/** Hyperparameters under the names of SageMaker's KMeans. */
export type KMeansOptions = {
  /** Clusters, at least 1 and at most the number of rows. */
  readonly k: number;
  /** `kmeans++`. */
  readonly init_method?: 'kmeans++' | 'random';
  /** 300. */
  readonly local_lloyd_max_iter?: number;
  /** Share of the mean variance of the features; 1e-4. */
  readonly local_lloyd_tol?: number;
  /** Starts, of which the one with the least inertia counts; 10. */
  readonly local_lloyd_num_trials?: number;
};

/** A fitted model: plain data that survives JSON. */
export type KMeansModel = {
  readonly kind: 'k-means';
  readonly names: readonly string[];
  /** One row a cluster. */
  readonly centres: readonly (readonly number[])[];
  /** Sum of squared distances to the nearest centre. */
  readonly inertia: number;
  readonly iterations: number;
  readonly isConverged: boolean;
};

function requireOptions({ k, local_lloyd_num_trials: trials = 10 }: KMeansOptions, rows: number): void {
  if (!(Number.isInteger(k) && k >= 1 && k <= rows)) {
    throw new RangeError(`k is ${k}, but must be a whole number from 1 to the ${rows} rows`);
  }
  if (!(Number.isInteger(trials) && trials >= 1)) {
    throw new RangeError(`local_lloyd_num_trials is ${trials}, but must be a whole number of 1 or more`);
  }
}

function bestOf(data: Rows, table: Table, options: KMeansOptions, rng: Rng): Clustering {
  const { k, init_method = 'kmeans++', local_lloyd_num_trials: trials = 10 } = options;
  const variance = table.columns.reduce((sum, column) => sum + momentsOf(column).squares / data.rows, 0) / data.width;
  const limits = {
    iterations: options.local_lloyd_max_iter ?? 300,
    tolerance: (options.local_lloyd_tol ?? 1e-4) * variance,
  };
  const run = () => {
    const start = init_method === 'random' ? randomCentres(data, k, rng) : plusPlusCentres(data, k, rng);
    return lloyd(data, k, start, limits);
  };
  let best = run();
  for (let t = 1; t < trials; t += 1) {
    const next = run();
    if (next.inertia < best.inertia) best = next;
  }
  return best;
}

/**
 * k-means clustering. Features of unlike units should be standardised first.
 *
 * @param table features, no cell missing
 * @throws      RangeError on bad options or a missing cell
 * @see         https://docs.aws.amazon.com/sagemaker/latest/dg/k-means-api-config.html
 */
export function fitKMeans(table: Table, options: KMeansOptions, rng: Rng): KMeansModel {
  const data = denseRows(table, 'k-means');
  requireOptions(options, data.rows);
  const { centres, inertia, iterations, isConverged } = bestOf(data, table, options, rng);
  const rows = Array.from({ length: options.k }, (_, c) =>
    Array.from(centres.subarray(c * data.width, (c + 1) * data.width)),
  );
  return { kind: 'k-means', names: table.names, centres: rows, inertia, iterations, isConverged };
}

/** Cluster of each row, and the distance to its centre: the two answers of SageMaker's endpoint. */
export type ClusterAssignment = { readonly labels: Int32Array; readonly distances: Float64Array };

/**
 * @throws RangeError if the columns differ from the model's or a cell is missing
 */
export function assignClusters(model: KMeansModel, table: Table): ClusterAssignment {
  requireColumns(table, model.names);
  const { rows, width, cells } = denseRows(table, 'k-means');
  const centres = Float64Array.from(model.centres.flat());
  const labels = new Int32Array(rows);
  const distances = new Float64Array(rows).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < rows; i += 1) {
    for (let c = 0; c < model.centres.length; c += 1) {
      const d = squaredDistance(cells, i * width, centres, c * width, width);
      if (d >= (distances[i] as number)) continue; // i < rows
      distances[i] = d;
      labels[i] = c;
    }
  }
  return { labels, distances: distances.map(Math.sqrt) };
}
