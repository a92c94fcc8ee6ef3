import { z } from 'zod';
import { defineFigure } from '../figure.ts';
import { BEGIN } from './model.ts';
import { inWords, TITLE } from './words.ts';

export const learningCurves = defineFigure({
  id: 'learning-curves',
  title: TITLE,
  params: z.strictObject({
    rows: z.int().min(20).max(400).default(BEGIN.rows),
    learningRate: z.number().min(0.001).max(0.2).default(BEGIN.learningRate),
    patience: z.int().min(1).max(40).default(BEGIN.patience),
    seed: z.int().default(BEGIN.seed),
  }),
  textAlternative: inWords,
});
