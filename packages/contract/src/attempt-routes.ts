import { createRoute, z } from '@hono/zod-openapi';
import { answers, body } from './answers.ts';
import {
  Attempt,
  AttemptId,
  AttemptSummary,
  EventsAcknowledged,
  ExamSummary,
  ReportWithCorrection,
  SendEvents,
  StartAttempt,
  TabId,
} from './attempt.ts';

const params = z.object({ attemptId: AttemptId });
const tab = z.object({ tabId: TabId.optional() });

export const listExams = createRoute({
  method: 'get',
  path: '/api/exams',
  summary: 'Exams that can be sat here, with what their banks hold',
  responses: answers(z.strictObject({ exams: z.array(ExamSummary) }), 'Exams'),
});

export const listAttempts = createRoute({
  method: 'get',
  path: '/api/attempts',
  summary: 'Attempts of this learner, newest first',
  responses: answers(z.strictObject({ attempts: z.array(AttemptSummary) }), 'Attempts'),
});

export const startAttempt = createRoute({
  method: 'post',
  path: '/api/attempts',
  summary: 'Start an attempt; the same id again answers the attempt that it started',
  request: { body: body(StartAttempt) },
  responses: answers(Attempt, 'The attempt, ready to sit'),
});

export const getAttempt = createRoute({
  method: 'get',
  path: '/api/attempts/{attemptId}',
  summary: 'An attempt as it stands, without any key that does not count yet',
  request: { params, query: tab },
  responses: answers(Attempt, 'The attempt'),
});

export const sendEvents = createRoute({
  method: 'post',
  path: '/api/attempts/{attemptId}/events',
  summary: 'Record what the candidate did; safe to repeat',
  request: { params, body: body(SendEvents) },
  responses: answers(EventsAcknowledged, 'What was stored, and what was not and why'),
});

export const claimTab = createRoute({
  method: 'post',
  path: '/api/attempts/{attemptId}/tab',
  summary: 'Take the attempt over in this tab; the other one stops writing',
  request: { params, body: body(z.strictObject({ tabId: TabId })) },
  responses: answers(Attempt, 'The attempt'),
});

export const getReport = createRoute({
  method: 'get',
  path: '/api/attempts/{attemptId}/report',
  summary: 'Score report of an attempt that is over, and what corrected keys changed since',
  request: { params },
  responses: answers(ReportWithCorrection, 'The report'),
});
