import { exponential } from '../kernel/exponential.ts';
import type { Objective } from '../parameters/boosting-parameters.ts';
import { slice } from '../team.ts';
import type { Workbench } from '../workbench.ts';

const { fround } = Math;
const LEAST_HESSIAN = fround(1e-16);

/** e^x within single precision's range. */
const clampedExponential = (x: number) => exponential(Math.min(Math.max(x, -80), 80));

/**
 * A power of two's grid such that the sum of so many gradients, each at most `bound`, is exact in double precision
 * whatever the order: then threads may share the work as they like. Used by adding and taking away.
 */
function gridFor(rows: number, bound: number): number {
  const most = Math.max(2 * rows * bound, 2 ** -100);
  let power = 1;
  while (power < most) power *= 2;
  while (power / 2 >= most) power /= 2;
  return 1.5 * power;
}

type Row = { readonly margin: number; readonly label: number; readonly weight: number };

/** Gradient and hessian of a row, as XGBoost rounds them. */
const OF_ROW = {
  'reg:squarederror': ({ margin, label, weight }: Row): [number, number] => [
    fround(fround(margin - label) * weight),
    weight,
  ],
  // The hessian is e^(margin + max_delta_step), which keeps the first steps small.
  'count:poisson': ({ margin, label, weight }: Row, step: number): [number, number] => [
    fround(fround(fround(clampedExponential(margin)) - label) * weight),
    fround(fround(clampedExponential(fround(margin + step))) * weight),
  ],
} as const;

/** Writes raw pairs of the rows that fall to this thread; answers the greatest of them. */
function oneMargin({ plan, views, team, parameters }: Workbench, objective: keyof typeof OF_ROW): number {
  const { f32 } = views;
  const { rows, margins, labels } = plan.train;
  const [first, last] = slice(team, rows);
  const step = fround(parameters.max_delta_step);
  let most = 0;
  for (let i = first; i < last; i += 1) {
    const margin = f32[margins / 4 + i] as number; // i < rows, as below
    const row = { margin, label: f32[labels / 4 + i] as number, weight: f32[plan.gradientWeights / 4 + i] as number };
    const [g, h] = OF_ROW[objective](row, step);
    f32[plan.pairs / 4 + 2 * i] = g;
    f32[plan.pairs / 4 + 2 * i + 1] = h;
    most = Math.max(most, Math.abs(g), h);
  }
  return most;
}

/** Softmax of a row's margins into `p`. */
export function softmax(p: Float32Array | Float64Array): void {
  let peak = Number.NEGATIVE_INFINITY;
  for (const margin of p) peak = Math.max(peak, margin);
  let sum = 0;
  for (let k = 0; k < p.length; k += 1) {
    p[k] = exponential(Math.max((p[k] as number) - peak, -100)); // k < length
    sum += p[k] as number;
  }
  for (let k = 0; k < p.length; k += 1) p[k] = (p[k] as number) / sum;
}

function softmaxPairs({ plan, views, team }: Workbench): number {
  const { f32 } = views;
  const { rows, margins, labels } = plan.train;
  const [first, last] = slice(team, rows);
  const p = new Float32Array(plan.trees);
  let most = 0;
  for (let i = first; i < last; i += 1) {
    for (let k = 0; k < p.length; k += 1) p[k] = f32[margins / 4 + k * rows + i] as number; // within the plan
    softmax(p);
    const weight = f32[plan.gradientWeights / 4 + i] as number;
    for (let k = 0; k < p.length; k += 1) {
      const share = p[k] as number;
      const hit = f32[labels / 4 + i] === k ? 1 : 0;
      const at = plan.pairs / 4 + 2 * (k * rows + i);
      f32[at] = fround(share - hit) * weight;
      f32[at + 1] = Math.max(fround(2 * share * fround(1 - share)), LEAST_HESSIAN) * weight;
    }
    most = Math.max(most, weight);
  }
  return most;
}

/** Rounds this thread's pairs to the grid of the greatest of all threads. */
function roundPairs({ plan, views, team }: Workbench, ownMost: number): void {
  const { f32, f64 } = views;
  const partials = plan.partials / 8;
  f64[partials + team.index] = ownMost;
  team.wait();
  let most = 0;
  for (let w = 0; w < team.size; w += 1) most = Math.max(most, f64[partials + w] as number); // one a thread
  const grid = gridFor(plan.train.rows, most);
  const [first, last] = slice(team, plan.train.rows);
  for (let k = 0; k < plan.trees; k += 1) {
    const from = plan.pairs / 4 + 2 * k * plan.train.rows;
    for (let i = from + 2 * first; i < from + 2 * last; i += 1) f32[i] = (f32[i] as number) + grid - grid;
  }
}

function greatestWeight({ plan, views }: Workbench): number {
  let most = 0;
  const first = plan.gradientWeights / 4;
  for (let i = first; i < first + plan.train.rows; i += 1) most = Math.max(most, views.f32[i] as number);
  return most;
}

/** Fills in the pairs of the rows that fall to this thread, for all trees of the next round. */
export function gradientStep(bench: Workbench, objective: Objective): () => void {
  const { plan, kernel, team } = bench;
  switch (objective) {
    case 'binary:logistic': {
      const grid = gridFor(plan.train.rows, greatestWeight(bench));
      const { margins, labels, rows } = plan.train;
      return () => kernel.logistic(margins, labels, plan.gradientWeights, plan.pairs, ...slice(team, rows), grid);
    }
    case 'reg:squarederror':
    case 'count:poisson':
      return () => roundPairs(bench, oneMargin(bench, objective));
    case 'multi:softprob':
    case 'multi:softmax':
      return () => roundPairs(bench, softmaxPairs(bench));
  }
}
