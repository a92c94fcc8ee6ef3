import { addDays, type Day } from '@cairn/kernel';
import type { PlanGoal, PlanInput, WeekMinutes } from './shape/input.ts';
import type { PlanPreset } from './shape/vocabulary.ts';

/** An input with its preset filled in. */
export type Premises = Omit<PlanInput, 'goal' | 'minutesByWeekday' | 'preset'> & {
  readonly goal: PlanGoal;
  readonly week: WeekMinutes;
};

type Preset = { readonly days: number | undefined; readonly weekday: number; readonly weekend: number };

/** Our choice: about 24, 32, 39 hours, and five and a half a week for as long as it takes. */
const PRESETS: Readonly<Record<PlanPreset, Preset>> = {
  'two-weeks': { days: 14, weekday: 90, weekend: 150 },
  'four-weeks': { days: 28, weekday: 60, weekend: 90 },
  'six-weeks': { days: 42, weekday: 45, weekend: 75 },
  'from-zero': { days: undefined, weekday: 45, weekend: 60 },
};

/** An absent goal or week comes from the preset; a preset's Saturday is long enough for a whole mock exam. */
export function premisesOf(input: PlanInput): Premises {
  const { preset: name = 'from-zero', goal, minutesByWeekday, ...rest } = input;
  const preset = PRESETS[name];
  const mockMinutes = Math.max(0, ...input.material.forms.map(({ minutes }) => minutes));
  return {
    ...rest,
    goal: goal ?? presetGoal(preset, input.today),
    week: minutesByWeekday ?? weekOf(preset, mockMinutes),
  };
}

function presetGoal({ days }: Preset, today: Day): PlanGoal {
  return days === undefined ? { kind: 'when-ready' } : { kind: 'exam-day', day: addDays(today, days) };
}

function weekOf({ weekday, weekend }: Preset, mockMinutes: number): WeekMinutes {
  return {
    monday: weekday,
    tuesday: weekday,
    wednesday: weekday,
    thursday: weekday,
    friday: weekday,
    saturday: Math.max(weekend, mockMinutes),
    sunday: weekend,
  };
}
