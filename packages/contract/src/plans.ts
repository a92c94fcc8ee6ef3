import { DaysOff, PLAN_PRESETS, Plan, PlanDiff, PlanGoal, WeekMinutes } from '@cairn/scheduling';
import { z } from '@hono/zod-openapi';

/** A plan to an exam: what the learner chooses, and what it comes to. */

const Share = z.number().min(0).max(1);

/** What a plan needs of a person. What is left out comes from the preset, and knowledge from the answers given here. */
export const PlanChoices = z.strictObject({
  preset: z.enum(PLAN_PRESETS).nullable().default(null).describe('Fills day and minutes that are left out'),
  goal: PlanGoal.nullable().default(null),
  minutesByWeekday: WeekMinutes.nullable().default(null),
  daysOff: z.array(DaysOff).max(100).default([]),
  known: z
    .record(z.string().regex(/^[1-9]\d?$/, 'write the number of a domain'), Share)
    .default({})
    .describe('Share known of a domain, by its number, as the learner says; it wins over what was measured'),
});

export const PlanDomain = z.strictObject({
  number: z.number().int(),
  name: z.string(),
  weightPercent: z.number(),
  known: Share.nullable().describe('Share known, from the answers given here; null while they are too few'),
  answers: z.number().int(),
});

/** What a plan for an exam would be made of. */
export const PlanSetup = z.strictObject({
  exam: z.string(),
  code: z.string(),
  title: z.string(),
  domains: z.array(PlanDomain),
  material: z.strictObject({
    lessons: z.number().int(),
    lessonMinutes: z.number().int(),
    labs: z.number().int(),
    cards: z.number().int(),
    questions: z.number().int(),
    forms: z.number().int(),
  }),
  firstExamDay: z.string().nullable(),
  lastExamDay: z.string().nullable(),
  closed: z.string().nullable().describe('Why this exam cannot be planned for; null if it can'),
});

export const MissedWork = z.strictObject({
  sentence: z.string(),
  activities: z.array(z.strictObject({ id: z.string(), title: z.string(), day: z.string() })),
});

export const SavedPlan = z.strictObject({
  choices: PlanChoices,
  plan: Plan.describe('With what was done by now marked as done'),
  missed: MissedWork.nullable().describe('What had its day and was not done; it waits until somebody moves it'),
  madeAt: z.number().int(),
  updatedAt: z.number().int(),
});

export const ExamPlan = z.strictObject({
  today: z.string(),
  setup: PlanSetup,
  saved: SavedPlan.nullable(),
});

export const PreviewPlan = z.strictObject({ exam: z.string().max(40), choices: PlanChoices });

export const PlanPreview = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('planned'),
    choices: PlanChoices.describe('With the preset filled in'),
    plan: Plan,
    diff: PlanDiff.nullable().describe('What it changes in the saved plan, if there is one'),
  }),
  z.strictObject({ outcome: z.literal('refused'), field: z.string(), sentence: z.string() }),
]);

export const PlanChanged = z.strictObject({ saved: SavedPlan, diff: PlanDiff.nullable() });

export const PlanSummary = z.strictObject({
  exam: z.string(),
  code: z.string(),
  title: z.string(),
  examDay: z.string(),
  done: z.number().int(),
  total: z.number().int(),
  share: Share.describe('Of the minutes'),
});

export type PlanChoices = z.infer<typeof PlanChoices>;
export type PlanDomain = z.infer<typeof PlanDomain>;
export type PlanSetup = z.infer<typeof PlanSetup>;
export type MissedWork = z.infer<typeof MissedWork>;
export type SavedPlan = z.infer<typeof SavedPlan>;
export type ExamPlan = z.infer<typeof ExamPlan>;
export type PlanPreview = z.infer<typeof PlanPreview>;
export type PlanChanged = z.infer<typeof PlanChanged>;
export type PlanSummary = z.infer<typeof PlanSummary>;
