import type { ModelName } from '../calibration/options.ts';
import { type CalibratedItem, categoryCurve, maximumScore } from '../items/calibrated-item.ts';
import type { Responses } from '../responses/responses.ts';
import { checkResponses } from '../scoring/answered.ts';
import { abilityGroups } from './ability-groups.ts';
import { joinCells } from './cells.ts';
import { parametersOf } from './fitted-model.ts';
import { type ItemTest, itemTest } from './item-test.ts';

/**
 * Yen's Q1 (mirt's X2) of every item: observed against expected in ten groups of estimated ability. It takes estimates for
 * truth, so short tests misfit by it that do not: prefer `sumScoreFit`, and read this beside the curve it belongs to.
 *
 * @param thetas abilities in logits, one a row
 * @throws       RangeError for responses to other items, or abilities of other persons
 * @see          Yen (1981), Applied Psychological Measurement 5, 245–262
 */
export function abilityGroupFit(
  responses: Responses,
  items: readonly CalibratedItem[],
  thetas: ArrayLike<number>,
  model: ModelName,
  { groups = 10, minimumExpected = 2 }: { readonly groups?: number; readonly minimumExpected?: number } = {},
): ItemTest[] {
  checkResponses(responses, items);
  return items.map((item, i) => {
    const cut = abilityGroups(responses, i, thetas, { groups, maximum: maximumScore(item) });
    const rows = cut.map(({ ability: theta, persons, counts }) => {
      const { probabilities } = categoryCurve(theta, item);
      const cells = counts.map((observed, k) => ({ observed, expected: persons * (probabilities[k] ?? 0) }));
      return joinCells(cells, minimumExpected);
    });
    const persons = cut.reduce((sum, group) => sum + group.persons, 0);
    return itemTest(
      rows.filter((row) => row.length > 1),
      parametersOf(item, model),
      persons,
    );
  });
}
