import type { ModelName } from '../calibration/options.ts';
import { type GridPoint, normalGrid } from '../grid.ts';
import type { CalibratedItem } from '../items/calibrated-item.ts';
import type { Responses } from '../responses/responses.ts';
import { checkResponses } from '../scoring/answered.ts';
import { type ProbabilityTable, probabilityTable, visitRests } from '../scoring/sum-score.ts';
import { type Cell, joinRows } from './cells.ts';
import { parametersOf } from './fitted-model.ts';
import { type Form, formsOf } from './forms.ts';
import { type ItemTest, itemTest } from './item-test.ts';

/** Rows by sum score, in each the weight of persons by their score on one item. */
function observedTable(responses: Responses, form: Form, item: number, sums: number, width: number): Float64Array {
  const table = new Float64Array(sums * width);
  for (const person of form.persons) {
    const from = person * responses.items;
    const sum = form.items.reduce((total, i) => total + (responses.scores[from + i] ?? 0), 0);
    const at = sum * width + (responses.scores[from + item] ?? 0);
    table[at] = (table[at] ?? 0) + (responses.weights?.[person] ?? 1);
  }
  return table;
}

/** P(item = k and sum of the rest = s − k), by quadrature over the prior. */
function jointProbability(
  item: ProbabilityTable,
  rest: Float64Array,
  k: number,
  restSum: number,
  prior: readonly GridPoint[],
): number {
  if (restSum < 0 || restSum * prior.length >= rest.length) return 0;
  return prior.reduce(
    (sum, { weight }, q) => sum + weight * (item[k * prior.length + q] ?? 0) * (rest[restSum * prior.length + q] ?? 0),
    0,
  );
}

/** One row a sum score strictly between none and all: at the ends every answer is known from the sum. */
function sumRows(
  observed: Float64Array,
  item: ProbabilityTable,
  rest: Float64Array,
  prior: readonly GridPoint[],
): Cell[][] {
  const width = item.length / prior.length;
  const sums = observed.length / width;
  const rows: Cell[][] = [];
  for (let sum = 1; sum < sums - 1; sum += 1) {
    const counts = Array.from({ length: width }, (_, k) => observed[sum * width + k] ?? 0);
    const persons = counts.reduce((total, count) => total + count, 0);
    if (persons === 0) continue;
    const joint = counts.map((_, k) => jointProbability(item, rest, k, sum - k, prior));
    const total = joint.reduce((all, p) => all + p, 0);
    rows.push(counts.map((count, k) => ({ observed: count, expected: (persons * (joint[k] ?? 0)) / total })));
  }
  return rows;
}

type FitOptions = {
  readonly prior?: readonly GridPoint[];
  /** Cells that expect fewer persons are joined with neighbours: first scores of one row, then rows. */
  readonly minimumExpected?: number;
};

/**
 * S-X² of every item: do persons with the same sum score answer it as the model says? Right-or-wrong items, graded and
 * partial credit. Persons are compared with those who answered the same items, so that missing by design is allowed.
 *
 * @param model what was estimated: each free parameter costs a degree of freedom
 * @param options.prior the population that the items were calibrated on; N(0, 1) by default
 * @returns     one entry an item; persons count those who answered it and at least one other
 * @throws      RangeError for responses to other items than these
 * @see         Orlando & Thissen (2000), Applied Psychological Measurement 24, 50–64; Kang & Chen (2008), Journal of
 *              Educational Measurement 45, 391–406
 */
export function sumScoreFit(
  responses: Responses,
  items: readonly CalibratedItem[],
  model: ModelName,
  { prior = normalGrid({ points: 61 }), minimumExpected = 1 }: FitOptions = {},
): ItemTest[] {
  checkResponses(responses, items);
  const tables = items.map((item) =>
    probabilityTable(
      item,
      prior.map(({ theta }) => theta),
    ),
  );
  const rows: Cell[][][] = items.map(() => []);
  const persons = items.map(() => 0);
  for (const form of formsOf(responses)) {
    if (form.items.length < 2) continue;
    const weight = form.persons.reduce((sum, person) => sum + (responses.weights?.[person] ?? 1), 0);
    for (const i of form.items) persons[i] = (persons[i] ?? 0) + weight;
    // No row of so few persons has two cells: where each person has a form of his own, all the work would be for nothing.
    if (weight < 2 * minimumExpected) continue;
    const own = form.items.map((i) => tables[i] ?? new Float64Array()); // as many tables as items
    visitRests(own, prior.length, (at, rest) => {
      const [i, table] = [form.items[at] ?? 0, own[at] ?? new Float64Array()];
      const width = table.length / prior.length;
      const observed = observedTable(responses, form, i, rest.length / prior.length + width - 1, width);
      rows[i]?.push(...joinRows(sumRows(observed, table, rest, prior), minimumExpected));
    });
  }
  return items.map((item, i) => itemTest(rows[i] ?? [], parametersOf(item, model), persons[i] ?? 0));
}
