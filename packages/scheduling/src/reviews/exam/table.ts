import { type Algorithm, algorithmOf, type MemoryState } from '../../memory/algorithm.ts';
import type { MemoryParameters } from '../../memory/card-memory.ts';
import { type ByRating, type Effort, firstSeconds, RATINGS, ratingChances, reviewSeconds } from '../effort.ts';
import { ELAPSED, elapsedPlace, type Place, placeOf, STATES, valueAt } from './grid.ts';

/**
 * What reviewing a card today adds to its recall on the exam day, over leaving it for later.
 *
 * A card that could be reviewed on any later day gains nothing by being reviewed now; one that will not be reached again
 * gains all that a review gives. Between the two: on each later day the card is reached with the chance `reach`, and is
 * then reviewed if that is worth its seconds. With this, the value of a card so many days before the exam follows from
 * its values one day later, back from the exam day, where it is the recall (dynamic programming on a grid of states).
 */
export type ExamTable = {
  /** Recall on the exam day gained by a review now; `daysLeft` from 1. */
  readonly gain: (state: MemoryState, elapsedDays: number, daysLeft: number) => number;
  readonly gainOfNew: (daysLeft: number) => number;
};

/** One day before the exam. */
type Day = {
  /** Expected recall on the exam day, less the price of the reviews until then, by elapsed days and state. */
  readonly values: Float64Array;
  readonly gains: Float64Array;
  readonly newValue: number;
  readonly newGain: number;
};

/** What a review leads to, by rating. */
type Transition = { readonly chances: ByRating; readonly places: readonly Place[]; readonly seconds: number };

/**
 * Recall that a second must give to be spent: 2 % of a card for a review of usual length. Found by simulation; half and
 * double the price change recall on the exam day by less than half a per cent.
 */
export const PRICE_PER_SECOND = 0.0015;

/** @param reach share of the cards that the minutes of one day suffice for */
export function examTable(parameters: MemoryParameters, effort: Effort, reach: number): ExamTable {
  const algorithm = algorithmOf(parameters);
  const transitions = ELAPSED.flatMap((days) => STATES.map((state) => transition(algorithm, effort, state, days)));
  const first: Transition = {
    chances: effort.first,
    places: RATINGS.map((rating) => placeOf(algorithm.after(undefined, 0, rating))),
    seconds: firstSeconds(effort),
  };
  const days: Day[] = [examDay(algorithm)];
  const dayOf = (daysLeft: number): Day => {
    for (let left = days.length; left <= daysLeft; left += 1)
      days.push(dayBefore(days[left - 1] ?? examDay(algorithm), transitions, first, reach));
    return days[daysLeft] ?? examDay(algorithm);
  };
  return {
    gain: (state, elapsedDays, daysLeft) => {
      const { gains } = dayOf(daysLeft);
      const { row, along } = elapsedPlace(elapsedDays);
      const place = placeOf(state);
      return valueAt(gains, row, place) * (1 - along) + valueAt(gains, row + 1, place) * along;
    },
    gainOfNew: (daysLeft) => dayOf(daysLeft).newGain,
  };
}

function transition(algorithm: Algorithm, effort: Effort, state: MemoryState, days: number): Transition {
  const recall = algorithm.recall(state.stability, days);
  return {
    chances: ratingChances(recall, effort),
    places: RATINGS.map((rating) => placeOf(algorithm.after(state, days, rating))),
    seconds: reviewSeconds(recall, effort),
  };
}

function examDay(algorithm: Algorithm): Day {
  const values = Float64Array.from(
    ELAPSED.flatMap((days) => STATES.map(({ stability }) => algorithm.recall(stability, days))),
  );
  return { values, gains: new Float64Array(values.length), newValue: 0, newGain: 0 };
}

function dayBefore(later: Day, transitions: readonly Transition[], first: Transition, reach: number): Day {
  const gains = new Float64Array(transitions.length);
  const values = new Float64Array(transitions.length);
  ELAPSED.forEach((days, row) => {
    const tomorrow = elapsedPlace(days + 1);
    const [here, next] = [tomorrow.row * STATES.length, (tomorrow.row + 1) * STATES.length];
    for (let state = 0; state < STATES.length; state += 1) {
      const [low = 0, high = 0] = [later.values[here + state], later.values[next + state]];
      const left = low + (high - low) * tomorrow.along;
      const index = row * STATES.length + state;
      const transition = transitions[index] ?? first;
      const gain = reviewed(later.values, transition) - left;
      gains[index] = gain;
      values[index] = left + reach * surplus(gain, transition);
    }
  });
  const newGain = reviewed(later.values, first) - later.newValue;
  return { values, gains, newGain, newValue: later.newValue + reach * surplus(newGain, first) };
}

/** What a review is worth beyond its seconds; it is not done if that is nothing. */
function surplus(gain: number, { seconds }: Transition): number {
  return Math.max(0, gain - PRICE_PER_SECOND * seconds);
}

/** The value after a review, by tomorrow. */
function reviewed(values: Float64Array, { chances, places }: Transition): number {
  let value = 0;
  for (let i = 0; i < places.length; i += 1) {
    const place = places[i];
    if (place) value += (chances[i] ?? 0) * valueAt(values, 0, place);
  }
  return value;
}
