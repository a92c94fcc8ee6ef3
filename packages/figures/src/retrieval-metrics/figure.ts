import { z } from 'zod';
import { defineFigure } from '../figure.ts';
import { BEGIN } from './model.ts';
import { inWords, TITLE } from './words.ts';

export const retrievalMetrics = defineFigure({
  id: 'retrieval-metrics',
  title: TITLE,
  params: z.strictObject({
    marks: z.array(z.boolean()).length(10).default(BEGIN.marks),
    missed: z.int().min(0).max(10).default(BEGIN.missed),
    k: z.int().min(1).max(10).default(BEGIN.k),
  }),
  textAlternative: inWords,
});
