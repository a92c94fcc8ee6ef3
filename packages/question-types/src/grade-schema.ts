import { z } from 'zod';

/** One scored component of a question. AWS kinds have one; Microsoft kinds one for each correct component. */
export const Part = z.strictObject({ id: z.string(), correct: z.boolean() });
export type Part = z.infer<typeof Part>;

const Graded = z.strictObject({ outcome: z.literal('graded'), parts: z.array(Part).readonly() });
const Incomplete = z.strictObject({ outcome: z.literal('incomplete'), hint: z.string() });
const Invalid = z.strictObject({ outcome: z.literal('invalid'), reason: z.string() });

/** The verdict on a response. `incomplete` asks for more; `invalid` could not have come from the view. */
export const Grade = z.discriminatedUnion('outcome', [Graded, Incomplete, Invalid]);
export type Grade = z.infer<typeof Grade>;
export type Graded = z.infer<typeof Graded>;
export type Ungraded = z.infer<typeof Incomplete> | z.infer<typeof Invalid>;
