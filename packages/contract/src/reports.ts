import { z } from '@hono/zod-openapi';
import { AttemptId, Uuid } from './attempt.ts';
import { storedText } from './stored-text.ts';

/** What learners say is wrong with a question, and what its author decided. Nothing of it leaves the machine by itself. */

export const ItemReportKind = z
  .enum(['wrong-key', 'second-answer', 'outdated', 'unclear', 'mistake', 'other'])
  .describe(
    'wrong-key: another answer is right; second-answer: two are; outdated: the facts changed; unclear: it can be read in two ways; mistake: spelling, a link, a picture',
  );

export const ReportItem = z.strictObject({
  attemptId: AttemptId,
  slot: z.string().max(20),
  kind: ItemReportKind,
  words: storedText(4000).describe('What is wrong, in the words of the learner; may be empty'),
});

export const ItemReport = z.strictObject({
  id: Uuid,
  exam: z.string(),
  attemptId: AttemptId,
  slot: z.string(),
  itemId: z.string().nullable().describe('Null while the attempt runs: the name of an item may tell its answer'),
  itemVersion: z.number().int().describe('The version that was reported'),
  presentVersion: z.number().int().nullable().describe('The version of today; null if the item is gone'),
  stem: z.string(),
  kind: ItemReportKind,
  words: z.string(),
  reportedAt: z.number().int(),
  state: z.enum(['open', 'accepted', 'rejected']),
  decision: z.string().describe('What the author says'),
  decidedAt: z.number().int().nullable(),
});

export const DecideItemReport = z.strictObject({
  state: z.enum(['open', 'accepted', 'rejected']),
  decision: storedText(2000),
});

export type ItemReportKind = z.infer<typeof ItemReportKind>;
export type ReportItem = z.infer<typeof ReportItem>;
export type ItemReport = z.infer<typeof ItemReport>;
export type DecideItemReport = z.infer<typeof DecideItemReport>;
