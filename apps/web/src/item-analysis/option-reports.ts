import { NOT_PRESENTED, type OptionStatistics, optionAnalysis, type Responses } from '@cairn/psychometrics';
import type { ColumnFacts, Totals } from './columns.ts';
import type { AnswerSheet } from './reading/answer-sheet.ts';

/** Share of the points that persons got on the other items, from totals that were summed once; NaN without others. */
function restShares(
  j: number,
  { items, scores }: Responses,
  rows: readonly number[],
  totals: Totals,
  maximum: number,
): Float64Array {
  return Float64Array.from(rows, (i) => {
    const score = scores[i * items + j] ?? NOT_PRESENTED;
    const isAnswered = score !== NOT_PRESENTED;
    const points = (totals.points[i] ?? 0) - (isAnswered ? score : 0);
    const possible = (totals.possible[i] ?? 0) - (isAnswered ? maximum : 0);
    return possible > 0 ? points / possible : Number.NaN;
  });
}

/** How many persons chose each option, over the whole file. */
function countsOf({ cells, items, persons }: AnswerSheet, j: number, options: number): number[] {
  const counts = new Array<number>(options).fill(0);
  for (let i = 0; i < persons; i += 1) {
    const cell = cells[i * items.length + j] ?? NOT_PRESENTED;
    if (cell !== NOT_PRESENTED) counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return counts;
}

/** Options in alphabetical order, as authors list them, whichever was met first in the file. */
const byLabel = new Intl.Collator('en', { numeric: true });

/** What is counted over the whole file, and the persons whose choices make the curves. */
export type OptionSource = {
  readonly sheet: AnswerSheet;
  readonly responses: Responses;
  readonly totals: Totals;
  readonly rows: readonly number[];
};

/** Who chose what in one keyed question; nothing for a question that has scores only. */
export function optionsOf(
  { sheet, responses, totals, rows }: OptionSource,
  j: number,
  facts: ColumnFacts,
): readonly OptionStatistics[] {
  const { items, cells } = sheet;
  const keyed = items[j]?.keyed;
  if (!keyed) return [];
  const choices = keyed.options.map((option) => [option]); // one list an option, shared by all who chose it
  const chosen = rows.map((i) => choices[cells[i * items.length + j] ?? NOT_PRESENTED]);
  const key = keyed.options[keyed.key];
  const counts = countsOf(sheet, j, keyed.options.length);
  return optionAnalysis(
    {
      options: [...keyed.options].sort(byLabel.compare),
      key: key === undefined ? [] : [key],
      chosen,
    },
    restShares(j, responses, rows, totals, facts.maximum),
  ).map((one) => {
    const count = counts[keyed.options.indexOf(one.option)] ?? 0;
    return { ...one, count, share: facts.answers > 0 ? count / facts.answers : 0 };
  });
}
