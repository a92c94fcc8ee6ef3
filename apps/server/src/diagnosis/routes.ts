import { answerDiagnosis, endDiagnosis, getDiagnosis, listDiagnoses, startDiagnosis } from '@cairn/contract';
import { newApp } from '../http/app.ts';
import type { DiagnosisService } from './service.ts';

/** Routes read, call one service function, and answer. They hold no rules. */
export function diagnosisRoutes(diagnoses: DiagnosisService) {
  return newApp()
    .openapi(listDiagnoses, async (c) => c.json({ diagnoses: await diagnoses.list(c.req.valid('query').exam) }, 200))
    .openapi(startDiagnosis, async (c) => c.json(await diagnoses.start(c.req.valid('json')), 200))
    .openapi(getDiagnosis, async (c) => c.json(await diagnoses.show(c.req.valid('param').diagnosisId), 200))
    .openapi(answerDiagnosis, async (c) =>
      c.json(await diagnoses.answer(c.req.valid('param').diagnosisId, c.req.valid('json')), 200),
    )
    .openapi(endDiagnosis, async (c) => c.json(await diagnoses.end(c.req.valid('param').diagnosisId), 200));
}
