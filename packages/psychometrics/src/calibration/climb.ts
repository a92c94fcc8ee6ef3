import { andersonMixing } from './anderson.ts';
import type { EStepAnswer, EStepRequest } from './e-step/share.ts';
import { type FitProblem, latentOf, parametersOf } from './fit-problem.ts';
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
  /** Log-likelihood plus log-prior at each point that was kept, which never falls. */
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

const furthest = (a: Float64Array, b: Float64Array): number =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? 0))), 0);

/** Whether every item's parameters are possible; a mixed point may have crossed thresholds or a slope below a prior's 0. */
const isPossible = (problem: FitProblem, vector: Float64Array): boolean =>
  vector.every(Number.isFinite) && logPriorAt(problem, vector) > Number.NEGATIVE_INFINITY;

/**
 * EM with mixed steps. Where a mixed step makes the objective fall it is taken back, and the plain EM step from the same
 * point is taken instead, which cannot.
 */
export function* climb(
  problem: FitProblem,
  start: Float64Array,
  stage: Stage,
): Generator<EStepRequest, Climb, EStepAnswer> {
  const { nodes, persons, clip, tolerance, maximumIterations } = stage;
  const mixing = andersonMixing();
  const trace: number[] = [];
  let best = Number.NEGATIVE_INFINITY;
  let point = start;
  let fallback: Float64Array | undefined;
  let stalls = 0;
  for (let iterations = 1; ; iterations += 1) {
    const answer = yield { ...requestFor(problem, point, nodes), persons, clip };
    const objective = answer.logLikelihood + logPriorAt(problem, point);
    const hasFallen = !(objective >= best - SLACK * Math.abs(best));
    if (hasFallen && fallback) {
      point = fallback;
      fallback = undefined;
      mixing.restart();
      continue;
    }
    stalls = objective - best < ROUNDING * Math.abs(objective) ? stalls + 1 : 0;
    best = Math.max(best, objective);
    trace.push(best);
    const plain = mStep(problem, point, answer, nodes);
    const step = plain.map((value, i) => value - (point[i] ?? 0));
    const mixed = mixing.next(point, step);
    const isMixed = isPossible(problem, mixed);
    const next = isMixed ? mixed : plain;
    const isNear = furthest(next, point) < tolerance && furthest(plain, point) < tolerance;
    const isConverged = isNear || stalls >= STALLS;
    point = next;
    fallback = isMixed ? plain : undefined;
    if (isConverged || iterations >= maximumIterations) return { vector: point, trace, iterations, isConverged };
  }
}
