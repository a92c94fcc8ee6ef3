import { z } from 'zod';
import { defineFigure } from '../figure.ts';
import { QUESTIONS } from './document.ts';
import { BEGIN, STRATEGIES } from './model.ts';
import { inWords, TITLE } from './words.ts';

export const chunking = defineFigure({
  id: 'chunking',
  title: TITLE,
  params: z.strictObject({
    strategy: z.enum(STRATEGIES).default(BEGIN.strategy),
    size: z.int().min(15).max(150).default(BEGIN.size),
    overlap: z.number().min(0).max(0.5).default(BEGIN.overlap),
    question: z.enum(QUESTIONS.map(({ id }) => id)).default(BEGIN.question),
    retrieved: z.int().min(1).max(4).default(BEGIN.retrieved),
  }),
  textAlternative: inWords,
});
