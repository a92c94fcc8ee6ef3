import type { CalibratedItem } from '../items/calibrated-item.ts';
import type { Calibrated, CalibrationFlag, ItemCalibration } from './calibration.ts';
import { logPriorAt } from './climb.ts';
import type { Fit } from './fit.ts';
import type { FitPlan } from './fit-plan.ts';
import { type FitItem, type FitProblem, latentOf, parametersOf } from './fit-problem.ts';
import { STEEPEST } from './item-objective.ts';
import type { ItemTally } from './item-tallies.ts';
import { asRasch } from './standard-errors/reported-scale.ts';

/** Fewer answers than this are flagged. */
const FEW_ANSWERS = 30;
/** A slope this close to the limit has run into it. */
const NEAR_LIMIT = 0.8;

function flagsOf(item: FitItem, { answers, observed }: ItemTally, slope: number): CalibrationFlag[] {
  const flags: CalibrationFlag[] = [];
  if (answers === 0) return ['no-answers'];
  if (observed.some((weight) => weight === answers)) flags.push('constant');
  if (answers < FEW_ANSWERS) flags.push('too-few-answers');
  if (item.model.categories > 2 && observed.some((weight) => weight === 0)) flags.push('empty-category');
  if (item.role !== 'free') return flags;
  if (slope < 0) flags.push('negative-discrimination');
  if (Math.abs(slope) > NEAR_LIMIT * STEEPEST) flags.push('extreme-discrimination');
  return flags;
}

const NO_TALLY: ItemTally = { observed: new Float64Array(2), answers: 0, hasMissing: true };

function itemCalibration(
  item: FitItem,
  vector: Float64Array,
  tally: ItemTally,
  fixed?: CalibratedItem,
): ItemCalibration {
  const parameters = parametersOf(item, vector);
  return {
    item: item.role === 'left-out' ? undefined : (fixed ?? item.model.toItem(parameters)),
    isFixed: item.role === 'fixed',
    answers: tally.answers,
    flags: flagsOf(item, tally, parameters[0] ?? 0),
  };
}

/** How many numbers were estimated. */
export function freeParametersOf(problem: FitProblem): number {
  const free = problem.items.filter(({ role }) => role === 'free');
  const ofItems = free.reduce((sum, { model }) => sum + model.parameterNames.length, 0);
  const slopes = { each: 0, shared: Math.max(0, free.length - 1), held: free.length }[problem.slopes];
  const { isMeanFree, isSdFree } = problem.reference;
  const others = problem.groupWeights.subarray(1).filter((weight) => weight > 0).length;
  return ofItems - Math.min(slopes, ofItems) + Number(isMeanFree) + Number(isSdFree) + 2 * others;
}

/** What was found, on the scale that the model's users know. */
export function reported(fit: Fit, plan: FitPlan): Calibrated {
  const found = plan.isReportedAsRasch ? asRasch(fit) : { problem: fit.problem, vector: fit.vector, nodes: fit.nodes };
  const { problem, vector } = found;
  const persons = problem.groupWeights.reduce((sum, weight) => sum + weight, 0);
  const freeParameters = freeParametersOf(problem);
  const { logLikelihood } = fit.atMaximum;
  return {
    outcome: 'calibrated',
    items: problem.items.map((item, j) =>
      itemCalibration(item, vector, plan.tallies[j] ?? NO_TALLY, plan.fixedItems[j]),
    ),
    latent: Array.from({ length: problem.groups }, (_, g) => latentOf(problem, vector, g)),
    logLikelihood,
    logPrior: logPriorAt(problem, vector),
    freeParameters,
    aic: -2 * logLikelihood + 2 * freeParameters,
    bic: -2 * logLikelihood + freeParameters * Math.log(persons),
    persons,
    iterations: fit.iterations,
    isConverged: fit.isConverged,
    trace: fit.trace,
    fit: found,
  };
}
