import { climb, requestFor } from './climb.ts';
import type { EStepAnswer, EStepRequest } from './e-step/share.ts';
import type { FitPlan } from './fit-plan.ts';
import type { FitProblem } from './fit-problem.ts';
import type { CalibrationOptions } from './options.ts';
import { equallySpaced, type Nodes, nodesOver, REACH, rangeOf, widestSpacing } from './quadrature.ts';

/** The maximum, with what is needed to look at the likelihood around it. */
export type Fit = {
  readonly problem: FitProblem;
  readonly vector: Float64Array;
  readonly nodes: Nodes;
  readonly atMaximum: EStepAnswer;
  readonly trace: readonly number[];
  readonly iterations: number;
  readonly isConverged: boolean;
};

const TOLERANCE = 1e-4;
const ITERATIONS = 500;
/** A first, rough fit on some persons stops here. */
const SAMPLE_TOLERANCE = 5e-3;
/** How narrow windows may be while the maximum is sought, and at the last E-step, where nothing is lost but rounding. */
const CLIP = 1e-10;
const LAST_CLIP = 1e-16;

/** Chance that a person was shown each item, as far as the most diligent persons go. */
const presentedShares = ({ tallies, problem }: FitPlan): number[] => {
  const persons = problem.groupWeights.reduce((sum, weight) => sum + weight, 0);
  return tallies.map(({ answers }) => answers / persons);
};

/** Guessing makes likelihoods with two peaks possible, where a window about one could lose the other. */
const clipOf = ({ models }: FitPlan): number => (models.includes('3pl') ? 0 : CLIP);

function gridAt(
  { problem }: FitPlan,
  vector: Float64Array,
  presented: readonly number[],
  options: CalibrationOptions,
): Nodes {
  const { quadrature } = options;
  if (quadrature) return equallySpaced(quadrature.from, quadrature.to, 4 * Math.ceil(quadrature.nodes / 4));
  return nodesOver(rangeOf(problem, vector, REACH), widestSpacing(problem, vector, presented));
}

/** Whether nodes chosen at an earlier point still are close and wide enough at this one. */
function isGridFine(nodes: Nodes, { problem }: FitPlan, vector: Float64Array, presented: readonly number[]): boolean {
  const [first = 0, second = 0] = nodes;
  const [from, to] = rangeOf(problem, vector, REACH - 0.5);
  return (
    second - first <= 1.02 * widestSpacing(problem, vector, presented) && first <= from && (nodes.at(-1) ?? 0) >= to
  );
}

/** The sample's fit on persons that are enough to come near, if there are many more. */
function* roughFit(plan: FitPlan, options: CalibrationOptions): Generator<EStepRequest, Float64Array, EStepAnswer> {
  if (plan.coding.sampleEvery === 1) return plan.start;
  const nodes = gridAt(plan, plan.start, presentedShares(plan), options);
  const { vector } = yield* climb(plan.problem, plan.start, {
    nodes,
    persons: 'sample',
    clip: clipOf(plan),
    tolerance: SAMPLE_TOLERANCE,
    maximumIterations: options.maximumIterations ?? ITERATIONS,
  });
  return vector;
}

/** A share of the persons that is more than rounding. */
const SOMEBODY = 1e-9;

/** Whether everybody's answers are possible at the maximum: persons without a likelihood leave no mass. */
function explainsAll({ groupWeights }: FitProblem, { masses, logLikelihood }: EStepAnswer): boolean {
  const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
  return Number.isFinite(logLikelihood) && sum(masses) > (1 - SOMEBODY) * sum(groupWeights);
}

/** Grids to try before what was reached is taken as it is. */
const GRIDS = 4;

/** Asks for E-steps until the likelihood is at its maximum on nodes that are fine enough there. */
export function* fitted(plan: FitPlan, options: CalibrationOptions): Generator<EStepRequest, Fit, EStepAnswer> {
  const { problem } = plan;
  const presented = presentedShares(plan);
  const maximum = options.maximumIterations ?? ITERATIONS;
  let vector = yield* roughFit(plan, options);
  let iterations = 0;
  for (let grid = 1; ; grid += 1) {
    const nodes = gridAt(plan, vector, presented, options);
    const stage = { nodes, persons: 'all', clip: clipOf(plan), tolerance: options.tolerance ?? TOLERANCE } as const;
    const climbed = yield* climb(problem, vector, { ...stage, maximumIterations: Math.max(1, maximum - iterations) });
    iterations += climbed.iterations;
    vector = climbed.vector;
    const isLast = options.quadrature !== undefined || grid === GRIDS || iterations >= maximum;
    if (!isLast && !isGridFine(nodes, plan, vector, presented)) continue;
    const atMaximum = yield {
      ...requestFor(problem, vector, nodes),
      persons: 'all',
      clip: Math.min(clipOf(plan), LAST_CLIP),
    };
    const isConverged = climbed.isConverged && explainsAll(problem, atMaximum);
    return { problem, vector, nodes, atMaximum, trace: climbed.trace, iterations, isConverged };
  }
}
