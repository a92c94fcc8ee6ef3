import { type CalibratedItem, expectedScore, maximumScore } from '../items/calibrated-item.ts';
import { type ProportionInterval, wilsonInterval } from '../proportion.ts';
import { NOT_PRESENTED, type Responses } from '../responses/responses.ts';
import { type EqualGroup, equalGroups, type GradedAnswer } from './equal-groups.ts';
import { checkThetas } from './residual-fit.ts';

function answersTo(responses: Responses, item: number, thetas: ArrayLike<number>): GradedAnswer[] {
  const answers: GradedAnswer[] = [];
  for (let person = 0; person < responses.persons; person += 1) {
    const ability = thetas[person] ?? Number.NaN;
    const score = responses.scores[person * responses.items + item] ?? NOT_PRESENTED;
    if (score === NOT_PRESENTED || !Number.isFinite(ability)) continue;
    answers.push({ ability, score, weight: responses.weights?.[person] ?? 1 });
  }
  return answers;
}

/**
 * Persons in order of ability, cut into groups of equal size.
 *
 * @param item     number of the item, counted from 0
 * @param thetas   abilities in logits, one a row; persons without a finite one are left out
 * @param maximum  highest score of the item
 * @throws         RangeError for abilities of other persons, an item that is not there, or groups below 1
 */
export function abilityGroups(
  responses: Responses,
  item: number,
  thetas: ArrayLike<number>,
  { groups, maximum }: { readonly groups: number; readonly maximum: number },
): EqualGroup[] {
  checkThetas(responses, thetas);
  if (!(Number.isInteger(item) && item >= 0 && item < responses.items)) {
    throw new RangeError(`item ${item} of ${responses.items}, counted from 0`);
  }
  return equalGroups(answersTo(responses, item, thetas), groups, maximum + 1);
}

/** A point of an item characteristic curve as observed, beside the model's. */
export type ObservedProportion = ProportionInterval & {
  readonly theta: number;
  readonly persons: number;
  /** What the model expects at that ability. */
  readonly expected: number;
};

/**
 * The share of an item's points that persons of similar ability got, with an interval, beside the model's curve.
 *
 * @param index   number of the item, counted from 0
 * @param thetas  abilities in logits, one a row; best from the other items, since an item pulls its own groups
 * @param bins    groups of equal size
 * @param deviate of the interval; 80 % by default. Part credit makes it a little too wide
 * @throws        RangeError for abilities of other persons, an item that is not there, or bins below 1
 */
export function observedProportions(
  responses: Responses,
  items: readonly CalibratedItem[],
  index: number,
  thetas: ArrayLike<number>,
  { bins = 10, deviate }: { readonly bins?: number; readonly deviate?: number } = {},
): ObservedProportion[] {
  const item = items[index];
  if (item === undefined) throw new RangeError(`item ${index} of ${items.length}, counted from 0`);
  const maximum = maximumScore(item);
  return abilityGroups(responses, index, thetas, { groups: bins, maximum }).map(
    ({ ability: theta, persons, counts }) => {
      const credit = counts.reduce((sum, count, score) => sum + (count * score) / maximum, 0);
      const interval = wilsonInterval(Math.min(credit, persons), persons, deviate);
      return { ...interval, theta, persons, expected: expectedScore(theta, item) / maximum };
    },
  );
}
