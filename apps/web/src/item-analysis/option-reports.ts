import { NOT_PRESENTED, type OptionStatistics, optionAnalysis, type Responses } from '@cairn/psychometrics';
import type { ColumnFacts, Totals } from './columns.ts';
import type { AnswerSheet } from './reading/answer-sheet.ts';

/** Share of the points that each person got on the other items, from totals that were summed once; NaN without others. */
function restShares(j: number, { persons, items, scores }: Responses, totals: Totals, maximum: number): Float64Array {
  return Float64Array.from({ length: persons }, (_, i) => {
    const score = scores[i * items + j] ?? NOT_PRESENTED;
    const isAnswered = score !== NOT_PRESENTED;
    const points = (totals.points[i] ?? 0) - (isAnswered ? score : 0);
    const possible = (totals.possible[i] ?? 0) - (isAnswered ? maximum : 0);
    return possible > 0 ? points / possible : Number.NaN;
  });
}

/** Options in alphabetical order, as authors list them, whichever was met first in the file. */
const byLabel = new Intl.Collator('en', { numeric: true });

/** Who chose what in one keyed question; nothing for a question that has scores only. */
export function optionsOf(
  sheet: AnswerSheet,
  j: number,
  responses: Responses,
  totals: Totals,
  facts: ColumnFacts,
): readonly OptionStatistics[] {
  const { items, persons, cells } = sheet;
  const keyed = items[j]?.keyed;
  if (!keyed) return [];
  const choices = keyed.options.map((option) => [option]); // one list an option, shared by all who chose it
  const chosen = Array.from({ length: persons }, (_, i) => choices[cells[i * items.length + j] ?? NOT_PRESENTED]);
  const key = keyed.options[keyed.key];
  return optionAnalysis(
    {
      options: [...keyed.options].sort(byLabel.compare),
      key: key === undefined ? [] : [key],
      chosen,
    },
    restShares(j, responses, totals, facts.maximum),
  );
}
