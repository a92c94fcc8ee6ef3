import { z } from 'zod';
import { ACTIVITY_KINDS, REASONS } from './vocabulary.ts';

export const Activity = z.strictObject({
  id: z.string().min(1).max(200).describe('Stable: the same work has the same id in every plan'),
  kind: z.enum(ACTIVITY_KINDS),
  ref: z.string().max(160).optional().describe('The lesson, lab or form'),
  title: z.string().max(400),
  tasks: z.array(z.string()).describe('Task statements it serves; none: all that were learned so far'),
  minutes: z.int().min(0),
  sections: z.array(z.int().min(1)).optional(),
  part: z.strictObject({ number: z.int().min(1), of: z.int().min(1) }).optional(),
  value: z.number().min(0).max(1).describe('Share of the exam, still open, that this serves'),
  state: z.enum(['planned', 'done']),
  why: z.strictObject({ code: z.enum(REASONS), text: z.string() }),
});
export type Activity = z.infer<typeof Activity>;
