import { type SoftmaxProblem, type SoftmaxSlope, softmaxBend, softmaxSlope } from './softmax.ts';

export type SoftmaxSolution =
  | { readonly outcome: 'solved'; readonly point: Float64Array; readonly iterations: number; readonly loss: number }
  | { readonly outcome: 'unbounded' };

const NEWTON_LIMIT = 200;
const PROXIMAL_LIMIT = 5000;
const GRADIENT_PRECISION = 1e-9;
const HALVINGS = 40;
/** An unpenalised coefficient beyond this many standard deviations, or a mean loss below this: separable classes. */
const RUNAWAY = 30;
const PERFECT_LOSS = 1e-6;

const dot = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, value, j) => sum + value * (b[j] as number), 0);

const largest = (values: Float64Array): number => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

const along = (from: Float64Array, share: number, direction: Float64Array): Float64Array =>
  from.map((value, j) => value + share * (direction[j] as number));

/** Newton's direction by conjugate gradients: the second derivative is never formed, and its null space not entered. */
function newtonDirection(problem: SoftmaxProblem, slope: SoftmaxSlope): Float64Array {
  let direction: Float64Array = new Float64Array(slope.gradient.length);
  let residual: Float64Array = slope.gradient.map((value) => -value);
  let search = residual;
  let size = dot(residual, residual);
  const goal = size * 1e-6;
  for (let k = 0; k < slope.gradient.length && size > goal; k += 1) {
    const bend = softmaxBend(problem, slope, search);
    const curvature = dot(search, bend);
    if (curvature <= 1e-18 * dot(search, search)) break;
    const share = size / curvature;
    direction = along(direction, share, search);
    residual = along(residual, -share, bend);
    const next = dot(residual, residual);
    search = along(residual, next / size, search);
    size = next;
  }
  return direction;
}

type Place = { readonly point: Float64Array; readonly slope: SoftmaxSlope };

/** The farthest halving along the direction that lowers the loss enough; undefined where none lowers it. */
function search(problem: SoftmaxProblem, { point, slope }: Place, direction: Float64Array): Place | undefined {
  const descent = dot(direction, slope.gradient);
  for (let h = 0, share = 1; h < HALVINGS; h += 1, share /= 2) {
    const next = along(point, share, direction);
    const there = softmaxSlope(problem, next);
    if (there.loss < slope.loss + 1e-4 * share * descent) return { point: next, slope: there };
  }
  return undefined;
}

function minimiseSmooth(problem: SoftmaxProblem): SoftmaxSolution {
  const start = new Float64Array(problem.classes * problem.blocks.order);
  const isPenalised = problem.l2.some((penalty) => penalty > 0);
  let place: Place = { point: start, slope: softmaxSlope(problem, start) };
  for (let iteration = 1; iteration <= NEWTON_LIMIT; iteration += 1) {
    const isStill = largest(place.slope.gradient) < GRADIENT_PRECISION;
    const next = isStill ? undefined : search(problem, place, newtonDirection(problem, place.slope));
    if (next === undefined) {
      const isPerfect = !isPenalised && place.slope.loss < PERFECT_LOSS;
      if (isPerfect) return { outcome: 'unbounded' };
      return { outcome: 'solved', point: place.point, iterations: iteration, loss: place.slope.loss };
    }
    if (!isPenalised && largest(next.point) > RUNAWAY) return { outcome: 'unbounded' };
    place = next;
  }
  return { outcome: 'unbounded' };
}

/** The largest second derivative along any direction is at most half the largest row sum of XᵀSX / total. */
function lipschitzOf({ blocks, weights, totalWeight, l2 }: SoftmaxProblem): number {
  // Rows are standardised, so that the mean squared length of a row, at most order, bounds XᵀSX's largest eigenvalue.
  let squares = 0;
  const { cells, order, rows } = blocks;
  const blockRows = cells.length / (blocks.count * order);
  for (let i = 0; i < rows; i += 1) {
    const base = Math.floor(i / blockRows) * order * blockRows + (i % blockRows);
    for (let j = 0; j < order; j += 1) squares += (weights[i] as number) * (cells[base + j * blockRows] as number) ** 2;
  }
  return (0.5 * squares) / totalWeight + Math.max(...l2);
}

/**
 * With an L1 penalty: accelerated proximal gradient steps that start anew where they would climb.
 *
 * @see Beck & Teboulle (2009), SIAM Journal on Imaging Sciences 2(1), 183–202;
 *      O'Donoghue & Candès (2015), Foundations of Computational Mathematics 15, 715–732
 */
function minimiseSparse(problem: SoftmaxProblem): SoftmaxSolution {
  const { order } = problem.blocks;
  const step = 1 / lipschitzOf(problem);
  let point: Float64Array = new Float64Array(problem.classes * order);
  let ahead = point;
  let momentum = 1;
  for (let iteration = 1; iteration <= PROXIMAL_LIMIT; iteration += 1) {
    const slope = softmaxSlope(problem, ahead);
    const next = ahead.map((u, j) => {
      const moved = u - step * (slope.gradient[j] as number);
      return Math.sign(moved) * Math.max(Math.abs(moved) - step * (problem.l1[j % order] as number), 0);
    });
    const change = next.map((value, j) => value - (point[j] as number));
    if (largest(change) < GRADIENT_PRECISION * step)
      return { outcome: 'solved', point: next, iterations: iteration, loss: slope.loss };
    const climbs = ahead.reduce((sum, u, j) => sum + (u - (next[j] as number)) * (change[j] as number), 0) > 0;
    const nextMomentum = climbs ? 1 : (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
    ahead = climbs ? next : along(next, (momentum - 1) / nextMomentum, change);
    momentum = nextMomentum;
    point = next;
  }
  const { loss } = softmaxSlope(problem, point);
  return { outcome: 'solved', point, iterations: PROXIMAL_LIMIT, loss };
}

/**
 * Least penalised cross-entropy of several classes: Newton's method with conjugate gradients, or accelerated proximal
 * gradients where an L1 penalty asks for exact zeros.
 */
export const minimiseSoftmax = (problem: SoftmaxProblem): SoftmaxSolution =>
  problem.l1.some((penalty) => penalty > 0) ? minimiseSparse(problem) : minimiseSmooth(problem);
