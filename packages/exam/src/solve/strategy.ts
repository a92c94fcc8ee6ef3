import type { Rng } from '@cairn/kernel';
import { likeness, wordsOf } from './likeness.ts';

/** Rules that know nothing of the subject: what people who are good at tests look for. */
export const TEST_WISE = ['longest', 'shortest', 'echo', 'odd-one-out', 'most-alike', 'first', 'random'] as const;
export const STRATEGIES = [...TEST_WISE, 'key'] as const;

/** How a test taker without knowledge answers; `key` is the one who knows everything. */
export type Strategy = (typeof STRATEGIES)[number];

type Option = { readonly text: string };

/** Puts the options of one list in the order in which a strategy would choose them. */
export type Preference = <T extends Option>(options: readonly T[]) => T[];

/** How much a strategy likes an option of a list, beside a stem. More is better. */
type Liking = (option: Option, options: readonly Option[], stem: string) => number;

const LIKINGS: Readonly<Record<Exclude<Strategy, 'key' | 'first' | 'random'>, Liking>> = {
  longest: ({ text }) => text.length,
  shortest: ({ text }) => -text.length,
  echo: ({ text }, _options, stem) => {
    const known = wordsOf(stem);
    const own = [...wordsOf(text)];
    return own.filter((word) => known.has(word)).length / Math.max(1, own.length);
  },
  'odd-one-out': (option, options) => -likeness(option, options),
  'most-alike': likeness,
};

/**
 * The preference of a strategy that does not know the key. What it likes equally it takes by chance.
 *
 * @param stem what the candidate reads above the options
 */
export function preferenceOf(strategy: Exclude<Strategy, 'key'>, rng: Rng, stem = ''): Preference {
  if (strategy === 'random') return (options) => rng.shuffle(options);
  if (strategy === 'first') return (options) => [...options];
  const liking = LIKINGS[strategy];
  return (options) =>
    rng
      .shuffle(options)
      .map((option) => ({ option, liked: liking(option, options, stem) }))
      .sort((a, b) => b.liked - a.liked)
      .map(({ option }) => option);
}
