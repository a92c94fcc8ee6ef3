import type { Instant } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PARAMETERS, migrateWeights } from './algorithm.ts';
import { CardMemory, MemoryParameters } from './card-memory.ts';
import { importMemory } from './import.ts';
import { DAY_MILLISECONDS, MINUTE_MILLISECONDS } from './limits.ts';
import { elapsedDays, intervalFor, recallAt } from './recall.ts';
import { replay } from './replay.ts';
import { preview, review } from './review.ts';

const NOW = Date.UTC(2026, 10, 21, 18) as Instant;
const later = (days: number) => (NOW + days * DAY_MILLISECONDS) as Instant;
const learnt = review(undefined, 'easy', NOW, DEFAULT_PARAMETERS);

describe('steps', () => {
  it('go 1 and 10 minutes, hard between them, then into days', () => {
    const { again, hard, good, easy } = preview(undefined, NOW, DEFAULT_PARAMETERS);
    const waits = [again, hard, good].map(({ dueAt }) => (dueAt - NOW) / MINUTE_MILLISECONDS);

    expect(waits).toEqual([1, 5.5, 10]);
    expect(easy.phase).toBe('review');
    expect(review(good, 'good', good.dueAt, DEFAULT_PARAMETERS).phase).toBe('review');
  });

  it('count a lapse only when a card in review is forgotten', () => {
    const lapsed = review(learnt, 'again', learnt.dueAt, DEFAULT_PARAMETERS);
    const again = review(lapsed, 'again', lapsed.dueAt, DEFAULT_PARAMETERS);

    expect([lapsed.phase, lapsed.lapses, again.lapses]).toEqual(['relearning', 1, 1]);
    expect((lapsed.dueAt - lapsed.lastReviewAt) / MINUTE_MILLISECONDS).toBe(10);
  });
});

describe('clocks', () => {
  it('count a review before the last one as made at the last one', () => {
    const back = review(learnt, 'good', later(-3), DEFAULT_PARAMETERS);

    expect(back).toEqual(review(learnt, 'good', NOW, DEFAULT_PARAMETERS));
    expect(elapsedDays(NOW, later(-3))).toBe(0);
    expect(recallAt(learnt, later(-3), DEFAULT_PARAMETERS)).toBe(1);
  });

  it('take a second review within half a day as the same session', () => {
    const sameDay = review(learnt, 'good', later(0.4), DEFAULT_PARAMETERS);
    const nextDay = review(learnt, 'good', later(0.6), DEFAULT_PARAMETERS);

    expect(sameDay.stability).toBe(review(learnt, 'good', NOW, DEFAULT_PARAMETERS).stability);
    expect(nextDay.stability).toBeGreaterThan(learnt.stability);
  });
});

describe('absurd values', () => {
  it.each([Number.NaN, -1, 0, 1e9, Number.POSITIVE_INFINITY])('refuse a stability of %d in a sentence', (stability) => {
    const broken = { ...learnt, stability };

    expect(CardMemory.safeParse(broken).error?.issues[0]?.message).toMatch(/^The stability must be/);
    expect(() => review(broken, 'good', later(3), DEFAULT_PARAMETERS)).toThrow(/The stability of a card is/);
  });

  it.each([3, 18, 20, 22])('refuse %i weights in a sentence', (count) => {
    const weights = Array<number>(count).fill(1);

    expect(() => migrateWeights(weights)).toThrow(
      `FSRS takes 21 weights (17 and 19 of older versions are understood), not ${count}`,
    );
    expect(MemoryParameters.safeParse({ ...DEFAULT_PARAMETERS, weights }).error?.issues[0]?.message).toContain(
      `not ${count}.`,
    );
  });

  it('say which weight is no number', () => {
    const weights = DEFAULT_PARAMETERS.weights.with(4, Number.NaN);

    expect(() => migrateWeights(weights)).toThrow('FSRS weight 5 is NaN');
    expect(MemoryParameters.safeParse({ ...DEFAULT_PARAMETERS, weights }).success).toBe(false);
  });

  it.each([0.69, 1, Number.NaN])('refuse a retention of %d', (retention) => {
    expect(() => intervalFor(learnt, retention, DEFAULT_PARAMETERS)).toThrow('must lie between 0.7 and 0.99');
    expect(MemoryParameters.safeParse({ ...DEFAULT_PARAMETERS, desiredRetention: retention }).success).toBe(false);
  });

  it('is undefined what is remembered of no review', () => {
    expect(replay([], DEFAULT_PARAMETERS)).toBeUndefined();
  });
});

describe('intervals', () => {
  it('end when recall has fallen to the desired retention', () => {
    for (const retention of [0.75, 0.85, 0.9]) {
      const interval = intervalFor({ stability: 40, difficulty: 5 }, retention, DEFAULT_PARAMETERS);
      const memory = { ...learnt, stability: 40 };

      expect(recallAt(memory, later(interval), DEFAULT_PARAMETERS)).toBeCloseTo(retention, 2);
    }
  });

  it('stay within the maximum', () => {
    const parameters = { ...DEFAULT_PARAMETERS, maximumIntervalDays: 5 };
    const { hard, good, easy } = preview(learnt, learnt.dueAt, parameters);

    expect([hard, good, easy].map(({ dueAt, lastReviewAt }) => (dueAt - lastReviewAt) / DAY_MILLISECONDS)).toEqual([
      5, 5, 5,
    ]);
  });
});

describe('import', () => {
  const imported = (foreign: Parameters<typeof importMemory>[0]) => importMemory(foreign, NOW, DEFAULT_PARAMETERS);

  it('keeps an FSRS memory and brings absurd values within the model', () => {
    const result = imported({
      stability: 1e12,
      difficulty: 99,
      lastReviewAt: later(5),
      dueAt: NOW - 1,
      reps: -2,
      lapses: 7,
    });

    expect(result).toMatchObject({
      outcome: 'imported',
      memory: { stability: 36_500, difficulty: 10, lastReviewAt: NOW, reps: 1, lapses: 1 },
    });
    expect(result.outcome === 'imported' && CardMemory.safeParse(result.memory).success).toBe(true);
  });

  it('takes interval and ease for a card that SM-2 scheduled: less ease, more difficult', () => {
    const [easy, hard] = [2.8, 1.4].map((easeFactor) => imported({ intervalDays: 20, easeFactor, dueAt: later(5) }));

    expect(easy).toMatchObject({
      outcome: 'imported',
      memory: { stability: 20, lastReviewAt: later(-15), dueAt: later(5) },
    });
    if (easy?.outcome !== 'imported' || hard?.outcome !== 'imported') throw new Error('not imported');
    expect(hard.memory.difficulty).toBeGreaterThan(easy.memory.difficulty);
  });

  it('lets a card start anew if nothing can be made of it', () => {
    expect(imported({ stability: Number.NaN, intervalDays: -3, dueAt: NOW }).outcome).toBe('unusable');
    expect(imported({ stability: 5, dueAt: Number.NaN }).outcome).toBe('unusable');
  });
});
