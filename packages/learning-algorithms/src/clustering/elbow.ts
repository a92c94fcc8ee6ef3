import type { Rng } from '@cairn/kernel';
import type { Table } from '../table/table.ts';
import { fitKMeans, type KMeansOptions } from './k-means.ts';

/** Inertia by number of clusters, and where the curve bends most. */
export type Elbow = {
  readonly curve: readonly { readonly k: number; readonly inertia: number }[];
  /** The k whose point lies farthest below the straight line between the curve's ends, on a logarithmic scale. */
  readonly k: number;
};

/**
 * Runs k-means for each k and finds the elbow.
 *
 * @param ks ascending, at least three
 * @throws   RangeError with fewer than three, or a k that k-means refuses
 * @see      Satopää et al. (2011), Finding a "Kneedle" in a haystack, ICDCS Workshops, 166–171
 */
export function findElbow(table: Table, ks: readonly number[], options: Omit<KMeansOptions, 'k'>, rng: Rng): Elbow {
  if (ks.length < 3) throw new RangeError('an elbow needs at least three numbers of clusters');
  const curve = ks.map((k) => ({ k, inertia: fitKMeans(table, { ...options, k }, rng).inertia }));
  const first = curve[0] as Elbow['curve'][number]; // there are at least three, here and below
  const last = curve.at(-1) as Elbow['curve'][number];
  // Logarithms, because the first split of many groups saves more than all later ones together.
  const height = ({ inertia }: Elbow['curve'][number]) => Math.log(inertia + 1e-12 * first.inertia + 1e-300);
  const dropBelowLine = (point: Elbow['curve'][number]) => {
    const share = (point.k - first.k) / (last.k - first.k);
    return height(first) + share * (height(last) - height(first)) - height(point);
  };
  const best = curve.reduce((most, point) => (dropBelowLine(point) > dropBelowLine(most) ? point : most));
  return { curve, k: best.k };
}
