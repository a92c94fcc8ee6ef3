import type { Rng } from '@cairn/kernel';
import { type GridPoint, normalGrid } from '../grid.ts';
import type { CalibratedItem } from '../items/calibrated-item.ts';
import type { Responses } from '../responses/responses.ts';
import { checkResponses } from './answered.ts';
import { posteriorRows } from './posterior-rows.ts';

/**
 * Draws `uniform` from a distribution on a grid, each node's mass spread evenly over its cell.
 *
 * @param uniform in [0, total)
 */
function drawFrom(mass: Float64Array, nodes: Float64Array, uniform: number): number {
  let left = uniform;
  let q = 0;
  while (q < mass.length - 1 && left >= (mass[q] as number)) {
    left -= mass[q] as number; // q < nodes
    q += 1;
  }
  const [theta, cell] = [nodes[q] as number, mass[q] as number];
  const before = nodes[q - 1] ?? 2 * theta - (nodes[q + 1] as number); // a grid has two nodes or more
  const after = nodes[q + 1] ?? 2 * theta - before;
  const share = cell > 0 ? Math.min(1, left / cell) : 0.5;
  return (before + theta) / 2 + (share * (after - before)) / 2;
}

/**
 * Plausible values: random abilities from each person's posterior. Statistics of a group (its spread, its share above a
 * cut) are right when computed from these, and wrong when computed from point estimates.
 *
 * @param draws values a person
 * @param prior see `normalGrid`; spreading mass over cells of width h adds h²/12 to the variance, 0.0003 by default
 * @returns     persons × draws, in logits, one row a person
 * @throws      RangeError for responses to other items than these, or draws that are no positive integer
 * @see         Mislevy (1991), Psychometrika 56, 177–196
 */
export function plausibleValues(
  responses: Responses,
  items: readonly CalibratedItem[],
  rng: Rng,
  { draws = 5, prior = normalGrid({ points: 201 }) }: { draws?: number; prior?: readonly GridPoint[] } = {},
): Float64Array {
  checkResponses(responses, items);
  if (!(Number.isInteger(draws) && draws > 0)) throw new RangeError(`${draws} draws a person`);
  const values = new Float64Array(responses.persons * draws);
  posteriorRows(responses, items, prior, (person, mass, total, nodes) => {
    for (let draw = 0; draw < draws; draw += 1) {
      values[person * draws + draw] = drawFrom(mass, nodes, rng.next() * total);
    }
  });
  return values;
}
