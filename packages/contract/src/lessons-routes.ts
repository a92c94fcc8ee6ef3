import { createRoute, z } from '@hono/zod-openapi';
import { answers, body, Done } from './answers.ts';
import { Feedback } from './attempt.ts';
import { AnswerCheck, Lesson, LessonSummary, LogActivities } from './lessons.ts';

const params = z.object({
  exam: z.string().max(40),
  task: z.string().max(8).describe('Number of the task statement, such as 1.1'),
});

export const listLessons = createRoute({
  method: 'get',
  path: '/api/lessons',
  summary: 'Lessons of one exam or of all, in the order of the exam guides',
  request: { query: z.object({ exam: z.string().max(40).optional() }) },
  responses: answers(z.strictObject({ lessons: z.array(LessonSummary) }), 'Lessons'),
});

export const getLesson = createRoute({
  method: 'get',
  path: '/api/lessons/{exam}/{task}',
  summary: 'A lesson with its three checks, without their keys',
  request: { params },
  responses: answers(Lesson, 'The lesson'),
});

export const answerLessonCheck = createRoute({
  method: 'post',
  path: '/api/lessons/{exam}/{task}/checks/{number}',
  summary: 'Answer a check of a lesson; it counts as evidence once a day',
  request: {
    params: params.extend({ number: z.coerce.number().int().min(1).max(3) }),
    body: body(AnswerCheck),
  },
  responses: answers(Feedback, 'Key, reasons and credit'),
});

export const logActivities = createRoute({
  method: 'post',
  path: '/api/activities',
  summary: 'Log work that has no log of its own; each id counts once',
  request: { body: body(LogActivities) },
  responses: answers(Done, 'Logged'),
});
