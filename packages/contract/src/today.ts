import { createRoute, z } from '@hono/zod-openapi';
import { answers } from './answers.ts';
import { MissedWork } from './plans.ts';

/** The page that somebody opens each day: one list, as long as the time there is. */

export const WorkKind = z.enum([
  'diagnosis',
  'mock',
  'review-mock',
  'cards',
  'lesson',
  'lab',
  'practice',
  'rest',
  'exam',
]);

export const TodayEntry = z.strictObject({
  id: z.string().describe('Of the activity in its plan'),
  exam: z.string().nullable().describe('Null for cards of all exams'),
  code: z.string().nullable(),
  kind: WorkKind,
  title: z.string(),
  minutes: z.number().int(),
  isWhole: z.boolean().describe('false: only a part of it fits'),
  isFromOtherDay: z.boolean().describe('Planned for another day'),
  sections: z.number().int().nullable().describe('How many sections of a lesson fit'),
  why: z.string(),
  link: z.string().describe('Where it is done, a path of the app'),
  canTick: z.boolean().describe('Cairn cannot see when it is done: the learner says so'),
});

export const TodayPlan = z.strictObject({
  exam: z.string(),
  code: z.string(),
  title: z.string(),
  examDay: z.string(),
  daysLeft: z.number().int(),
  phase: z.enum(['learn', 'deepen', 'rehearse', 'last-week', 'taper']).nullable(),
  plannedMinutes: z.number().int().describe('What the plan holds for today, done or not'),
  isDayOff: z.boolean(),
  stones: z.strictObject({
    done: z.number().int(),
    total: z.number().int(),
    share: z.number(),
    byKind: z.array(z.strictObject({ kind: WorkKind, done: z.number().int(), total: z.number().int() })),
  }),
  missed: MissedWork.nullable(),
});

export const Mastery = z.strictObject({
  exam: z.string(),
  code: z.string(),
  domains: z.array(
    z.strictObject({
      number: z.number().int(),
      name: z.string(),
      known: z.number().nullable().describe('Share known, from 0 to 1; null: not enough evidence yet'),
      answers: z.number().int(),
      tasks: z.array(
        z.strictObject({
          id: z.string(),
          text: z.string(),
          right: z.number().nullable().describe('Mean credit of the last answers; null: not enough evidence yet'),
          answers: z.number().int().describe('Questions of this task answered'),
        }),
      ),
    }),
  ),
});

export const Today = z.strictObject({
  day: z.string(),
  timeZone: z.string(),
  minutes: z.number().int().describe('The size of the box'),
  plans: z.array(TodayPlan).describe('The nearest exam first'),
  items: z.array(TodayEntry).describe('In order; the first is the one to start'),
  waiting: z.array(z.strictObject({ exam: z.string(), title: z.string(), why: z.string() })),
  doneToday: z.array(z.strictObject({ exam: z.string(), kind: WorkKind, title: z.string() })),
  isFree: z.boolean().describe('Nothing is planned and nothing is due'),
  dueCards: z.strictObject({ count: z.number().int(), minutes: z.number().int() }),
  streak: z.strictObject({
    days: z.number().int(),
    longest: z.number().int(),
    isTodayDone: z.boolean(),
    lastActiveOn: z.string().nullable(),
  }),
  heatMap: z.strictObject({
    days: z.array(z.strictObject({ day: z.string(), minutes: z.number().int(), level: z.number().int() })),
    minutes: z.number().int(),
    activeDays: z.number().int(),
  }),
  load: z
    .array(
      z.strictObject({
        day: z.string(),
        planned: z.number().int().describe('Minutes of the plans without cards'),
        cards: z.number().int().describe('Minutes of cards, overdue ones counted'),
        isExamDay: z.boolean(),
      }),
    )
    .describe('The next 14 days, today first'),
  mastery: z.array(Mastery),
  isNew: z.boolean().describe('Nobody chose an exam yet: no plan, and nothing done'),
});

export type TodayEntry = z.infer<typeof TodayEntry>;
export type TodayPlan = z.infer<typeof TodayPlan>;
export type Mastery = z.infer<typeof Mastery>;
export type Today = z.infer<typeof Today>;
export type WorkKind = z.infer<typeof WorkKind>;

export const getToday = createRoute({
  method: 'get',
  path: '/api/today',
  summary: 'What to do now, fitted into the time there is, with progress, streak and load',
  request: {
    query: z.object({
      minutes: z.coerce.number().int().min(1).max(1440).optional().describe('Absent: what the plans hold for today'),
      timeZone: z.string().max(60).optional().describe('IANA name; absent: that of last use'),
      exam: z.string().max(40).optional(),
    }),
  },
  responses: answers(Today, 'Today'),
});
