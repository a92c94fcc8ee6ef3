import { z } from 'zod';
import { defineFigure } from '../figure.ts';
import { BEGIN } from './model.ts';
import { inWords, TITLE } from './words.ts';

export const confusionByGroup = defineFigure({
  id: 'confusion-by-group',
  title: TITLE,
  params: z.strictObject({
    thresholdA: z.number().min(0).max(1).default(BEGIN.thresholdA),
    thresholdB: z.number().min(0).max(1).default(BEGIN.thresholdB),
    isShared: z.boolean().default(BEGIN.isShared),
    baseRateB: z.number().min(0.2).max(0.8).default(BEGIN.baseRateB),
    seed: z.int().default(BEGIN.seed),
  }),
  textAlternative: inWords,
});
