import { z } from 'zod';
import { Choice, publishedChoices, severalKeys } from '../choices-schema.ts';
import { FixedOrder, GivenIds, Stem } from '../fields.ts';

export const MultipleSelectQuestion = severalKeys(
  z.strictObject({
    kind: z.literal('multiple-select'),
    stem: Stem.describe('What is asked; it says how many to choose.'),
    choices: z.array(Choice).min(4, 'multiple-select needs four or more choices').max(10),
    fixedOrder: FixedOrder,
  }),
);
export type MultipleSelectQuestion = z.infer<typeof MultipleSelectQuestion>;

export const MultipleSelectResponse = z.strictObject({ kind: z.literal('multiple-select'), chosen: GivenIds });
export type MultipleSelectResponse = z.infer<typeof MultipleSelectResponse>;

export const PublishedMultipleSelect = z.strictObject({ kind: z.literal('multiple-select'), ...publishedChoices });
export type PublishedMultipleSelect = z.infer<typeof PublishedMultipleSelect>;
