import { chanceOf, type ExamProfile, type Item, possibleOf, questionsOf, solveBank, TEST_WISE } from '@cairn/exam';
import type { Fault } from '../fault.ts';

/** Share of a bank's points that a rule of guessing earns, in percent. */
export type GuessedShare = { readonly strategy: (typeof TEST_WISE)[number]; readonly percent: number };

/** More than this above chance, in points of percent, is a cue that somebody who knows nothing can use. */
const MOST_ABOVE_CHANCE = 5;
/** Below this many items the luck of the draw alone goes further. */
const LEAST_ITEMS = 50;

/** The share of a bank's points that blind guessing earns on average, in percent. */
export function chancePercent({ credit }: ExamProfile, items: readonly Item[]): number {
  const questions = items.flatMap(questionsOf).map(({ question }) => ({
    chance: chanceOf(question, credit),
    possible: possibleOf(question, credit),
  }));
  const possible = questions.reduce((sum, question) => sum + question.possible, 0);
  const expected = questions.reduce((sum, question) => sum + question.chance * question.possible, 0);
  return possible === 0 ? 0 : (100 * expected) / possible;
}

export function guessedShares(profile: ExamProfile, items: readonly Item[]): GuessedShare[] {
  return TEST_WISE.map((strategy) => ({ strategy, percent: solveBank(items, strategy, '1', profile).percent }));
}

/** No rule that ignores the subject may earn much more than chance. */
export function guessingDoesNotPay(profile: ExamProfile, items: readonly Item[]): Fault[] {
  if (items.length < LEAST_ITEMS) return [];
  const chance = chancePercent(profile, items);
  return guessedShares(profile, items)
    .filter(({ strategy }) => strategy !== 'first' && strategy !== 'random') // they are chance itself
    .filter(({ percent }) => percent > chance + MOST_ABOVE_CHANCE)
    .map(({ strategy, percent }) => ({
      file: `items/${profile.id}`,
      line: 1,
      message: `Guessing by "${strategy}" earns ${percent.toFixed(1)} % of the points, chance gives ${chance.toFixed(1)} %: a cue. Reword options until it earns ${(chance + MOST_ABOVE_CHANCE).toFixed(1)} % at most.`,
    }));
}
