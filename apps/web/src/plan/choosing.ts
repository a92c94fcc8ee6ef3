import type { PlanChoices, PlanPreview } from '@cairn/contract';

export type Goal = NonNullable<PlanChoices['goal']>;
export type Week = NonNullable<PlanChoices['minutesByWeekday']>;
export type Preset = NonNullable<PlanChoices['preset']>;
export type DayOff = PlanChoices['daysOff'][number];

export const PRESETS: readonly { readonly id: Preset; readonly title: string; readonly text: string }[] = [
  { id: 'two-weeks', title: 'Two weeks', text: 'An hour and a half a day: for a refresher.' },
  { id: 'four-weeks', title: 'Four weeks', text: 'An hour a day and longer weekends.' },
  { id: 'six-weeks', title: 'Six weeks', text: 'Three quarters of an hour a day.' },
  { id: 'from-zero', title: 'From zero', text: 'As soon as you are ready, at an easy pace.' },
];

export const WEEKDAYS: readonly { readonly id: keyof Week; readonly short: string; readonly name: string }[] = [
  { id: 'monday', short: 'Mon', name: 'Monday' },
  { id: 'tuesday', short: 'Tue', name: 'Tuesday' },
  { id: 'wednesday', short: 'Wed', name: 'Wednesday' },
  { id: 'thursday', short: 'Thu', name: 'Thursday' },
  { id: 'friday', short: 'Fri', name: 'Friday' },
  { id: 'saturday', short: 'Sat', name: 'Saturday' },
  { id: 'sunday', short: 'Sun', name: 'Sunday' },
];

export const BEGINNING: PlanChoices = {
  preset: 'four-weeks',
  goal: null,
  minutesByWeekday: null,
  daysOff: [],
  known: {},
};

/** What was chosen, and for the rest what the latest preview says that the preset stands for. */
export function completedBy(choices: PlanChoices, preview: PlanPreview | undefined): PlanChoices {
  if (preview?.outcome !== 'planned') return choices;
  const { goal, minutesByWeekday } = preview.choices;
  return { ...choices, goal: choices.goal ?? goal, minutesByWeekday: choices.minutesByWeekday ?? minutesByWeekday };
}

/** Another preset takes day and minutes with it; what was said of days off and knowledge stays. */
export function withPreset(choices: PlanChoices, preset: Preset): PlanChoices {
  return { ...choices, preset, goal: null, minutesByWeekday: null };
}

/** A change of one's own, on top of what the preset stood for. */
export function withOwn(whole: PlanChoices, change: Partial<PlanChoices>): PlanChoices {
  return { ...whole, preset: null, ...change };
}

/** Minutes as typed: whole, and no more than a day of work holds. */
export function readMinutes(text: string): number {
  const minutes = Math.round(Number(text));
  return Number.isFinite(minutes) ? Math.max(0, Math.min(960, minutes)) : 0;
}

export const hoursOf = (week: Week): number => Object.values(week).reduce((sum, minutes) => sum + minutes, 0) / 60;

/** How somebody would say it; as measured is what the answers show. */
export const KNOWLEDGE: readonly { readonly value: string; readonly label: string }[] = [
  { value: '', label: 'As measured' },
  { value: '0', label: 'New to me' },
  { value: '0.25', label: 'A little' },
  { value: '0.5', label: 'About half' },
  { value: '0.75', label: 'Most of it' },
  { value: '0.9', label: 'Nearly all' },
];

export function withKnown(choices: PlanChoices, domain: number, value: string): PlanChoices {
  const { [String(domain)]: _, ...others } = choices.known;
  return { ...choices, known: value === '' ? others : { ...others, [String(domain)]: Number(value) } };
}
