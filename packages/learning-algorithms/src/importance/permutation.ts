import type { Rng } from '@cairn/kernel';
import { meanOf, sampleDeviation } from '../numbers/moments.ts';
import { normalQuantile } from '../numbers/normal.ts';
import type { Table } from '../table/table.ts';

/** How much a score falls when one feature's values are shuffled among the rows. */
export type FeatureImportance = {
  readonly name: string;
  /** Mean fall of the score; around 0 for a feature the model does not use. */
  readonly importance: number;
  /** Interval of the mean over the shuffles. */
  readonly low: number;
  readonly high: number;
};

export type PermutationOptions = {
  /** Shuffles of each feature; 10. */
  readonly repeats?: number;
  /** Coverage of the interval; 0.95. */
  readonly confidence?: number;
};

/**
 * Permutation importance, the most important feature first. Use rows that the model was not trained on; of two
 * features that say the same, each looks unimportant while the other is intact.
 *
 * @param score the model's score on a table like `table`: higher is better
 * @throws      RangeError with fewer than two repeats
 * @see         Breiman (2001), Machine Learning 45, 5–32; Fisher, Rudin & Dominici (2019), JMLR 20(177)
 */
export function permutationImportance(
  table: Table,
  score: (table: Table) => number,
  { repeats = 10, confidence = 0.95 }: PermutationOptions,
  rng: Rng,
): FeatureImportance[] {
  if (!(Number.isInteger(repeats) && repeats >= 2))
    throw new RangeError(`repeats is ${repeats}, but must be 2 or more`);
  const z = normalQuantile(0.5 + confidence / 2);
  const intact = score(table);
  const importances = table.names.map((name, j) => {
    const falls = Array.from({ length: repeats }, () => {
      const shuffled = Float64Array.from(rng.shuffle(Array.from(table.columns[j] ?? [])));
      return intact - score({ ...table, columns: table.columns.map((column, k) => (k === j ? shuffled : column)) });
    });
    const importance = meanOf(falls);
    const reach = (z * sampleDeviation(falls)) / Math.sqrt(repeats);
    return { name, importance, low: importance - reach, high: importance + reach };
  });
  return importances.sort((a, b) => b.importance - a.importance);
}
