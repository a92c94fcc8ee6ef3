import { z } from 'zod';
import { defineFigure } from '../figure.ts';
import { BEGIN, STAGE_IDS } from './model.ts';
import { inWords, TITLE } from './words.ts';

export const ragPipeline = defineFigure({
  id: 'rag-pipeline',
  title: TITLE,
  params: z.strictObject({ broken: z.enum(['none', ...STAGE_IDS]).default(BEGIN.broken) }),
  textAlternative: inWords,
});
