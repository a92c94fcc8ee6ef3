import { z } from 'zod';
import { defineFigure } from '../figure.ts';
import { BEGIN, LOADS } from './model.ts';
import { inWords, TITLE } from './words.ts';

export const endpointChoice = defineFigure({
  id: 'endpoint-choice',
  title: TITLE,
  params: z.strictObject({
    requestsPerHour: z.number().min(LOADS.low).max(LOADS.high).default(BEGIN.requestsPerHour),
    secondsEach: z.number().min(0.01).max(7200).default(BEGIN.secondsEach),
    payloadMegabytes: z.number().min(0.01).max(5000).default(BEGIN.payloadMegabytes),
    waitSeconds: z.number().min(0.1).max(172_800).default(BEGIN.waitSeconds),
    instanceHourPrice: z.number().min(0.001).max(1000).default(BEGIN.instanceHourPrice),
    serverlessSecondPrice: z.number().min(0.000_001).max(1).default(BEGIN.serverlessSecondPrice),
  }),
  textAlternative: inWords,
});
