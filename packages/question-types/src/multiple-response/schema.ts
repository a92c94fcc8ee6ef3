import { z } from 'zod';
import { Choice, publishedChoices, severalKeys } from '../choices-schema.ts';
import { FixedOrder, GivenIds, numberWord, Stem } from '../fields.ts';

/** AWS states the count in one fixed form at the end of the stem. */
const saysChoose = (stem: string, count: number) => new RegExp(`\\(Choose ${numberWord(count)}\\.?\\)`, 'i').test(stem);

export const MultipleResponseQuestion = severalKeys(
  z.strictObject({
    kind: z.literal('multiple-response'),
    stem: Stem.describe('What is asked, ending in (Choose TWO.) or (Choose THREE.)'),
    choices: z.array(Choice).min(5, 'multiple-response needs five or more choices').max(10),
    fixedOrder: FixedOrder,
  }),
  saysChoose,
);
export type MultipleResponseQuestion = z.infer<typeof MultipleResponseQuestion>;

export const MultipleResponseResponse = z.strictObject({ kind: z.literal('multiple-response'), chosen: GivenIds });
export type MultipleResponseResponse = z.infer<typeof MultipleResponseResponse>;

export const PublishedMultipleResponse = z.strictObject({ kind: z.literal('multiple-response'), ...publishedChoices });
export type PublishedMultipleResponse = z.infer<typeof PublishedMultipleResponse>;
