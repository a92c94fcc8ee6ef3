import type { Instant } from '@cairn/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PARAMETERS } from './algorithm.ts';
import { CardMemory, MemoryParameters, type Review } from './card-memory.ts';
import { DAY_MILLISECONDS } from './limits.ts';
import { recallAt } from './recall.ts';
import { mergeReviews, replay } from './replay.ts';
import { preview, review } from './review.ts';

const START = Date.UTC(2026, 0, 1);
const rating = fc.constantFrom('again', 'hard', 'good', 'easy');
const at = fc.integer({ min: START, max: START + 900 * DAY_MILLISECONDS }).map((value) => value as Instant);
const entry: fc.Arbitrary<Review> = fc.record({ id: fc.uuid(), rating, at });
const log = fc.array(entry, { minLength: 1, maxLength: 12 });

/** A learner's weights: each half to twice the usual. */
const parameters: fc.Arbitrary<MemoryParameters> = fc
  .record({
    factors: fc.array(fc.double({ min: 0.5, max: 2, noNaN: true }), { minLength: 21, maxLength: 21 }),
    desiredRetention: fc.double({ min: 0.7, max: 0.99, noNaN: true }),
    maximumIntervalDays: fc.integer({ min: 1, max: 36_500 }),
  })
  .map(({ factors, ...rest }) => ({
    ...rest,
    weights: DEFAULT_PARAMETERS.weights.map((weight, i) => weight * (factors[i] ?? 1)),
  }));

const remembered = fc
  .record({ log, parameters })
  .map((given) => ({ ...given, memory: replay(given.log, given.parameters) as CardMemory })); // a log has an entry

describe('memory', () => {
  it('stays within the model, whatever is reviewed when', () => {
    fc.assert(
      fc.property(remembered, ({ memory, parameters: given }) => {
        expect(CardMemory.safeParse(memory).error).toBeUndefined();
        expect(MemoryParameters.safeParse(given).error).toBeUndefined();
        expect(memory.dueAt).toBeGreaterThan(memory.lastReviewAt);
      }),
    );
  });

  it('fades: recall falls with time and lies in (0, 1]', () => {
    fc.assert(
      fc.property(remembered, fc.nat(20_000), fc.integer({ min: 1, max: 20_000 }), (given, days, more) => {
        const { memory, parameters: own } = given;
        const early = (memory.lastReviewAt + days * DAY_MILLISECONDS) as Instant;
        const late = (early + more * DAY_MILLISECONDS) as Instant;

        expect(recallAt(memory, memory.lastReviewAt, own)).toBe(1);
        expect(recallAt(memory, late, own)).toBeLessThan(recallAt(memory, early, own));
        expect(recallAt(memory, late, own)).toBeGreaterThan(0);
      }),
    );
  });

  it('waits at least as long after a better rating', () => {
    fc.assert(
      fc.property(remembered, at, ({ memory, parameters: own }, moment) => {
        const { again, hard, good, easy } = preview(memory, moment, own);

        expect(again.dueAt).toBeLessThanOrEqual(hard.dueAt);
        expect(hard.dueAt).toBeLessThanOrEqual(good.dueAt);
        expect(good.dueAt).toBeLessThanOrEqual(easy.dueAt);
        expect(easy.dueAt - easy.lastReviewAt).toBeLessThanOrEqual(own.maximumIntervalDays * DAY_MILLISECONDS);
      }),
    );
  });

  it('never lets the last review go back, even if the clock does', () => {
    fc.assert(
      fc.property(remembered, rating, at, ({ memory, parameters: own }, given, moment) => {
        const next = review(memory, given, moment, own);

        expect(next.lastReviewAt).toBe(Math.max(memory.lastReviewAt, moment));
        expect(next.reps).toBe(memory.reps + 1);
      }),
    );
  });

  it('is the same from the reviews of two devices in any order, duplicates counted once', () => {
    fc.assert(
      fc.property(log, log, parameters, fc.integer({ min: 0, max: 12 }), (phone, laptop, own, shared) => {
        const both = [...laptop, ...phone.slice(0, shared)];
        const merged = mergeReviews(phone, both);

        expect(mergeReviews(both, phone)).toEqual(merged);
        expect(new Set(merged.map(({ id }) => id)).size).toBe(merged.length);
        expect(replay(merged.toReversed(), own)).toEqual(replay([...phone, ...both], own));
        expect(replay(merged, own)?.reps).toBe(merged.length);
      }),
    );
  });

  it('is what reviewing one by one leaves', () => {
    fc.assert(
      fc.property(log, parameters, (some, own) => {
        let memory: CardMemory | undefined;
        for (const one of mergeReviews(some)) memory = review(memory, one.rating, one.at, own);

        expect(replay(some, own)).toEqual(memory);
      }),
    );
  });
});
