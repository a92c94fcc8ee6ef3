import { z } from 'zod';
import { Choice, oneKey, publishedChoices } from '../choices-schema.ts';
import { FixedOrder, GivenIds, Stem } from '../fields.ts';

export const MultipleChoiceQuestion = oneKey(
  z.strictObject({
    kind: z.literal('multiple-choice'),
    stem: Stem,
    choices: z.array(Choice).min(2).max(8),
    fixedOrder: FixedOrder,
  }),
);
export type MultipleChoiceQuestion = z.infer<typeof MultipleChoiceQuestion>;

export const MultipleChoiceResponse = z.strictObject({ kind: z.literal('multiple-choice'), chosen: GivenIds });
export type MultipleChoiceResponse = z.infer<typeof MultipleChoiceResponse>;

export const PublishedMultipleChoice = z.strictObject({ kind: z.literal('multiple-choice'), ...publishedChoices });
export type PublishedMultipleChoice = z.infer<typeof PublishedMultipleChoice>;
