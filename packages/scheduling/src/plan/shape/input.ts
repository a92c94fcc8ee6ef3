import { Day } from '@cairn/kernel';
import { z } from 'zod';
import { Activity } from './activity.ts';
import { PLAN_PRESETS, WEEKDAYS } from './vocabulary.ts';

const Id = z.string().min(1).max(160);
const Title = z.string().min(1).max(300);
const Minutes = z.int().min(0).max(960);
const Share = z.number().min(0).max(1);
const Count = z.int().min(0).max(10_000);

export const WeekMinutes = z.strictObject(
  Object.fromEntries(WEEKDAYS.map((name) => [name, Minutes])) as Record<(typeof WEEKDAYS)[number], typeof Minutes>,
);
export type WeekMinutes = z.infer<typeof WeekMinutes>;

export const DaysOff = z.strictObject({
  from: Day,
  to: Day.optional().describe('The last day off; absent: `from` alone'),
});
export type DaysOff = z.infer<typeof DaysOff>;

export const PlanGoal = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('exam-day'), day: Day }),
  z.strictObject({ kind: z.literal('when-ready') }),
]);
export type PlanGoal = z.infer<typeof PlanGoal>;

const Blueprint = z.strictObject({
  domains: z
    .array(
      z.strictObject({
        id: Id,
        title: Title,
        weight: z.number().min(0).max(100).describe('In any unit; only proportions count'),
        tasks: z.array(z.strictObject({ id: Id, title: Title })).describe('In the order of the exam guide'),
      }),
    )
    .min(1)
    .max(30),
});

const Material = z.strictObject({
  lessons: z.array(
    z.strictObject({
      id: Id,
      task: Id,
      title: Title,
      minutes: z.int().min(1).max(240),
      sections: z.array(z.int().min(1)).optional().describe('Minutes of each section, where a lesson may be left'),
    }),
  ),
  labs: z.array(z.strictObject({ id: Id, title: Title, tasks: z.array(Id).min(1), minutes: z.int().min(1).max(960) })),
  cards: z.record(Id, Count).describe('Cards by task'),
  items: z.record(Id, Count).describe('Practice questions by task'),
  forms: z.array(z.strictObject({ id: Id, title: Title, minutes: z.int().min(1).max(600) })).max(60),
  diagnosisMinutes: z.int().min(1).max(240).optional().describe('A diagnosis on the first day if nothing is known'),
});

const VendorFacts = z.strictObject({
  examMinutes: z.int().min(1).max(600),
  firstExamDay: Day.optional().describe('The exam cannot be sat before'),
  lastExamDay: Day.optional().describe('The certification retires; no exam after this day'),
  retakeWaitDays: z.int().min(0).max(400).optional(),
  validityYears: z.number().positive().max(20).optional(),
  renewal: z.string().min(1).max(600).optional().describe("How it is renewed, in the vendor's terms"),
});

/** What was done, with the activity as it then was. */
export const DoneActivity = z.strictObject({ day: Day, activity: Activity });
export type DoneActivity = z.infer<typeof DoneActivity>;

/** Everything that a plan depends on. The same input gives the same plan. */
export const PlanInput = z.strictObject({
  today: Day,
  preset: z.enum(PLAN_PRESETS).optional().describe('Fills goal and minutes where they are absent'),
  goal: PlanGoal.optional(),
  minutesByWeekday: WeekMinutes.optional(),
  daysOff: z.array(DaysOff).max(400),
  known: z.record(Id, Share).describe('Share known by task or domain; the task wins; absent: 0'),
  blueprint: Blueprint,
  material: Material,
  done: z.array(DoneActivity),
  vendor: VendorFacts,
});
export type PlanInput = z.infer<typeof PlanInput>;
