import { type FitItem, type FitProblem, latentOf, latentOffset, parametersOf } from './fit-problem.ts';
import { countsOf, largestOf, type Objective, objectiveOf, STEEPEST } from './item-objective.ts';
import type { Nodes } from './quadrature.ts';
import { improveShared } from './shared-slope.ts';
import { solveSymmetric } from './small-matrix.ts';

/** Expected counts of one E-step; see `EStepAnswer`. */
export type Expected = { readonly counts: Float64Array; readonly masses: Float64Array };

/** Newton steps of one M-step: more do not make EM converge in fewer iterations. */
const NEWTON_STEPS = 2;
/** After a step this small a second one moves little, and EM goes on from there anyway. */
const SMALL_STEP = 0.1;
/** No parameter moves further in one step: far from the solution a quadratic is a poor guide. */
const LONGEST_STEP = 2;
const HALVINGS = 12;
/** A fall of the objective by this share is no more than the rounding of its sum. */
const ROUNDING = 1e-15;

/** The Newton step, shortened if it is longer than a quadratic can be trusted; without the slope where that is held. */
function newtonStep({ gradient, information }: Objective, isSlopeHeld: boolean): Float64Array {
  if (isSlopeHeld) {
    const p = gradient.length;
    gradient[0] = 0;
    for (let r = 1; r < p; r += 1) {
      information[r] = 0;
      information[r * p] = 0;
    }
  }
  const step = solveSymmetric(information, gradient);
  const most = largestOf(step);
  return most > LONGEST_STEP ? step.map((value) => (value * LONGEST_STEP) / most) : step;
}

/** Maximises one item's share of the objective from where it stands; never makes it less. */
function improve(item: FitItem, vector: Float64Array, nodes: Nodes, counts: Float64Array, isSlopeHeld: boolean): void {
  const parameters = parametersOf(item, vector);
  let here = objectiveOf(item, parameters, nodes, counts);
  for (let round = 0; round < NEWTON_STEPS; round += 1) {
    const step = newtonStep(here, isSlopeHeld);
    let share = 1;
    for (let halving = 0; ; halving += 1) {
      if (halving === HALVINGS) return;
      const tried = parameters.map((value, r) => value + share * (step[r] ?? 0));
      const there = objectiveOf(item, tried, nodes, counts);
      if (there.value >= here.value - ROUNDING * Math.abs(here.value)) {
        parameters.set(tried);
        here = there;
        break;
      }
      share /= 2;
    }
    if (largestOf(step) < SMALL_STEP) return;
  }
}

/** A latent variance of 0, as for one person, has no logarithm. */
const LEAST_VARIANCE = 1e-6;

/** Mean and standard deviation of the expected persons of one group. */
function momentsOf(masses: Float64Array, nodes: Nodes): { mean: number; sd: number } {
  let [weight, first, second] = [0, 0, 0];
  masses.forEach((mass, n) => {
    const theta = nodes[n] ?? 0;
    weight += mass;
    first += mass * theta;
    second += mass * theta * theta;
  });
  const mean = first / weight;
  return { mean, sd: Math.sqrt(Math.max(LEAST_VARIANCE, second / weight - mean * mean)) };
}

/** Updates the latent distributions of all groups; with parameter expansion, the reference group's too. */
function improveLatent(problem: FitProblem, vector: Float64Array, masses: Float64Array, nodes: Nodes): void {
  const q = nodes.length;
  for (let g = 0; g < problem.groups; g += 1) {
    if ((problem.groupWeights[g] ?? 0) === 0) continue;
    const moments = momentsOf(masses.subarray(g * q, (g + 1) * q), nodes);
    const isOther = g > 0;
    const at = latentOffset(problem, g);
    const held = latentOf(problem, vector, g).mean;
    if (isOther || problem.isExpanded || problem.reference.isMeanFree) vector[at] = moments.mean;
    else moments.sd = Math.sqrt(moments.sd ** 2 + (moments.mean - held) ** 2); // the second moment about a mean that is held
    if (isOther || problem.isExpanded || problem.reference.isSdFree) vector[at + 1] = Math.log(moments.sd);
  }
}

/** Changes the scale so that the reference group has mean 0 and sd 1 again. */
function contract(problem: FitProblem, vector: Float64Array): void {
  const { mean, sd } = latentOf(problem, vector, 0);
  for (const item of problem.items) {
    if (item.role === 'free') item.model.rescale(parametersOf(item, vector), mean, sd);
  }
  for (let g = 0; g < problem.groups; g += 1) {
    if (problem.groupWeights[g] === 0) continue; // nobody is there: its distribution means nothing
    const at = latentOffset(problem, g);
    vector[at] = ((vector[at] ?? 0) - mean) / sd;
    vector[at + 1] = (vector[at + 1] ?? 0) - Math.log(sd);
  }
}

/** No slope beyond the limit, where a change of scale may have stretched it; the curve stays as it is at θ = 0. */
function limitSlope(item: FitItem, vector: Float64Array): void {
  const parameters = parametersOf(item, vector);
  const slope = Math.abs(parameters[0] ?? 0);
  if (slope > STEEPEST) item.model.rescale(parameters, 0, STEEPEST / slope);
}

/** The parameters after one M-step from `vector`, given what was expected at `vector`. */
export function mStep(problem: FitProblem, vector: Float64Array, expected: Expected, nodes: Nodes): Float64Array {
  const next = vector.slice();
  const free = problem.items.filter(({ role }) => role === 'free');
  if (problem.slopes === 'shared') improveShared(free, next, nodes, expected.counts);
  else {
    for (const item of free) {
      improve(item, next, nodes, countsOf(item, expected.counts, nodes.length), problem.slopes === 'held');
    }
  }
  improveLatent(problem, next, expected.masses, nodes);
  if (problem.isExpanded) contract(problem, next);
  for (const item of free) limitSlope(item, next);
  return next;
}
