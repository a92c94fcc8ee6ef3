import { addProducts, BLOCK_ROWS, type Blocks, blockScores } from './blocks.ts';
import { addGram } from './gram.ts';

/** Which loss: half the squared error, or the negative log-likelihood of a 0/1 target. */
export type Family = 'squared' | 'logistic';

/** Mean weighted loss plus ½ Σ l2·u² + Σ l1·|u| over standardised coefficients u. */
export type Problem = {
  readonly family: Family;
  readonly blocks: Blocks;
  /** One a row. */
  readonly target: Float64Array;
  readonly weights: Float64Array;
  readonly totalWeight: number;
  /** One a column of a block; zero for the intercept and padding. */
  readonly l1: Float64Array;
  readonly l2: Float64Array;
};

const softplus = (z: number): number => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));

export const logistic = (z: number): number => {
  if (z >= 0) return 1 / (1 + Math.exp(-z));
  const e = Math.exp(z);
  return e / (1 + e);
};

type Scratch = {
  readonly scores: Float64Array;
  readonly residuals: Float64Array;
  readonly bends: Float64Array;
  readonly weighted: Float64Array;
};

const scratchOf = (order: number): Scratch => ({
  scores: new Float64Array(BLOCK_ROWS),
  residuals: new Float64Array(BLOCK_ROWS),
  bends: new Float64Array(BLOCK_ROWS),
  weighted: new Float64Array(order * BLOCK_ROWS),
});

/** Residuals, second derivatives and the loss of the rows of one block, from their scores. */
function residualsOf(problem: Problem, block: number, { scores, residuals, bends }: Scratch): number {
  const { family, target, weights, blocks } = problem;
  const start = block * BLOCK_ROWS;
  const end = Math.min(BLOCK_ROWS, blocks.rows - start);
  residuals.fill(0);
  bends.fill(0);
  let loss = 0;
  for (let r = 0; r < end; r += 1) {
    const z = scores[r] as number; // r stays within the block, start + r within the rows
    const y = target[start + r] as number;
    const w = weights[start + r] as number;
    const p = family === 'logistic' ? logistic(z) : z;
    residuals[r] = w * (p - y);
    bends[r] = family === 'logistic' ? w * p * (1 - p) : w;
    loss += w * (family === 'logistic' ? softplus(z) - y * z : 0.5 * (z - y) * (z - y));
  }
  return loss;
}

/** Smooth part of the objective at one point: loss and gradient of all rows, second derivatives (lower triangle). */
export type Slope = { readonly loss: number; readonly gradient: Float64Array; readonly curvature: Float64Array };

/** The L2 penalty joins what was summed over the rows; returns its own part of the objective. */
function penalise(
  { l2, blocks }: Problem,
  point: Float64Array,
  gradient: Float64Array,
  curvature: Float64Array,
): number {
  let penalty = 0;
  for (let j = 0; j < blocks.order; j += 1) {
    const u = point[j] as number; // one a column, as all here
    const weight = l2[j] as number;
    const diagonal = j * blocks.order + j;
    gradient[j] = (gradient[j] as number) + weight * u;
    curvature[diagonal] = (curvature[diagonal] as number) + weight;
    penalty += 0.5 * weight * u * u;
  }
  return penalty;
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

/**
 * @param stride second derivatives are estimated from every stride-th block (1: from all): an approximate curvature
 *               still leads to the exact minimum, only by a step or two more
 */
export function slopeAt(problem: Problem, point: Float64Array, stride: number): Slope {
  const { blocks, totalWeight } = problem;
  const { order, count } = blocks;
  const scratch = scratchOf(order);
  const gradient = new Float64Array(order);
  const curvature = new Float64Array(order * order);
  let loss = 0;
  let allBends = 0;
  let usedBends = 0;
  for (let block = 0; block < count; block += 1) {
    blockScores(blocks, block, point, scratch.scores);
    loss += residualsOf(problem, block, scratch);
    addProducts(blocks, block, scratch.residuals, gradient);
    const bends = sumOf(scratch.bends);
    allBends += bends;
    if (block % stride !== 0) continue;
    usedBends += bends;
    addGram(blocks, block, scratch.bends, curvature, scratch.weighted);
  }
  const share = usedBends > 0 ? allBends / usedBends / totalWeight : 0;
  for (let k = 0; k < curvature.length; k += 1) curvature[k] = (curvature[k] as number) * share;
  for (let j = 0; j < order; j += 1) gradient[j] = (gradient[j] as number) / totalWeight;
  return { loss: loss / totalWeight + penalise(problem, point, gradient, curvature), gradient, curvature };
}

/** Σ l1·|u|. */
export const absolutePenalty = ({ l1 }: Problem, point: Float64Array): number =>
  point.reduce((sum, u, j) => sum + (l1[j] as number) * Math.abs(u), 0);
