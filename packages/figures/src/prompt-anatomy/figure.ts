import { z } from 'zod';
import { defineFigure } from '../figure.ts';
import { BEGIN } from './model.ts';
import { inWords, TITLE } from './words.ts';

export const promptAnatomy = defineFigure({
  id: 'prompt-anatomy',
  title: TITLE,
  params: z.strictObject({
    role: z.boolean().default(BEGIN.role),
    task: z.boolean().default(BEGIN.task),
    context: z.boolean().default(BEGIN.context),
    examples: z.boolean().default(BEGIN.examples),
    format: z.boolean().default(BEGIN.format),
  }),
  textAlternative: inWords,
});
