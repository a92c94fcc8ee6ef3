import { Day } from '@cairn/kernel';
import { z } from 'zod';
import { Activity } from './activity.ts';
import { DAY_KINDS, NOTICES, PHASES } from './vocabulary.ts';

const Share = z.number().min(0).max(1);
const Minutes = z.int().min(0);

export const PlanDay = z.strictObject({
  day: Day,
  kind: z.enum(DAY_KINDS),
  minutes: Minutes.describe('What the learner has that day'),
  slackMinutes: Minutes.describe('Of these, kept free for what slips'),
  missedMinutes: Minutes.describe('Planned once, and not done when the day had passed'),
  activities: z.array(Activity),
});
export type PlanDay = z.infer<typeof PlanDay>;

const Phase = z.strictObject({ name: z.enum(PHASES), from: Day, to: Day });
export type Phase = z.infer<typeof Phase>;

const Notice = z.strictObject({
  code: z.enum(NOTICES),
  severity: z.enum(['warning', 'note']),
  text: z.string(),
});
export type Notice = z.infer<typeof Notice>;

const DomainTotal = z.strictObject({
  domain: z.string(),
  title: z.string(),
  weight: Share,
  minutes: z.number().min(0),
});
export type DomainTotal = z.infer<typeof DomainTotal>;

/** A dated way to an exam. Every day from the first to the exam is there, empty ones too. */
export const Plan = z.strictObject({
  version: z.literal(1),
  startsOn: Day,
  asOf: Day.describe('The day on which it was made or last changed'),
  examDay: Day,
  isExamDayProposed: z.boolean(),
  mode: z.enum(['regular', 'last-week']),
  days: z.array(PlanDay),
  phases: z.array(Phase),
  availableMinutes: Minutes.describe('From `asOf` to the last two days, which stay light'),
  plannedMinutes: Minutes.describe('Of the available ones'),
  neededMinutes: Minutes.describe('What everything would take, whether it fits or not'),
  slackShare: Share.describe('Of the available time, kept free for what slips'),
  knownShareForecast: Share.describe('Share of the exam known on its day if all is done; our estimate'),
  totals: z.array(DomainTotal),
  cut: z.array(Activity).describe('What did not fit, worth least first'),
  notices: z.array(Notice),
});
export type Plan = z.infer<typeof Plan>;

const Change = z.strictObject({
  id: z.string(),
  title: z.string(),
  from: Day.optional(),
  to: Day.optional(),
  why: z.string(),
});
export type PlanChange = z.infer<typeof Change>;

export const PlanDiff = z.strictObject({
  moved: z.array(Change),
  added: z.array(Change),
  dropped: z.array(Change),
});
export type PlanDiff = z.infer<typeof PlanDiff>;

export type PlanRefused = {
  readonly outcome: 'refused';
  /** The field of the input at fault. */
  readonly field: string;
  /** What is wrong and what to do, in one sentence. */
  readonly sentence: string;
};

export type PlanOutcome = { readonly outcome: 'planned'; readonly plan: Plan } | PlanRefused;

export type ReplanOutcome =
  | { readonly outcome: 'replanned'; readonly plan: Plan; readonly diff: PlanDiff }
  | PlanRefused;
