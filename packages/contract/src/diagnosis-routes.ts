import { createRoute, z } from '@hono/zod-openapi';
import { answers, body } from './answers.ts';
import {
  AnswerDiagnosis,
  Diagnosis,
  DiagnosisAnswered,
  DiagnosisId,
  DiagnosisSummary,
  StartDiagnosis,
} from './diagnosis.ts';

const params = z.object({ diagnosisId: DiagnosisId });

export const listDiagnoses = createRoute({
  method: 'get',
  path: '/api/diagnoses',
  summary: 'Diagnoses of this learner, newest first',
  request: { query: z.object({ exam: z.string().max(40).optional() }) },
  responses: answers(z.strictObject({ diagnoses: z.array(DiagnosisSummary) }), 'Diagnoses'),
});

export const startDiagnosis = createRoute({
  method: 'post',
  path: '/api/diagnoses',
  summary: 'Start an adaptive diagnosis; the same id again answers the one that it started',
  request: { body: body(StartDiagnosis) },
  responses: answers(Diagnosis, 'The diagnosis with its first question'),
});

export const getDiagnosis = createRoute({
  method: 'get',
  path: '/api/diagnoses/{diagnosisId}',
  summary: 'A diagnosis as it stands; with every key once it is over',
  request: { params },
  responses: answers(Diagnosis, 'The diagnosis'),
});

export const answerDiagnosis = createRoute({
  method: 'post',
  path: '/api/diagnoses/{diagnosisId}/answers',
  summary: 'Answer the question that is asked now; safe to repeat',
  request: { params, body: body(AnswerDiagnosis) },
  responses: answers(DiagnosisAnswered, 'The answer is stored; the next question, or the end'),
});

export const endDiagnosis = createRoute({
  method: 'post',
  path: '/api/diagnoses/{diagnosisId}/end',
  summary: 'End a diagnosis early; what was answered stays evidence',
  request: { params },
  responses: answers(Diagnosis, 'The diagnosis, over'),
});
