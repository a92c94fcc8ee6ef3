import { z } from 'zod';
import { defineFigure } from '../figure.ts';
import { BEGIN, MODEL_IDS } from './model.ts';
import { inWords, TITLE } from './words.ts';

export const sharedResponsibility = defineFigure({
  id: 'shared-responsibility',
  title: TITLE,
  params: z.strictObject({
    model: z.enum(MODEL_IDS).default(BEGIN.model),
    placed: z.record(z.string(), z.enum(['you', 'shared', 'provider'])).default(BEGIN.placed),
  }),
  textAlternative: inWords,
});
