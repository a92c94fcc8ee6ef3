import { isDay } from '@cairn/kernel';

/** When the exam is and how much is practised until then; what is missing nobody said. */
export type Plan = { readonly examOn?: string; readonly hoursPerWeek?: number };

/** The two fields as they stand in the form. */
export type PlanFields = { readonly examOn: string; readonly hoursPerWeek: string };

export type ReadFields =
  | { readonly outcome: 'plan'; readonly plan: Plan }
  | { readonly outcome: 'faulty'; readonly examOn?: string; readonly hoursPerWeek?: string };

const MOST_HOURS = 100;

/** An empty field is a thing nobody said; anything else must make sense. */
export function readFields({ examOn, hoursPerWeek }: PlanFields, today: string): ReadFields {
  const dayFault = examOn === '' ? undefined : faultOfDay(examOn, today);
  const hoursFault = hoursPerWeek.trim() === '' ? undefined : faultOfHours(hoursPerWeek);
  if (dayFault || hoursFault) {
    return {
      outcome: 'faulty',
      ...(dayFault && { examOn: dayFault }),
      ...(hoursFault && { hoursPerWeek: hoursFault }),
    };
  }
  return {
    outcome: 'plan',
    plan: {
      ...(examOn !== '' && { examOn }),
      ...(hoursPerWeek.trim() !== '' && { hoursPerWeek: Number(hoursPerWeek) }),
    },
  };
}

function faultOfDay(examOn: string, today: string): string | undefined {
  if (!isDay(examOn)) return 'This is not a day of the calendar. Write it like 2027-02-14.';
  if (examOn <= today) return 'The day of the exam lies in the past. Choose one from tomorrow on.';
  return examOn > `${Number(today.slice(0, 4)) + 5}${today.slice(4)}` ? 'Choose a day within five years.' : undefined;
}

function faultOfHours(text: string): string | undefined {
  const hours = Number(text);
  return Number.isFinite(hours) && hours >= 0 && hours <= MOST_HOURS
    ? undefined
    : `Write hours a week as a number from 0 to ${MOST_HOURS}.`;
}

const keyOf = (exam: string) => `cairn-exam-plan:${exam}`;

/** A stored plan whose day has come is none: the day lay in the future when it was written. */
export function parsePlan(text: string | null, today: string): Plan {
  const stored = objectOf(text);
  const examOn = typeof stored.examOn === 'string' ? stored.examOn : '';
  const hoursPerWeek = typeof stored.hoursPerWeek === 'number' ? String(stored.hoursPerWeek) : '';
  const read = readFields({ examOn, hoursPerWeek }, today);
  return read.outcome === 'plan' ? read.plan : {};
}

function objectOf(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {}; // written by something else: no plan
  }
}

export function rememberedPlan(exam: string, today: string): Plan {
  try {
    return parsePlan(localStorage.getItem(keyOf(exam)), today);
  } catch {
    return {}; // storage refused
  }
}

export function rememberPlan(exam: string, plan: Plan): void {
  try {
    localStorage.setItem(keyOf(exam), JSON.stringify(plan));
  } catch {
    // Storage refused: it lasts as long as the page.
  }
}
