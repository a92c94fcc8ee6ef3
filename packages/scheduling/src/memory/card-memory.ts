import { Instant } from '@cairn/kernel';
import { z } from 'zod';
import { LONGEST_INTERVAL_DAYS, SHORTEST_STABILITY_DAYS, WEIGHT_COUNTS } from './limits.ts';
import { Rating } from './rating.ts';

export const CardPhase = z
  .enum(['learning', 'review', 'relearning'])
  .describe('Learning and relearning go in steps of minutes, review in intervals of days');
export type CardPhase = z.infer<typeof CardPhase>;

/** What is remembered of one card by one learner. A card never reviewed has none. */
export const CardMemory = z.strictObject({
  stability: z
    .number('The stability must be a number of days.')
    .min(SHORTEST_STABILITY_DAYS, `The stability must be at least ${SHORTEST_STABILITY_DAYS} days.`)
    .max(LONGEST_INTERVAL_DAYS, `The stability must be at most ${LONGEST_INTERVAL_DAYS} days.`)
    .describe('Days after which recall has fallen to 90 %'),
  difficulty: z
    .number('The difficulty must be a number from 1 to 10.')
    .min(1, 'The difficulty must lie between 1 and 10.')
    .max(10, 'The difficulty must lie between 1 and 10.'),
  lastReviewAt: Instant,
  dueAt: Instant,
  reps: z.int().min(1).describe('Reviews so far'),
  lapses: z.int().min(0).describe('Times forgotten while in review'),
  phase: CardPhase,
  step: z.int().min(0).describe('Index of the learning step; 0 in review'),
});
export type CardMemory = z.infer<typeof CardMemory>;

/** How one learner forgets, and how much forgetting is allowed. */
export const MemoryParameters = z.strictObject({
  weights: z
    .array(z.number('Each FSRS weight must be a finite number.'))
    .refine((weights) => WEIGHT_COUNTS.includes(weights.length), {
      error: ({ input }) =>
        `FSRS takes 21 weights (17 and 19 of older versions are understood), not ${Array.isArray(input) ? input.length : 0}.`,
    })
    .describe('FSRS weights: 21 (FSRS-6), 19 (FSRS-5) or 17 (FSRS-4.5)'),
  desiredRetention: z
    .number()
    .min(0.7, 'The desired retention must lie between 0.7 and 0.99.')
    .max(0.99, 'The desired retention must lie between 0.7 and 0.99.')
    .describe('Chance of recall at which a card falls due'),
  maximumIntervalDays: z
    .int()
    .min(1, 'The maximum interval must be at least one day.')
    .max(LONGEST_INTERVAL_DAYS, `The maximum interval must be at most ${LONGEST_INTERVAL_DAYS} days.`),
});
export type MemoryParameters = z.infer<typeof MemoryParameters>;

/** One answer to one card. Logs of several devices are merged by `id`. */
export const Review = z.strictObject({ id: z.string().min(1), rating: Rating, at: Instant });
export type Review = z.infer<typeof Review>;
