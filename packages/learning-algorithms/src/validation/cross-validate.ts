import type { Rng } from '@cairn/kernel';
import { meanOf, sampleDeviation } from '../numbers/moments.ts';
import type { Split } from './splits.ts';

/** Trains on some rows and scores on others; both are row numbers. */
export type Evaluate = (train: readonly number[], test: readonly number[]) => number;

export type CrossValidation = {
  readonly scores: readonly number[];
  readonly mean: number;
  /** Sample standard deviation over the folds. Folds share training rows, so that it understates the uncertainty. */
  readonly standardDeviation: number;
};

/** The score of each split, their mean and spread. */
export function crossValidate(splits: readonly Split[], evaluate: Evaluate): CrossValidation {
  const scores = splits.map(({ train, test }) => evaluate(train, test));
  return { scores, mean: meanOf(scores), standardDeviation: sampleDeviation(scores) };
}

/** Scores by size of the training set: a gap that stays says variance, two low lines say bias. */
export type LearningCurvePoint = {
  readonly rows: number;
  /** On the rows the model was trained on. */
  readonly train: CrossValidation;
  readonly test: CrossValidation;
};

/**
 * Trains on growing parts of each split's training rows.
 *
 * @param shares of the training rows, in (0, 1]
 * @throws       RangeError on a share outside
 */
export function learningCurve(
  splits: readonly Split[],
  shares: readonly number[],
  evaluate: Evaluate,
  rng: Rng,
): LearningCurvePoint[] {
  const odd = shares.find((share) => !(share > 0 && share <= 1));
  if (odd !== undefined) throw new RangeError(`the share ${odd} of the training rows is not within (0, 1]`);
  const shuffled = splits.map(({ train, test }) => ({ train: rng.shuffle(train), test }));
  return shares.map((share) => {
    const parts = shuffled.map(({ train, test }) => ({
      train: train.slice(0, Math.max(1, Math.round(train.length * share))),
      test,
    }));
    return {
      rows: Math.round(meanOf(parts.map(({ train }) => train.length))),
      train: crossValidate(parts, (train) => evaluate(train, train)),
      test: crossValidate(parts, evaluate),
    };
  });
}
