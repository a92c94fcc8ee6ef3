import { z } from 'zod';
import { defineFigure } from '../figure.ts';
import { BEGIN } from './model.ts';
import { inWords, TITLE } from './words.ts';

const Word = z.string().min(1).max(40);

export const decisionThreshold = defineFigure({
  id: 'decision-threshold',
  title: TITLE,
  params: z.strictObject({
    threshold: z.number().min(0).max(1).default(BEGIN.threshold),
    separation: z.number().min(0.4).max(3.2).default(BEGIN.separation),
    falseAlarmCost: z.number().min(0).max(100_000).default(BEGIN.falseAlarmCost),
    missCost: z.number().min(0).max(100_000).default(BEGIN.missCost),
    currency: Word.default(BEGIN.currency),
    positives: Word.default(BEGIN.positives),
    negatives: Word.default(BEGIN.negatives),
    find: Word.default(BEGIN.find),
    alarm: Word.default(BEGIN.alarm),
    period: Word.default(BEGIN.period),
    seed: z.int().default(BEGIN.seed),
  }),
  textAlternative: inWords,
});
