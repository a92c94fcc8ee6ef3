import {
  type CalibratedItem,
  type GridPoint,
  type ItemTest,
  NOT_PRESENTED,
  type Responses,
  sumScoreFit,
} from '@cairn/psychometrics';
import type { ModelName } from './analysis.ts';
import { rowsOf } from './columns.ts';

/** Operations that the tables of S-X² may cost: a few seconds in a browser. */
const MOST_OPERATIONS = 1e9;

type Form = { readonly answered: number; readonly rows: number[] };

/** Persons by the set of questions that they answered. */
function formsOf({ persons, items, scores }: Responses): Form[] {
  const forms = new Map<string, Form>();
  for (let i = 0; i < persons; i += 1) {
    const row = scores.subarray(i * items, (i + 1) * items);
    const key = row.reduce((text, score) => text + (score === NOT_PRESENTED ? '0' : '1'), '');
    const form = forms.get(key) ?? { answered: key.replaceAll('0', '').length, rows: [] };
    form.rows.push(i);
    forms.set(key, form);
  }
  return [...forms.values()];
}

/**
 * Each set of questions that somebody answered needs a table of its own, of about items³ entries a point of the grid.
 * The sets that most persons share come first, until the budget is spent.
 */
export function affordableRows(responses: Responses, gridPoints: number, budget = MOST_OPERATIONS): number[] {
  let left = budget;
  const kept: number[] = [];
  for (const { answered, rows } of formsOf(responses).sort((one, other) => other.rows.length - one.rows.length)) {
    left -= (answered ** 3 * gridPoints) / 2;
    if (left < 0 && kept.length > 0) break;
    for (const row of rows) kept.push(row);
  }
  return kept;
}

/** Steeper than any question, or further out than any person: probabilities there are 0 and 1, and fit has no meaning. */
const EXTREME = { slope: 30, place: 60 };

function isExtreme(item: CalibratedItem): boolean {
  const places = item.kind === 'dichotomous' ? [item.b] : item.thresholds;
  return !(Math.abs(item.a) < EXTREME.slope && places.every((place) => Math.abs(place) < EXTREME.place));
}

export type FitReports = {
  /** Empty where the model itself has run off. */
  readonly tests: readonly ItemTest[];
  /** How many persons' answers they rest on. */
  readonly persons: number;
};

/** S-X² of every item, on as many persons as a browser can afford. */
export function fitReports(
  responses: Responses,
  items: readonly CalibratedItem[],
  name: ModelName,
  prior: readonly GridPoint[],
): FitReports {
  if (items.some(isExtreme)) return { tests: [], persons: 0 };
  const rows = affordableRows(responses, prior.length);
  const some = rows.length < responses.persons ? rowsOf(responses, rows) : responses;
  return { tests: sumScoreFit(some, items, name, { prior }), persons: some.persons };
}
