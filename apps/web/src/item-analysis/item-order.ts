import { difficultyOf, type ItemReport } from './analysis.ts';
import { gravity } from './flags.ts';

export type OrderKey = 'flags' | 'id' | 'easiness' | 'discrimination' | 'a' | 'b' | 'fit';
export type Order = { readonly key: OrderKey; readonly isDescending: boolean };

export const FIRST_ORDER: Order = { key: 'flags', isDescending: true };

/** A second press turns the order round; flags and fit start with the worst. */
export function pressed(order: Order, key: OrderKey): Order {
  if (order.key === key) return { key, isDescending: !order.isDescending };
  return { key, isDescending: key === 'flags' };
}

const VALUES: Record<Exclude<OrderKey, 'id'>, (item: ItemReport) => number | undefined> = {
  flags: ({ flags }) => gravity(flags),
  easiness: ({ easiness }) => easiness,
  discrimination: ({ discrimination }) => discrimination,
  a: ({ parameters }) => parameters?.a,
  b: ({ parameters }) => difficultyOf(parameters),
  fit: ({ fit }) => fit?.p,
};

/** "q2" before "q10". */
const byId = new Intl.Collator('en', { numeric: true });

/** What has no number stands at the end, whichever way the order runs; ties keep the order of the file. */
export function ordered(items: readonly ItemReport[], { key, isDescending }: Order): ItemReport[] {
  const sign = isDescending ? -1 : 1;
  if (key === 'id') return [...items].sort((one, other) => sign * byId.compare(one.id, other.id));
  const numberOf = VALUES[key];
  return [...items].sort((one, other) => {
    const [left, right] = [numberOf(one), numberOf(other)];
    if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
    return sign * (left - right);
  });
}
