import { type FitProblem, latentOffset, parametersOf } from '../fit-problem.ts';
import type { FittedProblem } from './observed-information.ts';

/** The common slope: the spread of ability on the scale where the slope is 1. */
function commonSlope({ problem, vector }: FittedProblem): number {
  const item = problem.items.find(({ role }) => role === 'free');
  return item === undefined ? 1 : Number(parametersOf(item, vector)[0]);
}

/** Answers that have nothing in common fit persons who are all alike; a spread of 0 has no logarithm. */
const LEAST_SPREAD = 1e-6;

/** A Rasch model that was fitted with a common slope and spread 1, as what it is reported as: slope 1 and a free spread. */
export function asRasch({ problem, vector, nodes }: FittedProblem): FittedProblem {
  const slope = commonSlope({ problem, vector, nodes });
  const spread = Math.abs(slope) > LEAST_SPREAD ? slope : LEAST_SPREAD;
  const moved = vector.slice();
  for (const item of problem.items) {
    if (item.role === 'left-out') continue;
    const parameters = parametersOf(item, moved);
    item.model.rescale(parameters, 0, 1 / spread);
    if (item.role === 'free') parameters[0] = 1; // as it is but for rounding, or for a slope of 0
  }
  for (let group = 0; group < problem.groups; group += 1) {
    const at = latentOffset(problem, group);
    moved[at] = Number(vector[at]) * spread;
    moved[at + 1] = Number(vector[at + 1]) + Math.log(Math.abs(spread));
  }
  const reported: FitProblem = {
    ...problem,
    slopes: 'held',
    isExpanded: false,
    reference: { isMeanFree: false, isSdFree: true },
  };
  return { problem: reported, vector: moved, nodes: nodes.map((theta) => theta * spread) };
}
