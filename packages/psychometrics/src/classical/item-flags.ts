import type { ItemStatistics } from './item-statistics.ts';
import type { OptionStatistics } from './option-analysis.ts';

/** Something an author should look at. */
export type ItemFlag = {
  readonly kind:
    | 'few-answers'
    | 'key-suspect'
    | 'negative-discrimination'
    | 'low-discrimination'
    | 'too-easy'
    | 'too-hard'
    | 'dead-distractor';
  /** What is wrong and what to do, in one sentence. */
  readonly sentence: string;
};

/** Where flags begin. */
export type FlagLimits = {
  /** With fewer answers nothing else is said: a correlation of 30 answers is uncertain by ±0.36 already. */
  readonly fewestAnswers: number;
  readonly easiest: number;
  readonly hardest: number;
  /** Lowest correlation with the rest of the test that is fine. */
  readonly lowestDiscrimination: number;
  /** A distractor that fewer choose misleads nobody. */
  readonly smallestShare: number;
};

export const FLAG_LIMITS: FlagLimits = {
  fewestAnswers: 30,
  easiest: 0.95,
  hardest: 0.2,
  lowestDiscrimination: 0.15,
  smallestShare: 0.02,
};

const percent = (share: number): string => `${Math.round(100 * share)} %`;
const signed = (value: number): string => value.toFixed(2).replace('-', '−');

function difficultyFlags({ difficulty }: ItemStatistics, limits: FlagLimits): ItemFlag[] {
  if (difficulty > limits.easiest) {
    const sentence = `${percent(difficulty)} of the points are earned, so the question tells hardly anyone apart; make the wrong options more tempting.`;
    return [{ kind: 'too-easy', sentence }];
  }
  if (!(difficulty < limits.hardest)) return [];
  const sentence = `Only ${percent(difficulty)} of the points are earned; check the key first, then whether the question can be misread.`;
  return [{ kind: 'too-hard', sentence }];
}

function discriminationFlags({ itemRest }: ItemStatistics, limits: FlagLimits): ItemFlag[] {
  if (itemRest === undefined || itemRest >= limits.lowestDiscrimination) return [];
  if (itemRest < 0) {
    const sentence = `Those who do well on the other questions do worse on this one (correlation ${signed(itemRest)}); check the key first.`;
    return [{ kind: 'negative-discrimination', sentence }];
  }
  const sentence = `Success here says little about the other questions (correlation ${signed(itemRest)}); check that it asks for one thing, and clearly.`;
  return [{ kind: 'low-discrimination', sentence }];
}

/** A distractor that goes with ability, and better than every key does. */
function suspectFlags(options: readonly OptionStatistics[], limits: FlagLimits): ItemFlag[] {
  const keys = options.filter(({ isKey }) => isKey).map(({ correlation }) => correlation ?? 0);
  const best = Math.max(...keys);
  return options
    .filter(({ isKey, share, correlation = 0 }) => {
      return !isKey && share >= limits.smallestShare && correlation > Math.max(0, best);
    })
    .map(({ option, correlation = 0 }) => {
      const sentence = `Option ${option} goes with ability better than the key does (${signed(correlation)} against ${signed(best)}); it may be the right answer.`;
      return { kind: 'key-suspect', sentence };
    });
}

function deadFlags(options: readonly OptionStatistics[], limits: FlagLimits): ItemFlag[] {
  return options
    .filter(({ isKey, share }) => !isKey && share < limits.smallestShare)
    .map(({ option, share }) => {
      const sentence = `Option ${option} is chosen by ${percent(share)}, so it misleads nobody; replace it with a mistake that people make.`;
      return { kind: 'dead-distractor', sentence };
    });
}

/**
 * What an author should look at, worst first. With few answers only that is said.
 *
 * @param options of the same item, where it has options: see `optionAnalysis`
 */
export function itemFlags(
  item: ItemStatistics,
  options: readonly OptionStatistics[] = [],
  limits: FlagLimits = FLAG_LIMITS,
): ItemFlag[] {
  if (item.answers < limits.fewestAnswers) {
    const sentence = `${item.answers} answers so far; wait for ${limits.fewestAnswers} before judging this question.`;
    return [{ kind: 'few-answers', sentence }];
  }
  return [
    ...suspectFlags(options, limits),
    ...discriminationFlags(item, limits),
    ...difficultyFlags(item, limits),
    ...deadFlags(options, limits),
  ];
}
