import { type GridPoint, normalGrid } from '../grid.ts';
import { type CalibratedItem, categoryCurve, maximumScore } from '../items/calibrated-item.ts';

/** What one sum score says about ability. */
export type SumScoreRow = {
  readonly sum: number;
  /** Posterior mean and standard deviation of ability given the sum alone, in logits. */
  readonly theta: number;
  readonly standardError: number;
  /** The share of persons from the prior who reach this sum. */
  readonly probability: number;
};

/** Category probabilities at every node: entry k × nodes + q. */
export type ProbabilityTable = Float64Array;

export function probabilityTable(item: CalibratedItem, nodes: readonly number[]): ProbabilityTable {
  const table = new Float64Array((maximumScore(item) + 1) * nodes.length);
  nodes.forEach((theta, q) => {
    categoryCurve(theta, item).probabilities.forEach((p, k) => {
      table[k * nodes.length + q] = p;
    });
  });
  return table;
}

/** One step of the recursion: the distribution of a sum, and of the sum with one more item. */
function withItem(sums: Float64Array, item: ProbabilityTable, nodes: number): Float64Array {
  const [lower, added] = [sums.length / nodes, item.length / nodes];
  const out = new Float64Array((lower + added - 1) * nodes);
  for (let s = 0; s < lower; s += 1) {
    for (let k = 0; k < added; k += 1) {
      const [to, left, right] = [(s + k) * nodes, s * nodes, k * nodes];
      for (let q = 0; q < nodes; q += 1) {
        // q < nodes, and the tables are that wide
        out[to + q] = (out[to + q] as number) + (sums[left + q] as number) * (item[right + q] as number);
      }
    }
  }
  return out;
}

/**
 * P(sum = s | θ) at every node, entry s × nodes + q.
 *
 * @see Lord & Wingersky (1984), Applied Psychological Measurement 8(4), 453–461
 */
export function sumScoreLikelihood(tables: readonly ProbabilityTable[], nodes: number): Float64Array {
  return tables.reduce((sums, table) => withItem(sums, table, nodes), new Float64Array(nodes).fill(1));
}

/**
 * `sumScoreLikelihood` of all items but one, for each in turn. Halving the items and handing each half the sums of the
 * other costs n² log n steps, where n tests of n − 1 items would cost n³.
 */
export function visitRests(
  tables: readonly ProbabilityTable[],
  nodes: number,
  visit: (item: number, rest: Float64Array) => void,
): void {
  const descend = (from: number, to: number, outside: Float64Array): void => {
    if (to - from <= 1) {
      if (to > from) visit(from, outside);
      return;
    }
    const middle = (from + to) >> 1;
    const joined = (start: number, end: number) =>
      tables.slice(start, end).reduce((sums, table) => withItem(sums, table, nodes), outside);
    descend(from, middle, joined(middle, to));
    descend(middle, to, joined(from, middle));
  };
  descend(0, tables.length, new Float64Array(nodes).fill(1));
}

/**
 * Ability by EAP from the sum score, for every sum that the items can give.
 *
 * @param prior see `normalGrid`
 * @returns     one row a sum, 0 to the sum of the maximum scores
 * @see         Thissen, Pommerich, Billeaud & Williams (1995), Applied Psychological Measurement 19(1), 39–49
 */
export function sumScoreTable(items: readonly CalibratedItem[], prior: readonly GridPoint[] = normalGrid()) {
  const nodes = prior.map(({ theta }) => theta);
  const likelihood = sumScoreLikelihood(
    items.map((item) => probabilityTable(item, nodes)),
    nodes.length,
  );
  return Array.from({ length: likelihood.length / nodes.length }, (_, sum): SumScoreRow => {
    const mass = prior.map(({ weight }, q) => weight * (likelihood[sum * nodes.length + q] ?? 0));
    const probability = mass.reduce((total, part) => total + part, 0);
    const theta = mass.reduce((total, part, q) => total + part * (nodes[q] ?? 0), 0) / probability;
    const variance = mass.reduce((total, part, q) => total + part * ((nodes[q] ?? 0) - theta) ** 2, 0) / probability;
    return { sum, theta, standardError: Math.sqrt(variance), probability };
  });
}
