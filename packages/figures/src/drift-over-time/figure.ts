import { z } from 'zod';
import { defineFigure } from '../figure.ts';
import { BEGIN, WEEKS } from './model.ts';
import { inWords, TITLE } from './words.ts';

const Week = z
  .int()
  .min(0)
  .max(WEEKS - 1);

export const driftOverTime = defineFigure({
  id: 'drift-over-time',
  title: TITLE,
  params: z.strictObject({
    week: Week.default(BEGIN.week),
    speed: z.number().min(0).max(0.2).default(BEGIN.speed),
    alarmAt: z.number().min(0.05).max(1).default(BEGIN.alarmAt),
    retrained: z.array(Week).readonly().default(BEGIN.retrained),
    seed: z.int().default(BEGIN.seed),
  }),
  textAlternative: inWords,
});
