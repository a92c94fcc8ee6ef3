import { seededRng } from '@cairn/kernel';
import { type Table, tableFromRows } from '@cairn/learning-algorithms';

/** What each feature adds to a prediction, row by row; with `expected` they sum to it. */
export interface ShapleyValues {
  /** The prediction for the baseline. */
  readonly expected: number;
  readonly rows: readonly (readonly number[])[];
}

export interface ShapleyOptions {
  /** Values that stand for "not known". */
  readonly baseline: readonly number[];
  /** Orders of the features that are tried for each row. */
  readonly orders: number;
  readonly seed: number;
}

const rowOf = ({ columns }: Table, i: number): number[] => columns.map((column) => column[i] ?? Number.NaN);

/** The points that are passed as `row`'s features come in, one after the other in `order`, from the baseline on. */
function pathOf(row: readonly number[], baseline: readonly number[], order: readonly number[]): number[] {
  const point = [...baseline];
  return order.flatMap((feature) => {
    point[feature] = row[feature] ?? Number.NaN;
    return [...point];
  });
}

/**
 * Shapley values of any model by sampling orders of its features: unbiased, and additive for every number of orders.
 * Every order is followed by its reverse, which takes much of the noise out.
 *
 * @param score one number a row
 * @see         Štrumbelj & Kononenko (2014), Knowledge and Information Systems 41, 647–665
 */
export function shapleyValues(
  table: Table,
  score: (table: Table) => readonly number[],
  options: ShapleyOptions,
): ShapleyValues {
  const { baseline, orders, seed } = options;
  const width = baseline.length;
  const rng = seededRng(`shapley:${seed}`);
  const [expected = Number.NaN] = score(tableFromRows(baseline, width));
  const features = Array.from({ length: width }, (_, j) => j);
  const rows = Array.from({ length: table.rows }, (_, i) => {
    const drawn = Array.from({ length: Math.ceil(orders / 2) }, () => rng.shuffle(features));
    const all = drawn.flatMap((order) => [order, order.toReversed()]).slice(0, Math.max(2, orders));
    const row = rowOf(table, i);
    const scores = score(
      tableFromRows(
        all.flatMap((order) => pathOf(row, baseline, order)),
        width,
      ),
    );
    const sums = new Array<number>(width).fill(0);
    all.forEach((order, k) => {
      order.forEach((feature, step) => {
        const before = step === 0 ? expected : (scores[k * width + step - 1] ?? Number.NaN);
        sums[feature] = (sums[feature] ?? 0) + (scores[k * width + step] ?? Number.NaN) - before;
      });
    });
    return sums.map((sum) => sum / all.length);
  });
  return { expected, rows };
}
