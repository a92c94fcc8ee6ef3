import { z } from '@hono/zod-openapi';
import { AttemptEvent, Uuid } from './attempt.ts';
import { storedText } from './stored-text.ts';

/** Lessons, and what somebody did with their time. */

export const LessonSummary = z.strictObject({
  id: z.string().describe('The task statement that it teaches, such as aif-c01/1.1'),
  exam: z.string(),
  domain: z.strictObject({ number: z.number().int(), name: z.string() }),
  task: z.string().describe('The number of the task in the exam guide, such as 1.1'),
  taskText: z.string(),
  title: z.string(),
  summary: z.string(),
  minutes: z.number().int(),
  readAt: z.number().int().nullable().describe('When it was last read'),
  checksAnswered: z.number().int().describe('Of its three questions, those answered here or elsewhere'),
  checksRight: z.number().int().describe('Those last answered right'),
});

export const LessonBlock = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string().describe('Markdown') }),
  z.strictObject({
    kind: z.literal('figure'),
    figure: z.string(),
    caption: z.string(),
    params: z.record(z.string(), z.unknown()),
  }),
]);

export const LessonCheck = z.strictObject({
  number: z.number().int().min(1).max(3),
  question: z.unknown().describe('Published question, without any key'),
  lastAnswer: z.strictObject({ credit: z.number(), at: z.number().int() }).nullable(),
});

export const Lesson = LessonSummary.extend({
  opening: z.string(),
  parts: z.array(z.strictObject({ id: z.string(), heading: z.string(), blocks: z.array(LessonBlock) })),
  checks: z.array(LessonCheck),
  skills: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  sources: z.array(z.strictObject({ url: z.string(), title: z.string(), checkedOn: z.string() })),
  reviewBy: z.string(),
  cards: z.number().int().describe('Cards of this task statement'),
  labs: z.array(z.strictObject({ id: z.string(), title: z.string(), minutes: z.number().int() })),
  previous: z.string().nullable(),
  next: z.string().nullable(),
});

export const AnswerCheck = z.strictObject({
  id: Uuid.describe('Of this answer, made by the client; sent again with the same id it counts once'),
  at: AttemptEvent.options[0].shape.at,
  response: z.unknown(),
});

/** One stretch of work. An attempt or a run of a lab logs its own time and is not sent here. */
export const LearningActivity = z.strictObject({
  id: Uuid.describe('Made by the client; sent again it counts once'),
  kind: z.enum(['lesson', 'cards', 'practice', 'mock-review']),
  exam: storedText(40).nullable(),
  ref: storedText(160).min(1).describe('The lesson, deck or attempt'),
  seconds: z.number().int().min(0).max(86_400),
  finished: z.boolean().default(true).describe('false for a lesson that was left before its end'),
  at: AttemptEvent.options[0].shape.at,
  timeZone: z.string().max(60).describe('IANA name of the zone where it happened: a day is the learner’s'),
});

export const LogActivities = z.strictObject({ activities: z.array(LearningActivity).min(1).max(200) });

export type LessonSummary = z.infer<typeof LessonSummary>;
export type LessonBlock = z.infer<typeof LessonBlock>;
export type LessonCheck = z.infer<typeof LessonCheck>;
export type Lesson = z.infer<typeof Lesson>;
export type AnswerCheck = z.infer<typeof AnswerCheck>;
export type LearningActivity = z.infer<typeof LearningActivity>;
export type LogActivities = z.infer<typeof LogActivities>;
