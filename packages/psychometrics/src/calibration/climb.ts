import { largestDifference } from '../numbers/vectors.ts';
import { andersonMixing } from './anderson.ts';
import type { EStepAnswer, EStepRequest } from './e-step/share.ts';
import { type FitProblem, latentOf, parametersOf } from './fit-problem.ts';
import { STEEPEST } from './item-objective.ts';
import { mStep } from './m-step.ts';
import { logPriorOf } from './priors.ts';
import { type Nodes, writeWeights } from './quadrature.ts';

/** One run of EM on one set of nodes. */
export type Stage = {
  readonly nodes: Nodes;
  readonly persons: EStepRequest['persons'];
  readonly clip: number;
  /** No parameter is to be further from the maximum than about this. */
  readonly tolerance: number;
  readonly maximumIterations: number;
};

export type Climb = {
  readonly vector: Float64Array;
  /** Log-likelihood plus log-prior at each point that was kept; falls by no more than rounding. */
  readonly trace: readonly number[];
  /** E-steps, those that led astray included. */
  readonly iterations: number;
  readonly isConverged: boolean;
};

/** The parameters as curves: what an E-step is asked. */
export function requestFor(
  problem: FitProblem,
  vector: Float64Array,
  nodes: Nodes,
): Pick<EStepRequest, 'nodes' | 'curves' | 'priors'> {
  const q = nodes.length;
  const last = problem.items.at(-1);
  const curves = new Float64Array(((last?.row ?? 0) + (last?.model.categories ?? 0)) * q).fill(1);
  for (const item of problem.items) {
    if (item.role === 'left-out') continue;
    const { row, model } = item;
    model.probabilities(parametersOf(item, vector), nodes, curves.subarray(row * q, (row + model.categories) * q));
  }
  const priors = new Float64Array(problem.groups * q);
  for (let g = 0; g < problem.groups; g += 1) {
    const { mean, sd } = latentOf(problem, vector, g);
    writeWeights(nodes, mean, sd, priors.subarray(g * q, (g + 1) * q));
  }
  return { nodes: q, curves, priors };
}

export function logPriorAt(problem: FitProblem, vector: Float64Array): number {
  let total = 0;
  for (const item of problem.items) {
    if (item.role === 'free') total += logPriorOf(item.prior, item.model, parametersOf(item, vector));
  }
  return total;
}

/** Rounding of the log-likelihood, and what clipped windows leave out: less than this is no fall. */
const SLACK = 1e-11;

/** A rise by less than this share is rounding; so many of them in a row, and no smaller step will ever be seen. */
const ROUNDING = 1e-13;
const STALLS = 8;
/** On few nodes a plain step can fall a little below the best, by what their sums are wrong; from further down nothing has converged. */
const DEEPEST_FALL = 1e-3;

/** Whether a mixed point can be: its slopes within the limit, and above 0 where a prior wants that. */
const isPossible = (problem: FitProblem, vector: Float64Array): boolean =>
  vector.every(Number.isFinite) &&
  problem.items.every(({ role, offset }) => role !== 'free' || Math.abs(vector[offset] ?? 0) <= STEEPEST) &&
  logPriorAt(problem, vector) > Number.NEGATIVE_INFINITY;

/** Where the climb stands. */
type Footing = {
  point: Float64Array;
  /** The plain EM step from the point before, if `point` is a mixed one. */
  fallback: Float64Array | undefined;
  best: number;
  stalls: number;
  readonly mixing: ReturnType<typeof andersonMixing>;
};

/** Takes back a mixed step if the objective fell; answers whether it did. */
function hasTurnedBack(at: Footing, objective: number): boolean {
  const hasFallen = !(objective >= at.best - SLACK * Math.abs(at.best));
  if (!hasFallen || at.fallback === undefined) return false;
  at.point = at.fallback;
  at.fallback = undefined;
  at.mixing.restart();
  return true;
}

/** Moves to the next point; answers whether that is as good as the maximum. */
function move(problem: FitProblem, at: Footing, plain: Float64Array, tolerance: number): boolean {
  const { point } = at;
  const mixed = at.mixing.next(
    point,
    plain.map((value, i) => value - (point[i] ?? 0)),
  );
  const isMixed = isPossible(problem, mixed);
  at.point = isMixed ? mixed : plain;
  at.fallback = isMixed ? plain : undefined;
  return (
    (largestDifference(at.point, point) < tolerance && largestDifference(plain, point) < tolerance) ||
    at.stalls >= STALLS
  );
}

/**
 * EM with mixed steps. Where a mixed step makes the objective fall it is taken back, and the plain EM step from the same
 * point is taken instead, which cannot.
 */
export function* climb(
  problem: FitProblem,
  start: Float64Array,
  { nodes, persons, clip, tolerance, maximumIterations }: Stage,
): Generator<EStepRequest, Climb, EStepAnswer> {
  const trace: number[] = [];
  const at: Footing = {
    point: start,
    fallback: undefined,
    best: Number.NEGATIVE_INFINITY,
    stalls: 0,
    mixing: andersonMixing(),
  };
  for (let iterations = 1; ; iterations += 1) {
    const answer = yield { ...requestFor(problem, at.point, nodes), persons, clip };
    const objective = answer.logLikelihood + logPriorAt(problem, at.point);
    if (hasTurnedBack(at, objective)) continue;
    const isSound = Number.isFinite(objective) && objective >= at.best - DEEPEST_FALL;
    at.stalls = isSound && objective - at.best < ROUNDING * Math.abs(objective) ? at.stalls + 1 : 0;
    at.best = Math.max(at.best, objective);
    trace.push(objective);
    const isStill = move(problem, at, mStep(problem, at.point, answer, nodes), tolerance);
    const isConverged = isStill && isSound;
    if (isConverged || iterations >= maximumIterations) return { vector: at.point, trace, iterations, isConverged };
  }
}
