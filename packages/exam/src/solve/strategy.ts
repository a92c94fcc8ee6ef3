import type { Rng } from '@cairn/kernel';

export const STRATEGIES = ['longest', 'first', 'random', 'key'] as const;

/** How a test taker without knowledge answers; `key` is the one who knows everything. */
export type Strategy = (typeof STRATEGIES)[number];

/** Puts the options of one list in the order in which a strategy would choose them. */
export type Preference = <T extends { readonly text: string }>(options: readonly T[]) => T[];

/** The preference of a strategy that does not know the key. */
export function preferenceOf(strategy: Exclude<Strategy, 'key'>, rng: Rng): Preference {
  if (strategy === 'random') return (options) => rng.shuffle(options);
  if (strategy === 'first') return (options) => [...options];
  return (options) => [...options].sort((a, b) => b.text.length - a.text.length);
}
