import { Problem, type StudySettings } from '@cairn/contract';
import type { Clock, Day } from '@cairn/kernel';
import { DEFAULT_PARAMETERS, learnerDay, type MemoryParameters, timeZoneFault } from '@cairn/scheduling';
import type { Fitted, SettingsRepository } from './settings-repository.ts';

/** A learner's moment: their day, their settings, how they forget, and the exam days that decide what comes. */
export type StudyTime = {
  readonly day: ReturnType<typeof learnerDay>;
  readonly timeZone: string;
  readonly settings: StudySettings;
  readonly fitted: Fitted | undefined;
  readonly parameters: MemoryParameters;
  readonly plannedDays: Readonly<Record<string, Day>>;
  readonly examDays: ReadonlyMap<string, Day>;
};

type Parts = { readonly settings: SettingsRepository; readonly learnerId: string; readonly clock: Clock };

/** @throws Problem `time-zone-unknown` */
export async function studyTime(parts: Parts, timeZone?: string): Promise<StudyTime> {
  const fault = timeZone === undefined ? undefined : timeZoneFault(timeZone);
  if (fault) throw new Problem('time-zone-unknown', fault);
  const [{ settings, fitted }, plannedDays] = await Promise.all([
    parts.settings.find(parts.learnerId),
    parts.settings.plannedDays(parts.learnerId),
  ]);
  const zone = timeZone ?? (timeZoneFault(settings.timeZone) ? 'UTC' : settings.timeZone);
  return {
    day: learnerDay(parts.clock.now(), zone, settings.dayStartsAtHour),
    timeZone: zone,
    settings,
    fitted,
    parameters: parametersOf(settings, fitted),
    plannedDays,
    examDays: examDaysOf(settings, plannedDays),
  };
}

/** One object for one learner's weights: what is computed from them is kept by its identity. */
const kept = new Map<string, MemoryParameters>();
const KEPT = 100;

export function parametersOf({ desiredRetention }: StudySettings, fitted: Fitted | undefined): MemoryParameters {
  const key = `${desiredRetention}/${fitted?.at ?? ''}/${fitted?.weights.join() ?? ''}`;
  const known = kept.get(key);
  if (known) return known;
  const weights = fitted?.weights ?? DEFAULT_PARAMETERS.weights;
  const made = { ...DEFAULT_PARAMETERS, weights: [...weights], desiredRetention };
  if (kept.size >= KEPT) kept.clear();
  kept.set(key, made);
  return made;
}

/** An exam day counts if it is switched on, or if a plan holds one and nobody switched it off. */
function examDaysOf({ examDays }: StudySettings, planned: Readonly<Record<string, Day>>): ReadonlyMap<string, Day> {
  const exams = new Set([...Object.keys(examDays), ...Object.keys(planned)]);
  return new Map(
    [...exams].flatMap((exam) => {
      const chosen = examDays[exam];
      const day = (chosen?.day as Day | null | undefined) ?? planned[exam]; // a date by the contract
      return day !== undefined && (chosen?.isOn ?? true) ? [[exam, day] as const] : [];
    }),
  );
}
