import { AbilityEstimate, DiagnosisStop } from '@cairn/contract';
import { z } from 'zod';

/** What `diagnoses.result` holds: enough for a list, so that it need not read frozen questions. */
export const DiagnosisResult = z.strictObject({
  schema: z.literal('diagnosis-result/1'),
  stopped: DiagnosisStop,
  theta: AbilityEstimate,
});
export type DiagnosisResult = z.infer<typeof DiagnosisResult>;
