import { z } from 'zod';
import { defineFigure } from '../figure.ts';
import { BEGIN, LARGEST_K } from './model.ts';
import { inWords, TITLE } from './words.ts';

export const kMeans = defineFigure({
  id: 'k-means',
  title: TITLE,
  params: z.strictObject({
    k: z.int().min(1).max(LARGEST_K).default(BEGIN.k),
    step: z.int().min(0).max(60).default(BEGIN.step),
    seed: z.int().default(BEGIN.seed),
  }),
  textAlternative: inWords,
});
