import { NOT_PRESENTED, type Responses } from '../../responses/responses.ts';
import type { Digit } from './item-runs.ts';
import type { Groups } from './tallies.ts';

/** Persons with the same answers in the same group as one row. */
export type Collapsed = { readonly responses: Responses; readonly groups: Groups; readonly persons: Int32Array };

/** More patterns than this are not worth a table of all. */
const MOST_PATTERNS = 65_536;

/** The number of possible patterns, or Infinity if there are too many to count them in a table. */
function patternsOf(digits: readonly Digit[], groups: number): number {
  const patterns = digits.reduce((product, digit) => product * (digit.categories + (digit.hasMissing ? 1 : 0)), groups);
  return patterns <= MOST_PATTERNS ? patterns : Number.POSITIVE_INFINITY;
}

/**
 * Counts equal rows where few patterns are possible: ten items answered by 10⁵ persons are a thousand rows. The rows are
 * in the order of their patterns, so that the order of the persons has no effect at all.
 */
export function collapse(all: Collapsed, digits: readonly Digit[]): Collapsed {
  const { responses, groups, persons } = all;
  const patterns = patternsOf(digits, groups.count);
  if (patterns > 2 * persons.length) return all;
  const { items, scores } = responses;
  const weights = new Float64Array(patterns);
  const example = new Int32Array(patterns);
  for (const person of persons) {
    let code = groups.ofPerson?.[person] ?? 0;
    digits.forEach(({ categories, hasMissing }, j) => {
      const score = scores[person * items + j] ?? 0;
      code = code * (categories + (hasMissing ? 1 : 0)) + (score === NOT_PRESENTED ? categories : score);
    });
    weights[code] = (weights[code] ?? 0) + (responses.weights?.[person] ?? 1);
    example[code] = person;
  }
  return rowsOf(all, weights, example);
}

function rowsOf({ responses, groups }: Collapsed, weights: Float64Array, example: Int32Array): Collapsed {
  const { items, scores } = responses;
  const found = Int32Array.from(weights.keys()).filter((code) => (weights[code] ?? 0) > 0);
  const rows = new Uint8Array(found.length * items);
  const ofPerson = new Int32Array(found.length);
  found.forEach((code, row) => {
    const person = example[code] ?? 0;
    rows.set(scores.subarray(person * items, (person + 1) * items), row * items);
    ofPerson[row] = groups.ofPerson?.[person] ?? 0;
  });
  return {
    responses: {
      persons: found.length,
      items,
      scores: rows,
      weights: Float64Array.from(found, (code) => weights[code] ?? 0),
    },
    groups: { count: groups.count, ofPerson },
    persons: Int32Array.from(found.keys()),
  };
}
