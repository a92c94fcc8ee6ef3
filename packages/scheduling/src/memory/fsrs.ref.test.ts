import type { Instant } from '@cairn/kernel';
import { generatorParameters } from 'ts-fsrs';
import { describe, expect, it, vi } from 'vitest';
import { DEFAULT_PARAMETERS, migrateWeights } from './algorithm.ts';
import type { CardMemory } from './card-memory.ts';
import { DAY_MILLISECONDS } from './limits.ts';
import type { Rating } from './rating.ts';
import { preview, review } from './review.ts';

/** Numbers of ts-fsrs 5.4.2's own tests for the default weights of FSRS-6 (`packages/fsrs/__tests__/FSRS-6.test.ts`). */
const START = Date.UTC(2022, 11, 29, 12, 30) as Instant;

const intervalDays = (memory: CardMemory) =>
  memory.phase === 'review' ? Math.round((memory.dueAt - memory.lastReviewAt) / DAY_MILLISECONDS) : 0;

describe('FSRS-6 with its default weights', () => {
  it('gives the published intervals', () => {
    const ratings: Rating[] = [...Array<Rating>(6).fill('good'), 'again', 'again', ...Array<Rating>(5).fill('good')];

    let memory: CardMemory | undefined;
    const intervals = ratings.map((rating) => {
      memory = review(memory, rating, memory?.dueAt ?? START, DEFAULT_PARAMETERS);
      return intervalDays(memory);
    });

    expect(intervals).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
  });

  it('gives the published memory state', () => {
    const log: [Rating, number][] = [
      ['again', 0],
      ['good', 0],
      ['good', 1],
      ['good', 3],
      ['good', 8],
      ['good', 21],
    ];

    let at = START;
    let memory: CardMemory | undefined;
    for (const [rating, days] of log) {
      at = (at + days * DAY_MILLISECONDS) as Instant;
      memory = review(memory, rating, at, DEFAULT_PARAMETERS);
    }

    expect(memory?.stability).toBeCloseTo(53.62691, 4);
    expect(memory?.difficulty).toBeCloseTo(6.3574867, 4);
  });

  it('gives the published first states', () => {
    const first = Object.values(preview(undefined, START, DEFAULT_PARAMETERS));

    expect(first.map(({ stability }) => stability)).toEqual([0.212, 1.2931, 2.3065, 8.2956]);
    expect(first.map(({ difficulty }) => difficulty)).toEqual([6.4133, 5.11217071, 2.11810397, 1]);
    expect(first.map(intervalDays)).toEqual([0, 0, 0, 8]);
    expect(first.map(({ phase }) => phase)).toEqual(['learning', 'learning', 'learning', 'review']);
  });
});

describe('weights of older versions', () => {
  const version4 = [0.4, 0.6, 2.4, 5.8, 4.93, 0.94, 0.86, 0.01, 1.49, 0.14, 0.94, 2.18, 0.05, 0.34, 1.26, 0.29, 2.61];

  it.each([17, 19])('become what ts-fsrs makes of them, without a word on the console: %i', (count) => {
    const debug = vi.spyOn(console, 'debug').mockImplementation(() => undefined);
    const weights = [...version4, 0.51, 0.62].slice(0, count);

    const migrated = migrateWeights(weights);

    expect(debug).not.toHaveBeenCalled();
    const theirs = generatorParameters({ w: weights }).w;
    debug.mockRestore();
    expect(migrated).toHaveLength(21);
    migrated.forEach((weight, i) => {
      if (i !== 19) expect(weight).toBeCloseTo(theirs[i] ?? Number.NaN, 7); // ts-fsrs brings the 20th to its bound later
    });
  });
});
