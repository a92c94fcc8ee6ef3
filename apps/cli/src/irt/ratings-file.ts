import { difficultyOfAngoff, type ItemPrior } from '@cairn/psychometrics';
import { z } from 'zod';
import { readJson } from '../content.ts';
import { UsageError } from '../failure.ts';

const Ratings = z.record(z.string(), z.number().gt(0).lt(1));

/** How far off a rating is believed to be, in logits; the model of a learner holds the same of our own ratings. */
const RATING_SD = 0.5;

/**
 * Angoff ratings as priors of difficulty, on the scale where θ = 0 is the just-passing candidate.
 *
 * @param file     JSON, `{"item-id": 0.7, …}`: the chance that a just-passing candidate answers correctly
 * @param guessing the chance that a pure guess is correct, 0 for models without one
 * @returns        one an item, in the order of `itemIds`; undefined for an item without rating
 * @throws         UsageError for a file that is missing or holds something else, or rates none of the items
 */
export async function readRatingPriors(file: string, itemIds: readonly string[], guessing: number) {
  const parsed = Ratings.safeParse(await readJson(file, 'file of ratings'));
  if (!parsed.success) {
    const at = parsed.error.issues[0]?.path.join('.');
    const which = at ? `the rating of "${at}" is no number between 0 and 1` : 'it is no list of ratings';
    throw new UsageError(`${file}: ${which}; write {"item-id": 0.7, …}.`);
  }
  const low = itemIds.find((id) => (parsed.data[id] ?? 1) <= guessing);
  if (low !== undefined) {
    throw new UsageError(`${file}: the rating of "${low}" is not above ${guessing}, the chance of a guess; raise it.`);
  }
  const priors = itemIds.map((id): ItemPrior | undefined => {
    const rating = parsed.data[id];
    if (rating === undefined) return undefined;
    return { difficulty: { kind: 'normal', mean: difficultyOfAngoff(rating, guessing), sd: RATING_SD } };
  });
  if (priors.every((prior) => prior === undefined)) {
    throw new UsageError(`${file} rates none of the items; its keys are the ids of the CSV's header.`);
  }
  return priors;
}
