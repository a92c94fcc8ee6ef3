import { z } from 'zod';
import { defineFigure } from '../figure.ts';
import { BEGIN } from './model.ts';
import { inWords, TITLE } from './words.ts';

export const classImbalance = defineFigure({
  id: 'class-imbalance',
  title: TITLE,
  params: z.strictObject({
    prevalence: z.number().min(0.001).max(0.5).default(BEGIN.prevalence),
    recall: z.number().min(0).max(1).default(BEGIN.recall),
    falseAlarmRate: z.number().min(0).max(0.5).default(BEGIN.falseAlarmRate),
    positives: z.string().min(1).max(40).default(BEGIN.positives),
  }),
  textAlternative: inWords,
});
