import { type FitItem, parametersOf } from './fit-problem.ts';
import { countsOf, type Objective, objectiveOf } from './item-objective.ts';
import type { Nodes } from './quadrature.ts';
import { solveSymmetric } from './small-matrix.ts';

const NEWTON_STEPS = 2;
const HALVINGS = 12;

/** One item with the slope taken out: its other parameters answer any slope by `own − slope · bySlope`. */
type Profile = {
  readonly own: Float64Array;
  readonly bySlope: Float64Array;
  readonly gradient: number;
  readonly curvature: number;
};

/** Eliminates all parameters but the slope from one item's Newton equations. */
function profileOf({ gradient, information }: Objective): Profile {
  const p = gradient.length;
  const rest = p - 1;
  const matrix = new Float64Array(rest * rest);
  for (let r = 0; r < rest; r += 1) matrix.set(information.subarray((r + 1) * p + 1, (r + 2) * p), r * rest);
  const cross = information.slice(1, p);
  const own = solveSymmetric(matrix, gradient.slice(1));
  const bySlope = solveSymmetric(matrix, cross);
  const along = (x: Float64Array) => cross.reduce((sum, value, r) => sum + value * (x[r] ?? 0), 0);
  return { own, bySlope, gradient: (gradient[0] ?? 0) - along(own), curvature: (information[0] ?? 0) - along(bySlope) };
}

const totalOf = (objectives: readonly Objective[]): number => objectives.reduce((sum, { value }) => sum + value, 0);

/** Every item's parameters after a share of the joint Newton step. */
function moved(
  at: readonly Float64Array[],
  profiles: readonly Profile[],
  slopeStep: number,
  share: number,
): Float64Array[] {
  return at.map((parameters, j) => {
    const profile = profiles[j];
    return parameters.map((value, r) => {
      if (r === 0) return value + share * slopeStep;
      return value + share * ((profile?.own[r - 1] ?? 0) - slopeStep * (profile?.bySlope[r - 1] ?? 0));
    });
  });
}

/**
 * One slope for all items: Newton steps of the joint objective, whose matrix is an arrow (each item's own parameters meet
 * only the slope). Never makes the objective less.
 */
export function improveShared(
  items: readonly FitItem[],
  vector: Float64Array,
  nodes: Nodes,
  counts: Float64Array,
): void {
  let at: Float64Array[] = items.map((item) => parametersOf(item, vector).slice());
  const evaluate = (all: readonly Float64Array[]) =>
    items.map((item, j) =>
      objectiveOf(item, all[j] ?? new Float64Array(), nodes, countsOf(item, counts, nodes.length)),
    );
  let here = evaluate(at);
  for (let round = 0; round < NEWTON_STEPS; round += 1) {
    const profiles = here.map(profileOf);
    const curvature = profiles.reduce((sum, profile) => sum + profile.curvature, 0);
    const slope = profiles.reduce((sum, { gradient }) => sum + gradient, 0);
    const slopeStep = curvature > 0 ? Math.max(-1, Math.min(1, slope / curvature)) : 0;
    let share = 1;
    for (let halving = 0; halving < HALVINGS; halving += 1) {
      const tried = moved(at, profiles, slopeStep, share);
      const there = evaluate(tried);
      if (totalOf(there) >= totalOf(here)) {
        at = tried;
        here = there;
        break;
      }
      share /= 2;
    }
  }
  items.forEach((item, j) => {
    parametersOf(item, vector).set(at[j] ?? []);
  });
}
