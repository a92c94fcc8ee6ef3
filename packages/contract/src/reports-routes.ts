import { createRoute, z } from '@hono/zod-openapi';
import { answers, body, Done } from './answers.ts';
import { AttemptId, Uuid } from './attempt.ts';
import { ProblemDetails } from './problem.ts';
import { DecideItemReport, ItemReport, ReportItem } from './reports.ts';

const params = z.object({ reportId: Uuid.describe('Made by the client, so that a repeated request reports once') });

export const listItemReports = createRoute({
  method: 'get',
  path: '/api/reports',
  summary: 'Reported questions, newest first',
  responses: answers(z.strictObject({ reports: z.array(ItemReport) }), 'Reports'),
});

export const putItemReport = createRoute({
  method: 'put',
  path: '/api/reports/{reportId}',
  summary: 'Report a question of an attempt. Sent again, nothing changes',
  request: { params, body: body(ReportItem) },
  responses: answers(ItemReport, 'Reported'),
});

export const decideItemReport = createRoute({
  method: 'post',
  path: '/api/reports/{reportId}/decision',
  summary: 'Accept or reject what was reported, or open it again',
  request: { params, body: body(DecideItemReport) },
  responses: answers(ItemReport, 'Decided'),
});

export const getIssueFile = createRoute({
  method: 'get',
  path: '/api/reports/{reportId}/issue',
  summary: 'A report as a prefilled issue in Markdown, to file with whoever keeps the question',
  request: { params },
  responses: {
    200: { content: { 'text/markdown': { schema: z.string() } }, description: 'The file' },
    default: {
      content: { 'application/problem+json': { schema: ProblemDetails } },
      description: 'A problem (RFC 9457)',
    },
  },
});

export const seeCorrection = createRoute({
  method: 'post',
  path: '/api/attempts/{attemptId}/correction/seen',
  summary: 'The learner has seen what a corrected key changed in this attempt',
  request: { params: z.object({ attemptId: AttemptId }) },
  responses: answers(Done, 'Noted'),
});
