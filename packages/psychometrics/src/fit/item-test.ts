import { chiSquareTail } from '../numbers/chi-square.ts';
import { type Cell, pearson } from './cells.ts';
import { rmsea } from './rmsea.ts';

/** A test of how one item fits. */
export type ItemTest =
  | {
      readonly outcome: 'tested';
      readonly statistic: number;
      readonly degrees: number;
      readonly pValue: number;
      readonly rmsea: number;
      readonly persons: number;
    }
  /** Too few persons or too few different sums for as many parameters, or parameters under which what happened cannot. */
  | { readonly outcome: 'too-sparse'; readonly persons: number };

/** @param parameters free parameters of the item, each costs a degree of freedom */
export function itemTest(rows: readonly (readonly Cell[])[], parameters: number, persons: number): ItemTest {
  const { statistic, degrees: cells } = pearson(rows);
  const degrees = cells - parameters;
  if (degrees <= 0 || !Number.isFinite(statistic)) return { outcome: 'too-sparse', persons };
  return {
    outcome: 'tested',
    statistic,
    degrees,
    pValue: chiSquareTail(statistic, degrees),
    rmsea: rmsea(statistic, degrees, persons),
    persons,
  };
}
