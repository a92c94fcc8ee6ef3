import type { CardPhase } from '../memory/card-memory.ts';
import type { Rating } from '../memory/rating.ts';

export const RATINGS = ['again', 'hard', 'good', 'easy'] as const satisfies readonly Rating[];

/** One number for each rating, worst first. */
export type ByRating = readonly [again: number, hard: number, good: number, easy: number];

/** How a learner rates and how long it takes: the default until there are enough answers of their own. */
export type Effort = {
  /** Chances of the ratings of a card seen for the first time. */
  readonly first: ByRating;
  /** Chances of hard, good and easy, of a card that was recalled. */
  readonly recalled: readonly [hard: number, good: number, easy: number];
  /** Seconds of one answer by rating. */
  readonly seconds: Readonly<Record<CardPhase, ByRating>>;
  /** Answers in steps of minutes that follow the first answer, by its rating. */
  readonly stepsAfterFirst: ByRating;
};

/**
 * Means over many learners of Anki.
 * @see fsrs-rs 6.6, `SimulatorConfig::default`; the steps follow from its `learning_step_transitions`
 */
export const USUAL_EFFORT: Effort = {
  first: [0.24, 0.094, 0.495, 0.171],
  recalled: [0.224, 0.631, 0.145],
  seconds: {
    learning: [19.58, 18.79, 13.78, 10.71],
    review: [19.38, 17.59, 12.38, 8.94],
    relearning: [16.44, 15.25, 12.32, 8.03],
  },
  stepsAfterFirst: [3.3, 2.3, 1.2, 0],
};

/** Answers in steps that follow a card forgotten in review. */
const STEPS_AFTER_LAPSE = 1.4;

export function ratingChances(recall: number, { recalled: [hard, good, easy] }: Effort): ByRating {
  return [1 - recall, recall * hard, recall * good, recall * easy];
}

const dot = (one: ByRating, other: ByRating): number =>
  one[0] * other[0] + one[1] * other[1] + one[2] * other[2] + one[3] * other[3];

/** Seconds that a review takes, the steps after a lapse included. */
export function reviewSeconds(recall: number, effort: Effort): number {
  const relearn = STEPS_AFTER_LAPSE * effort.seconds.relearning[2];
  return dot(ratingChances(recall, effort), effort.seconds.review) + (1 - recall) * relearn;
}

/** Seconds that a new card takes on its first day, its steps included. */
export function firstSeconds({ first, seconds, stepsAfterFirst }: Effort): number {
  return dot(first, seconds.learning) + dot(first, stepsAfterFirst) * seconds.learning[2];
}

/** Seconds of one answer in steps, taken as good. */
export function stepSeconds(phase: CardPhase, { seconds }: Effort): number {
  return seconds[phase][2];
}
