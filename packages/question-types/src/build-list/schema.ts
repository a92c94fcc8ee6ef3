import { z } from 'zod';
import { GivenIds, Stem } from '../fields.ts';
import { distinctSteps, publishedSequence, Step } from '../sequences-schema.ts';

export const BuildListQuestion = distinctSteps(
  z.strictObject({
    kind: z.literal('build-list'),
    stem: Stem,
    sequence: z.array(Step).min(3).max(6).describe('The right order.'),
    extras: z.array(Step).min(2, 'build-list needs at least two extras').max(6).describe('Steps that do not belong.'),
  }),
);
export type BuildListQuestion = z.infer<typeof BuildListQuestion>;

/** `placed` is the order given so far, first place first. */
export const BuildListResponse = z.strictObject({ kind: z.literal('build-list'), placed: GivenIds });
export type BuildListResponse = z.infer<typeof BuildListResponse>;

export const PublishedBuildList = z.strictObject({ kind: z.literal('build-list'), ...publishedSequence });
export type PublishedBuildList = z.infer<typeof PublishedBuildList>;
