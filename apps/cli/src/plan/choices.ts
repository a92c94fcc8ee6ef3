import type { PlanChoices } from '@cairn/contract';
import { type Day, isDay } from '@cairn/kernel';
import { UsageError } from '../failure.ts';

export type PlanOptions = {
  readonly on?: string;
  readonly whenReady?: true;
  readonly preset?: string;
  readonly hoursPerWeek?: string;
  readonly minutes?: string;
  readonly daysOff?: string[];
};

type Week = NonNullable<PlanChoices['minutesByWeekday']>;
type Preset = NonNullable<PlanChoices['preset']>;

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const PRESETS: readonly Preset[] = ['two-weeks', 'four-weeks', 'six-weeks', 'from-zero'];
const LONGEST_DAY_MINUTES = 960;

const START: PlanChoices = { preset: 'from-zero', goal: null, minutesByWeekday: null, daysOff: [], known: {} };

/** Whether anything was chosen at all; if not, the saved plan is only shown. */
export function hasChoices({ on, whenReady, preset, hoursPerWeek, minutes, daysOff }: PlanOptions): boolean {
  return [on, whenReady, preset, hoursPerWeek, minutes, daysOff].some((option) => option !== undefined);
}

/** @throws UsageError if one option asks for what another forbids */
export function refuseContradiction(options: PlanOptions & { readonly dryRun?: true; readonly replan?: true }): void {
  if (!options.replan) return;
  if (options.dryRun) throw new UsageError('--replan saves what it moves, and --dry-run saves nothing; give one.');
  if (hasChoices(options)) {
    throw new UsageError('--replan keeps what was chosen; leave out the other choices, or leave out --replan.');
  }
}

/** What was typed, on top of what was saved. */
export function choicesFrom(options: PlanOptions, saved: PlanChoices = START): PlanChoices {
  const { preset, daysOff } = options;
  const base = preset === undefined ? saved : { ...saved, ...presetOf(preset) };
  return {
    ...base,
    ...goalFrom(options),
    ...weekFrom(options, base.minutesByWeekday),
    ...(daysOff === undefined ? {} : { daysOff: daysOff.flatMap((text) => text.split(',')).map(rangeOf) }),
  };
}

function goalFrom({ on, whenReady }: PlanOptions): Pick<PlanChoices, 'goal'> | undefined {
  if (on !== undefined && whenReady) throw new UsageError('--on and --when-ready exclude each other; give one.');
  if (on !== undefined) return { goal: { kind: 'exam-day', day: dayOption(on, '--on') } };
  return whenReady ? { goal: { kind: 'when-ready' } } : undefined;
}

function weekFrom(
  { hoursPerWeek, minutes }: PlanOptions,
  before: Week | null,
): Pick<PlanChoices, 'minutesByWeekday'> | undefined {
  if (hoursPerWeek !== undefined && minutes !== undefined) {
    throw new UsageError('--hours-per-week and --minutes say the same; give one of them.');
  }
  if (hoursPerWeek !== undefined) return { minutesByWeekday: evenWeek(hoursPerWeek) };
  return minutes === undefined ? undefined : { minutesByWeekday: weekOf(minutes, before) };
}

function presetOf(text: string): Pick<PlanChoices, 'preset' | 'goal' | 'minutesByWeekday'> {
  const preset = PRESETS.find((one) => one === text);
  if (preset) return { preset, goal: null, minutesByWeekday: null };
  throw new UsageError(`--preset ${text} is unknown; choose ${PRESETS.join(', ')}.`);
}

function dayOption(text: string, option: string): Day {
  if (isDay(text)) return text;
  throw new UsageError(`${option} ${text} is no day of the calendar; write it like 2027-02-14.`);
}

function evenWeek(text: string): Week {
  const hours = Number(text);
  if (!Number.isFinite(hours) || hours < 0 || hours > 112) {
    throw new UsageError(`--hours-per-week ${text} is no number of hours; give one from 0 to 112.`);
  }
  const day = Math.round((hours * 60) / 7);
  return Object.fromEntries(WEEKDAYS.map((name) => [name, day])) as Week; // every weekday is there
}

/** `mon=30,sat=120`; days that are not named keep what they had, or have nothing. */
function weekOf(text: string, before: Week | null): Week {
  const week: Record<string, number> = { ...Object.fromEntries(WEEKDAYS.map((name) => [name, 0])), ...before };
  for (const part of text.split(',')) {
    const [name = '', value = ''] = part.split('=').map((word) => word.trim().toLowerCase());
    const weekday = WEEKDAYS.find((one) => name.length >= 2 && one.startsWith(name));
    const minutes = Number(value);
    const isGood = value !== '' && Number.isInteger(minutes) && minutes >= 0 && minutes <= LONGEST_DAY_MINUTES;
    if (weekday === undefined || !isGood) {
      throw new UsageError(
        `--minutes ${part.trim()} is not understood; write weekdays with minutes, like mon=30,sat=120.`,
      );
    }
    week[weekday] = minutes;
  }
  return week as Week; // every weekday is there
}

/** `2026-12-24` or `2026-12-24..2026-12-26`. */
function rangeOf(text: string): PlanChoices['daysOff'][number] {
  const [from = '', to] = text.trim().split('..');
  const start = dayOption(from, '--days-off');
  return to === undefined ? { from: start } : { from: start, to: dayOption(to, '--days-off') };
}
