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
};

function fillColumn(tables: BankTables, calibration: CalibratedItem, column: number): void {
  tables.nodes.forEach((theta, node) => {
    const { probabilities, slopes } = categoryCurve(theta, calibration);
    const cell = node * tables.size + column;
    let information = 0;
    probabilities.forEach((p, k) => {
      const table = tables.probabilities[k];
      if (table) table[cell] = p;
      if (p > 0) information += (slopes[k] ?? 0) ** 2 / p;
    });
    tables.information[cell] = information;
  });
}

export function bankTables(items: readonly CalibratedItem[], thetas: readonly number[]): BankTables {
  const cells = items.length * thetas.length;
  const categories = Uint8Array.from(items, (item) => maximumScore(item) + 1);
  const most = categories.reduce((largest, count) => Math.max(largest, count), 2);
  const tables: BankTables = {
    size: items.length,
    nodes: Float64Array.from(thetas),
    categories,
    information: new Float64Array(cells),
    probabilities: Array.from({ length: most }, () => new Float64Array(cells)),
  };
  items.forEach((item, column) => {
    fillColumn(tables, item, column);
  });
  return tables;
}

/** Nodes and weights of the cubic through the four nodes around `theta` (Lagrange). */
function cubicWeights(nodes: Float64Array, theta: number): { readonly first: number; readonly weights: number[] } {
  let right = nodes.findIndex((node) => node > theta);
  if (right < 0) right = nodes.length;
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
export function informationAt(tables: BankTables, theta: number, into: Float64Array): void {
  const { first, weights } = cubicWeights(tables.nodes, theta);
  into.fill(0);
  weights.forEach((weight, i) => {
    addRow(into, tables.information, (first + i) * tables.size, weight);
  });
}

/** into += weight × the row of `table` that starts at `offset`. */
export function addRow(into: Float64Array, table: Float64Array, offset: number, weight: number): void {
  for (let j = 0; j < into.length; j += 1) into[j] = (into[j] ?? 0) + weight * (table[offset + j] ?? 0);
}
