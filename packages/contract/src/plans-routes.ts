import { createRoute, z } from '@hono/zod-openapi';
import { answers, body, Done } from './answers.ts';
import { ExamPlan, PlanChanged, PlanChoices, PlanPreview, PlanSummary, PreviewPlan } from './plans.ts';

const params = z.object({ exam: z.string().max(40) });
const query = z.object({
  timeZone: z.string().max(60).optional().describe('IANA name of where the learner is; absent: that of last use'),
});

export const listPlans = createRoute({
  method: 'get',
  path: '/api/plans',
  summary: 'The saved plans, the nearest exam first',
  request: { query },
  responses: answers(z.strictObject({ plans: z.array(PlanSummary) }), 'Plans'),
});

export const previewPlan = createRoute({
  method: 'post',
  path: '/api/plans/preview',
  summary: 'The plan that these choices would give; nothing is stored',
  request: { query, body: body(PreviewPlan) },
  responses: answers(PlanPreview, 'The plan, or why there is none'),
});

export const getPlan = createRoute({
  method: 'get',
  path: '/api/plans/{exam}',
  summary: 'What a plan for this exam is made of, and the saved one',
  request: { params, query },
  responses: answers(ExamPlan, 'The plan'),
});

export const putPlan = createRoute({
  method: 'put',
  path: '/api/plans/{exam}',
  summary: 'Make and save the plan for an exam; what is done stays done',
  request: { params, query, body: body(PlanChoices) },
  responses: answers(PlanChanged, 'Saved, and what changed'),
});

export const replanExam = createRoute({
  method: 'post',
  path: '/api/plans/{exam}/replan',
  summary: 'Give what was missed a new day; every other day stays',
  request: { params, query },
  responses: answers(PlanChanged, 'Saved, and what moved and why'),
});

export const deletePlan = createRoute({
  method: 'delete',
  path: '/api/plans/{exam}',
  summary: 'Delete a plan; what was done stays recorded',
  request: { params },
  responses: answers(Done, 'Deleted, or not there'),
});

export const getPlanCalendar = createRoute({
  method: 'get',
  path: '/api/plans/{exam}/calendar.ics',
  summary: 'The plan as a calendar, one event a day; fetched again, it updates',
  request: { params, query },
  responses: {
    200: { content: { 'text/calendar': { schema: z.string() } }, description: 'iCalendar (RFC 5545)' },
    default: answers(Done, '').default,
  },
});
