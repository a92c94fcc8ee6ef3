import type { CalibratedItem } from '../items/calibrated-item.ts';
import { NOT_PRESENTED, type Responses } from '../responses/responses.ts';
import { checkResponses } from '../scoring/answered.ts';
import { type AnswerResidual, answerResidual, type ResidualFit, ResidualSums } from './mean-squares.ts';

export function checkThetas(responses: Responses, thetas: ArrayLike<number>): void {
  if (thetas.length !== responses.persons) {
    throw new RangeError(`${thetas.length} abilities for ${responses.persons} persons`);
  }
}

type AnswerVisitor = (person: number, item: number, residual: AnswerResidual, weight: number) => void;

/** Visits each answer of a person whose ability is a number. */
export function visitResiduals(
  responses: Responses,
  items: readonly CalibratedItem[],
  thetas: ArrayLike<number>,
  visit: AnswerVisitor,
): void {
  checkResponses(responses, items);
  checkThetas(responses, thetas);
  for (let person = 0; person < responses.persons; person += 1) {
    const theta = thetas[person] ?? Number.NaN;
    if (!Number.isFinite(theta)) continue;
    const weight = responses.weights?.[person] ?? 1;
    items.forEach((item, i) => {
      const score = responses.scores[person * items.length + i] ?? NOT_PRESENTED;
      if (score !== NOT_PRESENTED) visit(person, i, answerResidual(theta, item, score), weight);
    });
  }
}

/**
 * Infit, outfit and Zh of every item.
 *
 * @param thetas abilities in logits, one a row; a person whose ability is not finite is left out
 * @returns      one entry an item; NaN for an item without answers
 * @throws       RangeError for responses to other items, or abilities of other persons
 * @see          Wright & Masters (1982), Rating Scale Analysis; z as in mirt 1.45
 */
export function itemResidualFit(
  responses: Responses,
  items: readonly CalibratedItem[],
  thetas: ArrayLike<number>,
): ResidualFit[] {
  const sums = items.map(() => new ResidualSums());
  visitResiduals(responses, items, thetas, (_, item, residual, weight) => sums[item]?.add(residual, weight));
  return sums.map(({ statistics }) => statistics);
}

/**
 * Infit, outfit and lz of every person. With few items, or with abilities that were estimated from the same answers, lz
 * varies less than a standard normal: `lzStar` corrects that.
 *
 * @param thetas abilities in logits, one a row
 * @returns      one entry a row; NaN for a person without answers or without a finite ability
 * @throws       RangeError for responses to other items, or abilities of other persons
 */
export function personResidualFit(
  responses: Responses,
  items: readonly CalibratedItem[],
  thetas: ArrayLike<number>,
): ResidualFit[] {
  const sums = Array.from({ length: responses.persons }, () => new ResidualSums());
  visitResiduals(responses, items, thetas, (person, _, residual) => sums[person]?.add(residual, 1));
  return sums.map(({ statistics }) => statistics);
}
