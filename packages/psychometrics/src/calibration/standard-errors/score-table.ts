import { type FitItem, type FitProblem, latentOf, latentOffset, parametersOf } from '../fit-problem.ts';
import { type Nodes, writeWeights } from '../quadrature.ts';
import type { FreeParameters } from './free-parameters.ts';

/**
 * What each answer says at each node. A cell is one category of one item (its row in the category table), or, behind
 * those, one latent group. All tables have one row of nodes an entry.
 */
export type ScoreTable = {
  readonly cells: number;
  /** cells × nodes: ln P of the answer, or ln of the group's weight. */
  readonly logs: Float64Array;
  /** Where a cell's parameters begin in `places` and `slopes`; one entry more than cells. */
  readonly starts: Int32Array;
  /** Free parameters that a cell depends on. */
  readonly places: Int32Array;
  /** ∂ logs / ∂ the free parameter, one row of nodes for each entry of `places`. */
  readonly slopes: Float64Array;
};

/** Rows of the category table: row 0 stands for a missing answer, left-out items have rows too. */
export function categoryRows({ items }: FitProblem): number {
  const last = items.at(-1);
  return last === undefined ? 1 : last.row + last.model.categories;
}

/** Derivatives of the logarithm of a group's normal weights by its mean and ln sd: exact on the grid too. */
export function latentSlopes(nodes: Nodes, mean: number, sd: number) {
  const weights = new Float64Array(nodes.length);
  writeWeights(nodes, mean, sd, weights);
  const byMean = nodes.map((theta) => (theta - mean) / sd ** 2);
  const bySpread = nodes.map((theta) => ((theta - mean) / sd) ** 2);
  const average = (values: Float64Array) => values.reduce((sum, value, q) => sum + value * Number(weights[q]), 0);
  const [meanOfMean, meanOfSpread] = [average(byMean), average(bySpread)];
  return {
    weights,
    slopes: [byMean.map((value) => value - meanOfMean), bySpread.map((value) => value - meanOfSpread)] as const,
  };
}

type Draft = { readonly logs: Float64Array; readonly slopesOf: { place: number; row: Float64Array }[][] };

/** The derivatives of one category at one node are those of an objective that counts one person there. */
function draftItem(draft: Draft, item: FitItem, vector: Float64Array, nodes: Nodes, free: FreeParameters): void {
  const q = nodes.length;
  const { model, row, offset, role } = item;
  const parameters = parametersOf(item, vector);
  const curves = new Float64Array(model.categories * q);
  model.probabilities(parameters, nodes, curves);
  const p = parameters.length;
  const [gradient, information] = [new Float64Array(p), new Float64Array(p * p)];
  for (let k = 0; k < model.categories; k += 1) {
    const rows = Array.from({ length: p }, () => new Float64Array(q));
    const one = new Float64Array(model.categories).fill(1, k, k + 1);
    for (let n = 0; n < q; n += 1) {
      draft.logs[(row + k) * q + n] = Math.log(Number(curves[k * q + n]));
      if (role !== 'free') continue;
      model.derivatives(parameters, nodes.subarray(n, n + 1), one, gradient, information);
      for (let r = 0; r < p; r += 1) (rows[r] as Float64Array)[n] = Number(gradient[r]); // one row a parameter
    }
    draft.slopesOf[row + k] = rows
      .map((slopes, r) => ({ place: Number(free.placeOf[offset + r]), row: slopes }))
      .filter(({ place }) => role === 'free' && place >= 0);
  }
}

function draftGroup(
  draft: Draft,
  problem: FitProblem,
  group: number,
  vector: Float64Array,
  nodes: Nodes,
  free: FreeParameters,
) {
  const { mean, sd } = latentOf(problem, vector, group);
  const { weights, slopes } = latentSlopes(nodes, mean, sd);
  const cell = categoryRows(problem) + group;
  weights.forEach((weight, n) => {
    draft.logs[cell * nodes.length + n] = Math.log(Math.max(Number.MIN_VALUE, weight));
  });
  draft.slopesOf[cell] = slopes
    .map((row, r) => ({ place: Number(free.placeOf[latentOffset(problem, group) + r]), row }))
    .filter(({ place }) => place >= 0);
}

export function scoreTable(problem: FitProblem, vector: Float64Array, nodes: Nodes, free: FreeParameters): ScoreTable {
  const cells = categoryRows(problem) + problem.groups;
  const draft: Draft = {
    logs: new Float64Array(cells * nodes.length),
    slopesOf: Array.from({ length: cells }, () => []),
  };
  for (const item of problem.items) if (item.role !== 'left-out') draftItem(draft, item, vector, nodes, free);
  for (let group = 0; group < problem.groups; group += 1) draftGroup(draft, problem, group, vector, nodes, free);
  const starts = new Int32Array(cells + 1);
  draft.slopesOf.forEach((slopes, cell) => {
    starts[cell + 1] = Number(starts[cell]) + slopes.length;
  });
  const all = draft.slopesOf.flat();
  const slopes = new Float64Array(all.length * nodes.length);
  all.forEach(({ row }, entry) => {
    slopes.set(row, entry * nodes.length);
  });
  return { cells, logs: draft.logs, starts, places: Int32Array.from(all, ({ place }) => place), slopes };
}
