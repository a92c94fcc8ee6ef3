import { clipParameters, computeDecayFactor, default_w, FSRSAlgorithm } from 'ts-fsrs';
import type { CardMemory, MemoryParameters } from './card-memory.ts';
import { LONGEST_INTERVAL_DAYS, SHORTEST_STABILITY_DAYS, WEIGHT_COUNTS } from './limits.ts';
import type { Rating } from './rating.ts';

/**
 * The only file that knows ts-fsrs. Of the library, the equations are used and nothing else: its cards hold dates,
 * count days in UTC whatever the learner's zone is, and spread due days by a randomness of their own.
 */

/** Stability (days) and difficulty (1–10): what FSRS remembers of a card. */
export type MemoryState = Pick<CardMemory, 'stability' | 'difficulty'>;

export type Algorithm = {
  /** State after a review; `elapsedDays` since the one before, 0 for a review in the same session. */
  readonly after: (state: MemoryState | undefined, elapsedDays: number, rating: Rating) => MemoryState;
  /** Chance of recall after `elapsedDays`, in (0, 1]. */
  readonly recall: (stability: number, elapsedDays: number) => number;
  /** Days until recall has fallen to `retention`. */
  readonly daysUntil: (stability: number, retention: number) => number;
};

const GRADES = { again: 1, hard: 2, good: 3, easy: 4 } as const satisfies Record<Rating, number>;
const RELEARNING_STEPS = 1;

/** Weights that the authors of FSRS-6 fitted to the reviews of many learners. */
export const DEFAULT_PARAMETERS: MemoryParameters = {
  weights: [...default_w],
  desiredRetention: 0.9,
  maximumIntervalDays: LONGEST_INTERVAL_DAYS,
};

/**
 * Weights of any version as the 21 of FSRS-6, each within the bounds of the model. ts-fsrs does the same, but writes a
 * line to the console as it does.
 *
 * @throws RangeError if there are not 17, 19 or 21 finite numbers
 */
export function migrateWeights(weights: readonly number[]): number[] {
  if (!WEIGHT_COUNTS.includes(weights.length))
    throw new RangeError(
      `FSRS takes 21 weights (17 and 19 of older versions are understood), not ${weights.length}; check where they were copied from.`,
    );
  const odd = weights.findIndex((weight) => !Number.isFinite(weight));
  if (odd >= 0) throw new RangeError(`FSRS weight ${odd + 1} is ${weights[odd]}; each must be a finite number.`);
  const clipped = clipParameters([...weights], RELEARNING_STEPS);
  if (clipped.length === 21) return clipped;
  const migrated = clipped.length === 19 ? [...clipped, 0, FSRS5_DECAY] : fromVersion4(clipped);
  return clipParameters(migrated, RELEARNING_STEPS);
}

const FSRS5_DECAY = 0.5;

/** Version 4.5 measured difficulty linearly and had no short-term memory. */
function fromVersion4(weights: readonly number[]): number[] {
  const [base = 0, slope = 0, change = 0] = weights.slice(4, 7);
  const difficulty = [slope * 2 + base, Math.log(slope * 3 + 1) / 3, change + 0.5];
  return [...weights.slice(0, 4), ...difficulty, ...weights.slice(7), 0, 0, 0, FSRS5_DECAY];
}

const built = new WeakMap<MemoryParameters, Algorithm>();

/** @throws RangeError if the parameters hold a wrong number of weights */
export function algorithmOf(parameters: MemoryParameters): Algorithm {
  const known = built.get(parameters);
  if (known) return known;
  const algorithm = build(migrateWeights(parameters.weights));
  built.set(parameters, algorithm);
  return algorithm;
}

function build(weights: number[]): Algorithm {
  const fsrs = new FSRSAlgorithm({ w: weights });
  const { decay, factor } = computeDecayFactor(weights);
  return {
    after: (state, elapsedDays, rating) =>
      fsrs.next_state(state ? bounded(state) : null, Math.max(0, elapsedDays), GRADES[rating]),
    recall: (stability, elapsedDays) => (1 + (factor * Math.max(0, elapsedDays)) / stability) ** decay,
    daysUntil: (stability, retention) => (stability / factor) * (retention ** (1 / decay) - 1),
  };
}

/** A state from outside this package may lie anywhere; the library would answer with NaN or throw. */
function bounded({ stability, difficulty }: MemoryState): MemoryState {
  return {
    stability: between(stability, SHORTEST_STABILITY_DAYS, LONGEST_INTERVAL_DAYS, 'stability'),
    difficulty: between(difficulty, 1, 10, 'difficulty'),
  };
}

function between(value: number, low: number, high: number, name: string): number {
  if (Number.isFinite(value) && value >= low && value <= high) return value;
  throw new RangeError(`The ${name} of a card is ${value}; it must lie between ${low} and ${high}.`);
}
