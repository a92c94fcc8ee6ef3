import { z } from 'zod';
import { GivenIds, Stem } from '../fields.ts';
import { distinctSteps, publishedSequence, Step } from '../sequences-schema.ts';

export const OrderingQuestion = distinctSteps(
  z.strictObject({
    kind: z.literal('ordering'),
    stem: Stem,
    sequence: z.array(Step).min(3).max(5).describe('The right order.'),
    extras: z.array(Step).max(2).optional().describe('Steps that do not belong.'),
  }),
);
export type OrderingQuestion = z.infer<typeof OrderingQuestion>;

/** `placed` is the order given so far, first place first. */
export const OrderingResponse = z.strictObject({ kind: z.literal('ordering'), placed: GivenIds });
export type OrderingResponse = z.infer<typeof OrderingResponse>;

export const PublishedOrdering = z.strictObject({ kind: z.literal('ordering'), ...publishedSequence });
export type PublishedOrdering = z.infer<typeof PublishedOrdering>;
