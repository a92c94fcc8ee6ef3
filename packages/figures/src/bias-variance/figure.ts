import { z } from 'zod';
import { defineFigure } from '../figure.ts';
import { BEGIN } from './model.ts';
import { inWords, TITLE } from './words.ts';

export const biasVariance = defineFigure({
  id: 'bias-variance',
  title: TITLE,
  params: z.strictObject({
    degree: z.int().min(1).max(12).default(BEGIN.degree),
    points: z.int().min(14).max(100).default(BEGIN.points),
    noise: z.number().min(0).max(0.6).default(BEGIN.noise),
    seed: z.int().default(BEGIN.seed),
  }),
  textAlternative: inWords,
});
