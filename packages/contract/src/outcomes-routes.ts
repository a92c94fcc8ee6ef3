import { createRoute, z } from '@hono/zod-openapi';
import { answers, body, Done } from './answers.ts';
import { Outcome, OutcomeId, OutcomesFile, OutcomesImported, RecordOutcome, ReliabilityReport } from './outcomes.ts';

const params = z.object({ outcomeId: OutcomeId });

export const listOutcomes = createRoute({
  method: 'get',
  path: '/api/outcomes',
  summary: 'Real exams that this learner recorded, newest first',
  responses: answers(z.strictObject({ outcomes: z.array(Outcome) }), 'Outcomes'),
});

export const putOutcome = createRoute({
  method: 'put',
  path: '/api/outcomes/{outcomeId}',
  summary: 'Record a real exam; what was predicted the day before is frozen with it. Sent again, nothing changes',
  request: { params, body: body(RecordOutcome) },
  responses: answers(Outcome, 'Recorded'),
});

export const deleteOutcome = createRoute({
  method: 'delete',
  path: '/api/outcomes/{outcomeId}',
  summary: 'Delete a recorded exam',
  request: { params },
  responses: answers(Done, 'Deleted'),
});

export const exportOutcomes = createRoute({
  method: 'get',
  path: '/api/outcomes/export',
  summary: 'Counted outcomes without personal data, as a file for others',
  responses: answers(OutcomesFile, 'The file'),
});

export const importOutcomes = createRoute({
  method: 'post',
  path: '/api/outcomes/import',
  summary: 'Take in a file of outcomes of others; each id counts once',
  request: { body: body(OutcomesFile) },
  responses: answers(OutcomesImported, 'Taken in'),
});

export const deleteImportedOutcomes = createRoute({
  method: 'delete',
  path: '/api/outcomes/imported',
  summary: 'Delete all outcomes that were imported',
  responses: answers(Done, 'Deleted'),
});

export const getReliability = createRoute({
  method: 'get',
  path: '/api/reliability',
  summary: 'How predictions of readiness agree with recorded outcomes, and with the studies that ship with Cairn',
  responses: answers(ReliabilityReport, 'Reliability'),
});
