import type { CalibratedItem } from '../items/calibrated-item.ts';
import { correlation } from '../numbers/correlation.ts';
import type { Responses } from '../responses/responses.ts';
import { visitResiduals } from './residual-fit.ts';

/** Two items whose residuals go together. */
export type ItemPair = {
  readonly first: number;
  readonly second: number;
  readonly q3: number;
  readonly persons: number;
};

export type LocalDependence = {
  /** items × items correlations of residuals, 1 on the diagonal; NaN for a pair that fewer than three persons answered. */
  readonly q3: Float64Array;
  /** Mean over pairs: about −1/(n − 1) when nothing depends. */
  readonly mean: number;
  /** Every pair, most dependent first. */
  readonly pairs: readonly ItemPair[];
};

const LEAST_PERSONS = 3;

/**
 * Yen's Q3: correlations of residuals between items, over the persons who answered both. A pair stands out where its q3
 * exceeds the mean of all pairs by 0.2 or more (Christensen, Makransky & Horton 2017).
 *
 * @param thetas abilities in logits, one a row; persons without a finite one are left out
 * @throws       RangeError for responses to other items, or abilities of other persons
 * @see          Yen (1984), Applied Psychological Measurement 8, 125–145
 */
export function localDependence(
  responses: Responses,
  items: readonly CalibratedItem[],
  thetas: ArrayLike<number>,
): LocalDependence {
  const residuals = items.map(() => new Float64Array(responses.persons).fill(Number.NaN));
  visitResiduals(responses, items, thetas, (person, item, { residual }) => {
    const column = residuals[item];
    if (column !== undefined) column[person] = residual;
  });
  const weights = responses.weights ?? new Float64Array(responses.persons).fill(1);
  const q3 = new Float64Array(items.length ** 2);
  const pairs: ItemPair[] = [];
  residuals.forEach((x, first) => {
    q3[first * items.length + first] = 1;
    residuals.slice(first + 1).forEach((y, offset) => {
      const second = first + 1 + offset;
      const { r: raw = Number.NaN, rows: persons } = correlation(x, y, weights);
      const r = persons < LEAST_PERSONS ? Number.NaN : raw;
      q3[first * items.length + second] = r;
      q3[second * items.length + first] = r;
      if (!Number.isNaN(r)) pairs.push({ first, second, q3: r, persons });
    });
  });
  const mean = pairs.reduce((sum, pair) => sum + pair.q3, 0) / pairs.length;
  return { q3, mean, pairs: pairs.sort((x, y) => y.q3 - x.q3) };
}
