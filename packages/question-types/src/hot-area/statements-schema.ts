import { z } from 'zod';
import { checkDistinct, checked, Id, OptionText, Stem, Why, YesNo } from '../fields.ts';

const Statement = z.strictObject({ id: Id, text: OptionText, answer: YesNo, why: Why });

/** Rows to judge with Yes or No. */
export const StatementsQuestion = checked(
  z.strictObject({
    kind: z.literal('hot-area'),
    variant: z.literal('statements'),
    stem: Stem,
    statements: z.array(Statement).min(2, 'write two or more statements').max(8),
  }),
  ({ statements }, report) => checkDistinct(statements, ['statements'], report),
);
export type StatementsQuestion = z.infer<typeof StatementsQuestion>;
