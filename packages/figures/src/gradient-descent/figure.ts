import { z } from 'zod';
import { defineFigure } from '../figure.ts';
import { BEGIN, LIMIT, LIMIT_Y } from './model.ts';
import { inWords, TITLE } from './words.ts';

export const gradientDescent = defineFigure({
  id: 'gradient-descent',
  title: TITLE,
  params: z.strictObject({
    learningRate: z.number().min(0.005).max(1).default(BEGIN.learningRate),
    steps: z.int().min(1).max(60).default(BEGIN.steps),
    stretch: z.int().min(1).max(20).default(BEGIN.stretch),
    startX: z.number().min(-LIMIT).max(LIMIT).default(BEGIN.startX),
    startY: z.number().min(-LIMIT_Y).max(LIMIT_Y).default(BEGIN.startY),
  }),
  textAlternative: inWords,
});
