import { type CalibratedItem, maximumScore } from '../items/calibrated-item.ts';

/** One common item, calibrated on both scales. */
export type Anchor = { readonly from: CalibratedItem; readonly to: CalibratedItem };

/** @throws RangeError if the item has another kind or another number of categories on the two scales */
export function anchorsOf(from: readonly CalibratedItem[], to: readonly CalibratedItem[]): Anchor[] {
  if (from.length !== to.length) throw new RangeError(`${from.length} items to link with ${to.length} items`);
  return from.map((item, i) => {
    const other = to[i];
    if (other === undefined || other.kind !== item.kind || maximumScore(other) !== maximumScore(item)) {
      throw new RangeError(`common item ${i + 1} is a different item on the two scales: kind or categories differ`);
    }
    return { from: item, to: other };
  });
}
