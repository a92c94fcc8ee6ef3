import { choleskyOf, choleskySolve } from '../numbers/cholesky.ts';
import { absolutePenalty, type Problem, type Slope, slopeAt } from './problem.ts';

/** Where the objective is least, or why it has no finite minimum. */
export type Solution =
  | { readonly outcome: 'solved'; readonly point: Float64Array; readonly iterations: number; readonly loss: number }
  | { readonly outcome: 'dependent'; readonly column: number }
  | { readonly outcome: 'unbounded' };

const STEP_LIMIT = 100;
/** Rows that second derivatives are estimated from, and steps after which each must gain tenfold on the one before. */
const SAMPLE_ROWS = 10_000;
const ROUGH_STEPS = 6;
/** Predicted decrease of the mean loss, as a share of 1 + the loss, below which a Newton step is the last one: the error after it is its square. */
const PRECISION = 1e-11;
const HALVINGS = 40;
const SWEEP_LIMIT = 2000;
/** Largest move in a sweep, in units of standardised coefficients, below which coordinate descent has arrived. */
const COORDINATE_PRECISION = 1e-12;
/** An unpenalised linear predictor beyond this many standard deviations belongs to separable classes. */
const RUNAWAY = 200;
/** Standard deviations of the linear predictor in one coordinate. */
const FLAT_STEP = 0.05;

type Place = { readonly point: Float64Array; readonly slope: Slope };
type Step = { readonly direction: Float64Array; readonly decrease: number };

/** Columns that take part: those of features and intercept, not of padding. */
const activeOrder = ({ blocks }: Problem): number => blocks.width + (blocks.intercept === undefined ? 0 : 1);

function compact(matrix: Float64Array, order: number, active: number): Float64Array {
  const packed = new Float64Array(active * active);
  for (let i = 0; i < active; i += 1) packed.set(matrix.subarray(i * order, i * order + active), i * active);
  return packed;
}

function newtonStep(
  problem: Problem,
  { slope: { gradient, curvature } }: Place,
): Step | { readonly dependent: number } {
  const active = activeOrder(problem);
  const matrix = compact(curvature, problem.blocks.order, active);
  const factor = choleskyOf(matrix, active);
  if (factor.outcome === 'dependent') return { dependent: factor.column };
  const step = choleskySolve(factor, gradient.subarray(0, active));
  const direction = new Float64Array(problem.blocks.order);
  step.forEach((value, j) => {
    direction[j] = -value;
  });
  return { direction, decrease: step.reduce((sum, value, j) => sum + value * (gradient[j] as number), 0) };
}

const softThreshold = (value: number, threshold: number): number =>
  Math.sign(value) * Math.max(Math.abs(value) - threshold, 0);

type Quadratic = {
  readonly matrix: Float64Array;
  readonly order: number;
  readonly active: number;
  readonly point: Float64Array;
  /** Gradient of the quadratic at `point`. */
  readonly slope: Float64Array;
};

/** Moves coordinate j to where the quadratic plus threshold·|u| is least; returns how far. */
function moveCoordinate({ matrix, order, active, point, slope }: Quadratic, j: number, threshold: number): number {
  const bend = matrix[j * order + j] as number; // j < order, here and below
  if (bend <= 0) return 0;
  const old = point[j] as number;
  const next = softThreshold(old - (slope[j] as number) / bend, threshold / bend);
  const change = next - old;
  if (change === 0) return 0;
  point[j] = next;
  for (let k = 0; k < active; k += 1) {
    const entry = k < j ? matrix[j * order + k] : matrix[k * order + j];
    slope[k] = (slope[k] as number) + change * (entry as number);
  }
  return Math.abs(change);
}

/** Coordinate descent on the quadratic model plus Σ l1·|u|; the lower triangle of the curvature is read. */
function descend(problem: Problem, from: Float64Array, { gradient, curvature }: Slope): Float64Array {
  const active = activeOrder(problem);
  const quadratic = {
    matrix: curvature,
    order: problem.blocks.order,
    active,
    point: from.slice(),
    slope: gradient.slice(),
  };
  for (let sweep = 0; sweep < SWEEP_LIMIT; sweep += 1) {
    let largest = 0;
    for (let j = 0; j < active; j += 1) {
      largest = Math.max(largest, moveCoordinate(quadratic, j, problem.l1[j] as number)); // j < order
    }
    if (largest < COORDINATE_PRECISION) break;
  }
  return quadratic.point;
}

function proximalStep(problem: Problem, { point, slope }: Place): Step {
  const target = descend(problem, point, slope);
  const direction = target.map((value, j) => value - (point[j] as number));
  const smooth = direction.reduce((sum, d, j) => sum + d * (slope.gradient[j] as number), 0);
  return { direction, decrease: absolutePenalty(problem, point) - absolutePenalty(problem, target) - smooth };
}

const objectiveAt = (problem: Problem, { point, slope }: Place): number => slope.loss + absolutePenalty(problem, point);

