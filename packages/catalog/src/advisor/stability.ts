import type { Rng } from '@cairn/kernel';
import type { Scored } from './rank.ts';

/**
 * How tightly drawn weights lie around the stated ones: the sum of the Dirichlet parameters. At 30 a weight of 0.15
 * is drawn with a standard deviation of 0.06, which is about how far a person's own answers move between two days.
 */
const CONCENTRATION = 30;

/**
 * Gamma(shape, 1) by Marsaglia & Tsang (2000), ACM TOMS 26(3), 363–372; shapes below 1 by their boost.
 * @param shape above 0
 */
export function gammaDraw(shape: number, rng: Rng): number {
  if (shape < 1) return gammaDraw(shape + 1, rng) * (1 - rng.next()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = rng.normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - rng.next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/**
 * The share of weight draws around the stated weights in which the first option stays first.
 * @param options scored by the same criteria in the same order, best first
 */
export function shareFirst<Option>(options: readonly Scored<Option>[], draws: number, rng: Rng): number {
  const [first] = options;
  if (!first || options.length === 1) return 1;
  const shapes = first.contributions.map(({ weight }) => weight * CONCENTRATION);
  // One flat matrix of differences to the first option: it stays first while no row's weighted sum is above zero.
  const width = shapes.length;
  const rivals = options.slice(1);
  const lead = new Float64Array(rivals.length * width);
  rivals.forEach(({ contributions }, row) => {
    contributions.forEach(({ value }, column) => {
      lead[row * width + column] = value - (first.contributions[column]?.value ?? 0);
    });
  });
  const weights = new Float64Array(width);
  let kept = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    for (let column = 0; column < width; column += 1) {
      const shape = shapes[column] ?? 0;
      weights[column] = shape > 0 ? gammaDraw(shape, rng) : 0; // unscaled: the sign of the sums is all that counts
    }
    if (!isOvertaken(lead, weights, rivals.length)) kept += 1;
  }
  return kept / draws;
}

function isOvertaken(lead: Float64Array, weights: Float64Array, rows: number): boolean {
  const width = weights.length;
  for (let row = 0; row < rows; row += 1) {
    let sum = 0;
    for (let column = 0; column < width; column += 1) sum += (lead[row * width + column] ?? 0) * (weights[column] ?? 0);
    if (sum > 0) return true;
  }
  return false;
}
