import { z } from 'zod';
import { defineFigure } from '../figure.ts';
import { BEGIN, SPLITS } from './model.ts';
import { inWords, rowsOf, TITLE } from './words.ts';

export const dataLeakage = defineFigure({
  id: 'data-leakage',
  title: TITLE,
  params: z.strictObject({
    split: z.enum(SPLITS).default(BEGIN.split),
    alikeness: z.number().min(0).max(1).default(BEGIN.alikeness),
    change: z.number().min(0).max(1).default(BEGIN.change),
    hasLateColumn: z.boolean().default(BEGIN.hasLateColumn),
  }),
  textAlternative: (setting) => inWords(rowsOf(setting)),
});