/** The farthest of the halvings along the step that lowers the objective; undefined where none does. */
function search(problem: Problem, from: Place, step: Step, stride: number): Place | undefined {
  const start = objectiveAt(problem, from);
  for (let share = 1, h = 0; h < HALVINGS; h += 1, share /= 2) {
    const point = from.point.map((u, j) => u + share * (step.direction[j] as number));
    const place = { point, slope: slopeAt(problem, point, stride) };
    if (objectiveAt(problem, place) <= start - 1e-4 * share * step.decrease) return place;
  }
  return undefined;
}

const isRunaway = ({ family, l1, l2 }: Problem, point: Float64Array): boolean =>
  family === 'logistic' && point.some((u, j) => Math.abs(u) > RUNAWAY && l1[j] === 0 && l2[j] === 0);

/**
 * A step that still goes far but gains nothing walks along a flat valley: separated classes, whose coefficients grow
 * without limit. At a true minimum the last step is short.
 */
const isFlat = ({ family }: Problem, { direction }: Step): boolean =>
  family === 'logistic' && direction.some((value) => Math.abs(value) > FLAT_STEP);

/** The intercept's best value while all coefficients are zero: rare positives then need no extra steps. */
function startOf({ family, blocks, target, weights, totalWeight }: Problem): Float64Array {
  const point = new Float64Array(blocks.order);
  if (blocks.intercept === undefined) return point;
  const mean = target.reduce((sum, y, i) => sum + y * (weights[i] as number), 0) / totalWeight;
  const isInside = mean > 0 && mean < 1;
  if (family === 'squared') point[blocks.intercept] = mean;
  else if (isInside) point[blocks.intercept] = Math.log(mean / (1 - mean));
  return point;
}

/** One step on: the next place, or the answer. */
function advance(problem: Problem, place: Place, step: Step, stride: number): Place | Solution {
  const last = { outcome: 'solved' as const, iterations: 0, loss: place.slope.loss };
  if (step.decrease < PRECISION * (1 + place.slope.loss)) {
    if (isFlat(problem, step)) return { outcome: 'unbounded' };
    return { ...last, point: place.point.map((u, j) => u + (step.direction[j] as number)) };
  }
  const next = search(problem, place, step, stride);
  if (next === undefined) return { ...last, point: place.point };
  return isRunaway(problem, next.point) ? { outcome: 'unbounded' } : next;
}

type Slow = { readonly outcome: 'slow'; readonly at: Place };
type Attempt = Step | { readonly dependent: number };

/** Whether second derivatives of a part of the rows are too poor: not invertible, or no tenfold gain in a step. */
const isRough = (attempt: Attempt, before: number, iteration: number): boolean =>
  'dependent' in attempt || (iteration > ROUGH_STEPS && attempt.decrease > 0.1 * before);

/** Newton steps from a place with second derivatives of every stride-th block; slow where those do not do. */
function walk(problem: Problem, start: Place, stride: number): Solution | Slow {
  const stepFrom = problem.l1.some((penalty) => penalty > 0) ? proximalStep : newtonStep;
  let place = start;
  let before = Number.POSITIVE_INFINITY;
  for (let iteration = 1; iteration <= STEP_LIMIT; iteration += 1) {
    const attempt: Attempt = stepFrom(problem, place);
    if (stride > 1 && isRough(attempt, before, iteration)) return { outcome: 'slow', at: place };
    if ('dependent' in attempt) return dependence(attempt.dependent, iteration);
    before = attempt.decrease;
    const next = advance(problem, place, attempt, stride);
    if ('outcome' in next) return next.outcome === 'solved' ? { ...next, iterations: iteration } : next;
    place = next;
  }
  return { outcome: 'unbounded' };
}

/** Columns that depend from the start are the data's fault; later, weights have vanished as classes separate. */
const dependence = (column: number, iteration: number): Solution =>
  iteration === 1 ? { outcome: 'dependent', column } : { outcome: 'unbounded' };

/**
 * Least penalised loss by Newton's method (Cholesky), or with an L1 penalty by proximal Newton steps whose quadratic
 * models are solved by coordinate descent. Many rows: second derivatives come from a fixed part of them, as long as
 * that makes good progress.
 *
 * @see Lee, Sun & Saunders (2014), SIAM Journal on Optimization 24(3), 1420–1443;
 *      Friedman, Hastie & Tibshirani (2010), Journal of Statistical Software 33(1);
 *      Roosta-Khorasani & Mahoney (2019), Mathematical Programming 174, 293–326
 */
export function minimise(problem: Problem): Solution {
  // Second derivatives of a squared error are the same everywhere: all rows once give the exact minimum.
  const stride = problem.family === 'squared' ? 1 : Math.max(1, Math.floor(problem.blocks.rows / SAMPLE_ROWS));
  const start = startOf(problem);
  const first = walk(problem, { point: start, slope: slopeAt(problem, start, stride) }, stride);
  if (first.outcome !== 'slow') return first;
  const { point } = first.at;
  const second = walk(problem, { point, slope: slopeAt(problem, point, 1) }, 1);
  return second.outcome === 'slow' ? { outcome: 'unbounded' } : second;
}
