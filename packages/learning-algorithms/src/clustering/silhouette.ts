import { denseRows, type Rows, squaredDistance } from '../numbers/dense.ts';
import type { Table } from '../table/table.ts';

/** Mean distance from row i to the rows of each cluster, itself left out of its own. */
function meanDistances(data: Rows, labels: ArrayLike<number>, counts: Float64Array, i: number): Float64Array {
  const { rows, width, cells } = data;
  const sums = new Float64Array(counts.length);
  for (let other = 0; other < rows; other += 1) {
    const label = labels[other] as number; // one a row, here and below
    sums[label] = (sums[label] as number) + Math.sqrt(squaredDistance(cells, i * width, cells, other * width, width));
  }
  return sums.map((sum, label) => sum / ((counts[label] as number) - (label === labels[i] ? 1 : 0)));
}

function widthOf(means: Float64Array, own: number, counts: Float64Array): number {
  if (counts[own] === 1) return 0;
  const inside = means[own] as number; // own is a label
  const outside = means.reduce((least, mean, label) => {
    const isRival = label !== own && (counts[label] as number) > 0;
    return isRival ? Math.min(least, mean) : least;
  }, Number.POSITIVE_INFINITY);
  const larger = Math.max(inside, outside);
  return larger === 0 ? 0 : (outside - inside) / larger;
}

/**
 * Silhouette of each row: (b − a) / max(a, b), where a is the mean distance to the rows of its own cluster and b the
 * least mean distance to those of another; 0 in a cluster of one. All pairs are compared: sample a large table first.
 *
 * @param labels whole numbers from 0, one a row, at least two different ones
 * @returns      values in [−1, 1], one a row; their mean is the silhouette score
 * @throws       RangeError if there is but one cluster, or lengths differ
 * @see          Rousseeuw (1987), Journal of Computational and Applied Mathematics 20, 53–65
 */
export function silhouette(table: Table, labels: ArrayLike<number>): Float64Array {
  const data = denseRows(table, 'the silhouette');
  if (labels.length !== data.rows) throw new RangeError(`${labels.length} labels for ${data.rows} rows`);
  const counts = new Float64Array(Math.max(...Array.from(labels)) + 1);
  for (let i = 0; i < labels.length; i += 1) {
    const label = labels[i] as number; // i < length
    counts[label] = (counts[label] ?? 0) + 1;
  }
  if (counts.filter((count) => count > 0).length < 2)
    throw new RangeError('the silhouette compares at least two clusters');
  return Float64Array.from({ length: data.rows }, (_, i) =>
    widthOf(meanDistances(data, labels, counts, i), labels[i] as number, counts),
  );
}
