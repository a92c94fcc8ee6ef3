/** Names that schemas and logic share, apart from the schema library. */

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

export const PLAN_PRESETS = ['two-weeks', 'four-weeks', 'six-weeks', 'from-zero'] as const;
export type PlanPreset = (typeof PLAN_PRESETS)[number];

/** In the order in which a day runs through them. */
export const ACTIVITY_KINDS = [
  'diagnosis',
  'mock',
  'review-mock',
  'cards',
  'lesson',
  'lab',
  'practice',
  'rest',
  'exam',
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

export const DAY_KINDS = ['study', 'buffer', 'off', 'taper', 'exam'] as const;

export const PHASES = ['learn', 'deepen', 'rehearse', 'last-week', 'taper'] as const;
export type PhaseName = (typeof PHASES)[number];

export const REASONS = [
  'find-out',
  'new-topic',
  'build-it',
  'keep-it',
  'mixed-practice',
  'rehearsal',
  'learn-from-mock',
  'light-before-exam',
  'buffer',
  'rest-before-exam',
  'exam-day',
] as const;

export const NOTICES = [
  'not-enough-hours',
  'no-day-for-mock',
  'after-last-exam-day',
  'before-first-exam-day',
  'no-retake-before-last-day',
  'retake-wait',
  'renewal',
  'more-time-than-needed',
  'low-forecast',
] as const;
