import { type CalibratedItem, maximumScore } from '../items/calibrated-item.ts';
import { NOT_PRESENTED, type Responses } from '../responses/responses.ts';

/**
 * Checks that responses belong to items.
 *
 * @throws RangeError if their numbers differ, or a score is higher than its item allows
 */
export function checkResponses(responses: Responses, items: readonly CalibratedItem[]): void {
  if (responses.persons > 0 && responses.items !== items.length) {
    throw new RangeError(`responses to ${responses.items} items cannot be scored with ${items.length} items`);
  }
  const limits = items.map(maximumScore);
  for (let at = 0; at < responses.scores.length; at += 1) {
    const score = responses.scores[at] as number; // at < length
    const limit = limits[at % items.length] as number; // as many limits as items
    if (score !== NOT_PRESENTED && score > limit) {
      const [row, column] = [Math.floor(at / items.length) + 1, (at % items.length) + 1];
      throw new RangeError(`row ${row}, item ${column}: a score of ${score}, and the item gives at most ${limit}`);
    }
  }
}
