import type { SquareMatrix } from '../../numbers/cholesky.ts';
import type { Responses } from '../../responses/responses.ts';
import type { Groups } from '../e-step/tallies.ts';
import type { FitProblem } from '../fit-problem.ts';
import type { Nodes } from '../quadrature.ts';
import { completeInformation, priorInformation } from './complete-information.ts';
import type { FreeParameters } from './free-parameters.ts';
import { addMeans, addPairs, emptyMoments, type ScoreMoments } from './missing-information.ts';
import { BLOCK_PERSONS, personBlock } from './person-block.ts';
import { mergedMoments, referenceCoding, splitBlock } from './reference-coding.ts';
import { scoreTable } from './score-table.ts';

/** A maximum of the marginal likelihood: what was fitted, where, and on which abilities. */
export type FittedProblem = { readonly problem: FitProblem; readonly vector: Float64Array; readonly nodes: Nodes };

/**
 * `observed`: minus the Hessian of the marginal log-likelihood, by Louis' identity. `cross-product`: the sum of products
 * of each person's gradient, for less work; needs many more persons than parameters.
 */
export type ParameterInformation = 'observed' | 'cross-product';

function momentsOf(
  { problem, vector, nodes }: FittedProblem,
  free: FreeParameters,
  responses: Responses,
  groups: Groups,
  kind: ParameterInformation,
): ScoreMoments {
  const table = scoreTable(problem, vector, nodes, free);
  const moments = emptyMoments(free.count, table);
  const coding = referenceCoding(problem, table);
  const coded = emptyMoments(free.count, coding.table);
  for (let first = 0; first < responses.persons; first += BLOCK_PERSONS) {
    const last = Math.min(responses.persons, first + BLOCK_PERSONS);
    const block = personBlock(problem, table, responses, groups, first, last);
    addMeans(table, block, moments);
    if (kind !== 'observed') continue;
    const { complete, others } = splitBlock(block, coding);
    addPairs(coding.table, complete, coded);
    addPairs(table, others, moments);
  }
  return mergedMoments(moments, coded, nodes.length, problem);
}

/** Upper triangle of complete − missing information; then both triangles. */
function assemble(complete: Float64Array, { order, between, within, ofMeans }: ScoreMoments): Float64Array {
  const out = new Float64Array(order * order);
  for (let r = 0; r < order; r += 1) {
    for (let s = r; s < order; s += 1) {
      const [upper, lower] = [r * order + s, s * order + r];
      const products = Number(within[upper]) + Number(between[upper]) + Number(between[lower]);
      const value = Number(complete[upper]) - products + Number(ofMeans[upper]);
      out[upper] = value;
      out[lower] = value;
    }
  }
  return out;
}

/**
 * Information about the free parameters in the answers (and priors).
 *
 * @see Louis (1982), Journal of the Royal Statistical Society B 44, 226–233
 */
export function informationAt(
  fit: FittedProblem,
  free: FreeParameters,
  responses: Responses,
  groups: Groups,
  kind: ParameterInformation,
): SquareMatrix {
  const moments = momentsOf(fit, free, responses, groups, kind);
  const { problem, vector, nodes } = fit;
  const values =
    kind === 'observed'
      ? assemble(completeInformation(problem, vector, nodes, free, moments.counts), moments)
      : withBoth(moments.ofMeans, priorInformation(problem, vector, free), free.count);
  return { order: free.count, values };
}

function withBoth(upper: Float64Array, more: Float64Array, order: number): Float64Array {
  return upper.map((_, at) => {
    const [r, s] = [Math.floor(at / order), at % order];
    return Number(upper[Math.min(r, s) * order + Math.max(r, s)]) + Number(more[at]);
  });
}
