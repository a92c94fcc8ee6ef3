import { type CalibratedItem, categoryCurve, maximumScore } from '../items/calibrated-item.ts';

/**
 * Everything about the bank that does not change while a test runs, on the abilities of the prior. A table holds one row
 * a node and one column an item, so that a criterion for all items is a pass over contiguous rows.
 */
export type BankTables = {
  readonly size: number;
  readonly nodes: Float64Array;
  /** Categories of each item, 2 or more. */
  readonly categories: Uint8Array;
  /** Fisher information in 1/logit². */
  readonly information: Float64Array;
  /** One table a category: the chance of that score; 0 where an item has fewer categories. */
  readonly probabilities: readonly Float64Array[];
  /** Their natural logarithms, only where a criterion asks for them: no table otherwise. */
  readonly logarithms: readonly Float64Array[];
  /** The same chances by item: one row of nodes for each category of each item, `rowOf` says where it starts. */
  readonly curves: Float64Array;
};

/** Where the curve of a category starts in `curves`. */
export const rowOf = ({ nodes, probabilities }: BankTables, item: number, category: number): number =>
  (item * probabilities.length + category) * nodes.length;

function fillColumn(tables: BankTables, calibration: CalibratedItem, column: number): void {
  tables.nodes.forEach((theta, node) => {
    const { probabilities, slopes } = categoryCurve(theta, calibration);
    const cell = node * tables.size + column;
    let information = 0;
    probabilities.forEach((p, k) => {
      const table = tables.probabilities[k];
      if (table) table[cell] = p;
      tables.curves[rowOf(tables, column, k) + node] = p;
      if (p > 0) information += (slopes[k] ?? 0) ** 2 / p;
    });
    tables.information[cell] = information;
  });
}

const logarithms = (table: Float64Array): Float64Array => table.map((p) => Math.log(Math.max(p, Number.MIN_VALUE))); // finite, so that 0 times it is 0

/** @param withLogarithms for the criteria of divergence */
export function bankTables(
  items: readonly CalibratedItem[],
  thetas: readonly number[],
  withLogarithms: boolean,
): BankTables {
  const cells = items.length * thetas.length;
  const categories = Uint8Array.from(items, (item) => maximumScore(item) + 1);
  const most = categories.reduce((largest, count) => Math.max(largest, count), 2);
  const tables: BankTables = {
    size: items.length,
    nodes: Float64Array.from(thetas),
    categories,
    information: new Float64Array(cells),
    probabilities: Array.from({ length: most }, () => new Float64Array(cells)),
    logarithms: [],
    curves: new Float64Array(cells * most),
  };
  items.forEach((item, column) => {
    fillColumn(tables, item, column);
  });
  return withLogarithms ? { ...tables, logarithms: tables.probabilities.map(logarithms) } : tables;
}

/** The cubic through the four nodes around `theta` (Lagrange): the first of them, and the weight of each. */
function cubicWeights(nodes: Float64Array, theta: number): { readonly first: number; readonly weights: number[] } {
  let right = 0;
  while (right < nodes.length && (nodes[right] ?? 0) <= theta) right += 1;
  const first = Math.min(Math.max(right - 2, 0), nodes.length - 4);
  const around = Array.from(nodes.subarray(first, first + 4));
  const weights = around.map((x, i) =>
    around.reduce((product, other, j) => (i === j ? product : (product * (theta - other)) / (x - other)), 1),
  );
  return { first, weights };
}

/**
 * Information of every item at `theta`: cubic between the nodes, exact to about 1e-4 of its size for a ≤ 2 on nodes
 * 0.15 apart. Good for choosing; what is reported is computed afresh.
 */
export function informationAt({ nodes, size, information }: BankTables, theta: number): Float64Array {
  const { first, weights } = cubicWeights(nodes, theta);
  const [w0 = 0, w1 = 0, w2 = 0, w3 = 0] = weights;
  const into = new Float64Array(size);
  for (let j = 0, cell = first * size; j < size; j += 1, cell += 1) {
    into[j] =
      w0 * (information[cell] ?? 0) +
      w1 * (information[cell + size] ?? 0) +
      w2 * (information[cell + 2 * size] ?? 0) +
      w3 * (information[cell + 3 * size] ?? 0);
  }
  return into;
}

/** into += weight × the row of `table` that starts at `offset`. */
export function addRow(into: Float64Array, table: Float64Array, offset: number, weight: number): void {
  for (let j = 0; j < into.length; j += 1) into[j] = (into[j] ?? 0) + weight * (table[offset + j] ?? 0);
}
