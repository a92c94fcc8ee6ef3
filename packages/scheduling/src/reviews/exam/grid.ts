import type { MemoryState } from '../../memory/algorithm.ts';

/**
 * Points at which the value of a card is tabulated; between them it is interpolated. Stability and the days since the
 * last review lie on a logarithm, for recall changes with their ratio.
 */
const LEAST = Math.log(0.1);
const STABILITY_STEP = (Math.log(300) - LEAST) / 25;
const STABILITIES = Array.from({ length: 26 }, (_, i) => Math.exp(LEAST + i * STABILITY_STEP));
const DIFFICULTY_STEP = 2.25;
const DIFFICULTIES = [1, 3.25, 5.5, 7.75, 10];

/** Days since the last review. */
export const ELAPSED: readonly number[] = [
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 16, 18, 21, 24, 28, 33, 39, 46, 54, 64, 80, 100, 130, 180, 260, 400, 700,
  1500,
];

/** Each pair of stability and difficulty. */
export const STATES: readonly MemoryState[] = STABILITIES.flatMap((stability) =>
  DIFFICULTIES.map((difficulty) => ({ stability, difficulty })),
);

/** A place between four states: the first of them and how far it is to the next in each direction. */
export type Place = { readonly state: number; readonly alongStability: number; readonly alongDifficulty: number };

const inside = (position: number, last: number) => Math.min(Math.max(position, 0), last - 1e-9);

export function placeOf({ stability, difficulty }: MemoryState): Place {
  const x = inside((Math.log(stability) - LEAST) / STABILITY_STEP, STABILITIES.length - 1);
  const y = inside((difficulty - 1) / DIFFICULTY_STEP, DIFFICULTIES.length - 1);
  const column = Math.floor(x);
  const row = Math.floor(y);
  return { state: column * DIFFICULTIES.length + row, alongStability: x - column, alongDifficulty: y - row };
}

const read = (values: Float64Array, index: number): number => values[index] ?? 0;

/** A table of values at a place, for the elapsed days number `elapsed` of ELAPSED. */
export function valueAt(values: Float64Array, elapsed: number, place: Place): number {
  const { alongStability, alongDifficulty } = place;
  const here = elapsed * STATES.length + place.state;
  const next = here + DIFFICULTIES.length;
  const low = read(values, here) * (1 - alongDifficulty) + read(values, here + 1) * alongDifficulty;
  const high = read(values, next) * (1 - alongDifficulty) + read(values, next + 1) * alongDifficulty;
  return low * (1 - alongStability) + high * alongStability;
}

/** Where a number of elapsed days lies: after which of ELAPSED, and how far on the way to the next. */
export function elapsedPlace(days: number): { readonly row: number; readonly along: number } {
  const last = ELAPSED.length - 1;
  let row = Math.min(Math.max(Math.floor(days) - 1, 0), 11); // the first twelve are the days themselves
  while (row < last - 1 && (ELAPSED[row + 1] ?? 0) <= days) row += 1;
  const [low = 1, high = 2] = ELAPSED.slice(row, row + 2);
  return { row, along: Math.min(Math.max((days - low) / (high - low), 0), 1) };
}
