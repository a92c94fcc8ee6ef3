import { z } from 'zod';
import { defineFigure } from '../figure.ts';
import { BEGIN, CANDIDATES } from './model.ts';
import { inWords, TITLE } from './words.ts';

export const temperatureTopP = defineFigure({
  id: 'temperature-top-p',
  title: TITLE,
  params: z.strictObject({
    temperature: z.number().min(0).max(2).default(BEGIN.temperature),
    topP: z.number().min(0.05).max(1).default(BEGIN.topP),
    topK: z.int().min(1).max(CANDIDATES.length).default(BEGIN.topK),
    seed: z.int().default(BEGIN.seed),
  }),
  textAlternative: inWords,
});
