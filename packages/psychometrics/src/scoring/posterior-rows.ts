import type { GridPoint } from '../grid.ts';
import type { CalibratedItem } from '../items/calibrated-item.ts';
import type { Responses } from '../responses/responses.ts';
import { codedLikelihood } from './coded-likelihood.ts';

/** Takes one person's posterior: unnormalised mass at each node, and its sum. The array is reused for the next person. */
type PosteriorVisitor = (person: number, mass: Float64Array, total: number, nodes: Float64Array) => void;

/** Smaller than e^−40 beside the peak: 10⁻¹⁸, below the last digit of the sum. */
const NEGLIGIBLE = -40;

/** Calls `visit` with the posterior over ability of every row in turn. */
export function posteriorRows(
  responses: Responses,
  items: readonly CalibratedItem[],
  prior: readonly GridPoint[],
  visit: PosteriorVisitor,
): void {
  const nodes = Float64Array.from(prior, ({ theta }) => theta);
  const logPrior = Float64Array.from(prior, ({ weight }) => Math.log(weight));
  const likelihood = codedLikelihood(items, nodes);
  const mass = new Float64Array(nodes.length);
  for (let person = 0; person < responses.persons; person += 1) {
    likelihood.fill(responses.scores, person * items.length, mass);
    let peak = Number.NEGATIVE_INFINITY;
    for (let q = 0; q < mass.length; q += 1) {
      const height = (mass[q] as number) + (logPrior[q] as number); // q < nodes
      mass[q] = height;
      if (height > peak) peak = height;
    }
    let total = 0;
    for (let q = 0; q < mass.length; q += 1) {
      const depth = (mass[q] as number) - peak; // q < nodes
      const part = depth < NEGLIGIBLE ? 0 : Math.exp(depth);
      mass[q] = part;
      total += part;
    }
    visit(person, mass, total, nodes);
  }
}
