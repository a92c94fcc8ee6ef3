import { addProducts, BLOCK_ROWS, type Blocks, blockScores } from './blocks.ts';

/** Mean weighted cross-entropy of K classes plus ½ Σ l2·u²; `target` holds class indexes. */
export type SoftmaxProblem = {
  readonly blocks: Blocks;
  readonly classes: number;
  readonly target: Float64Array;
  readonly weights: Float64Array;
  readonly totalWeight: number;
  readonly l1: Float64Array;
  readonly l2: Float64Array;
};

export type SoftmaxSlope = {
  readonly loss: number;
  /** classes × order, like the point. */
  readonly gradient: Float64Array;
  /** Probability of class k for row i at `(block * classes + k) * BLOCK_ROWS + i`. */
  readonly probabilities: Float64Array;
};

type Panel = Float64Array[];

const panelOf = (classes: number): Panel => Array.from({ length: classes }, () => new Float64Array(BLOCK_ROWS));

const partOf = (values: Float64Array, k: number, length: number): Float64Array =>
  values.subarray(k * length, (k + 1) * length);

/** Scores become probabilities in place; returns ln Σ exp(score) of row r. */
function normalise(panel: Panel, r: number): number {
  let peak = Number.NEGATIVE_INFINITY;
  for (const scores of panel) peak = Math.max(peak, scores[r] as number); // r < BLOCK_ROWS, here and below
  let mass = 0;
  for (const scores of panel) {
    const e = Math.exp((scores[r] as number) - peak);
    scores[r] = e;
    mass += e;
  }
  for (const scores of panel) scores[r] = (scores[r] as number) / mass;
  return peak + Math.log(mass);
}

/** Turns scores into probabilities and, below, into residuals; returns the loss of the block. */
function blockLoss(problem: SoftmaxProblem, block: number, panel: Panel): number {
  const start = block * BLOCK_ROWS;
  const end = Math.min(BLOCK_ROWS, problem.blocks.rows - start);
  let loss = 0;
  for (let r = 0; r < end; r += 1) {
    const own = panel[problem.target[start + r] as number] as Float64Array; // targets are class indexes
    const score = own[r] as number;
    loss += (problem.weights[start + r] as number) * (normalise(panel, r) - score);
  }
  return loss;
}

function addResiduals(problem: SoftmaxProblem, block: number, panel: Panel, gradient: Float64Array): void {
  const { blocks, target, weights } = problem;
  const start = block * BLOCK_ROWS;
  const residuals = new Float64Array(BLOCK_ROWS);
  panel.forEach((p, k) => {
    residuals.fill(0);
    for (let r = 0; r < BLOCK_ROWS && start + r < blocks.rows; r += 1) {
      residuals[r] = (weights[start + r] as number) * ((p[r] as number) - (target[start + r] === k ? 1 : 0));
    }
    addProducts(blocks, block, residuals, partOf(gradient, k, blocks.order));
  });
}

/** Loss and gradient with the L2 penalty. */
export function softmaxSlope(problem: SoftmaxProblem, point: Float64Array): SoftmaxSlope {
  const { blocks, classes, totalWeight, l2 } = problem;
  const { order, count } = blocks;
  const gradient = new Float64Array(classes * order);
  const probabilities = new Float64Array(count * classes * BLOCK_ROWS);
  const panel = panelOf(classes);
  let loss = 0;
  for (let block = 0; block < count; block += 1) {
    panel.forEach((scores, k) => {
      blockScores(blocks, block, partOf(point, k, order), scores);
    });
    loss += blockLoss(problem, block, panel);
    addResiduals(problem, block, panel, gradient);
    panel.forEach((p, k) => {
      probabilities.set(p, (block * classes + k) * BLOCK_ROWS);
    });
  }
  loss /= totalWeight;
  for (let j = 0; j < gradient.length; j += 1) {
    const u = point[j] as number; // one a class and column, here and below
    const penalty = l2[j % order] as number;
    gradient[j] = (gradient[j] as number) / totalWeight + penalty * u;
    loss += 0.5 * penalty * u * u;
  }
  return { loss, gradient, probabilities };
}

/** Scores along the direction become the residuals of the second derivative: w·p·(z − Σ p·z). */
function bendBlock(problem: SoftmaxProblem, block: number, panel: Panel, probabilities: Float64Array): void {
  const start = block * BLOCK_ROWS;
  for (let r = 0; r < BLOCK_ROWS; r += 1) {
    let mean = 0;
    panel.forEach((z, k) => {
      mean += (probabilities[(block * problem.classes + k) * BLOCK_ROWS + r] as number) * (z[r] as number);
    });
    const weight = problem.weights[start + r] ?? 0; // rows that only pad weigh nothing
    panel.forEach((z, k) => {
      const p = probabilities[(block * problem.classes + k) * BLOCK_ROWS + r] as number; // within the block
      z[r] = weight * p * ((z[r] as number) - mean);
    });
  }
}

/** Second derivative of the objective along a direction. */
export function softmaxBend(problem: SoftmaxProblem, slope: SoftmaxSlope, direction: Float64Array): Float64Array {
  const { blocks, classes, totalWeight, l2 } = problem;
  const { order, count } = blocks;
  const bend = new Float64Array(direction.length);
  const panel = panelOf(classes);
  for (let block = 0; block < count; block += 1) {
    panel.forEach((scores, k) => {
      blockScores(blocks, block, partOf(direction, k, order), scores);
    });
    bendBlock(problem, block, panel, slope.probabilities);
    panel.forEach((residuals, k) => {
      addProducts(blocks, block, residuals, partOf(bend, k, order));
    });
  }
  return bend.map((value, j) => value / totalWeight + (l2[j % order] as number) * (direction[j] as number));
}
