import { Problem, type ReadinessPlan, type SavedRoadmap } from '@cairn/contract';
import { type Day, daysBetween, isDay } from '@cairn/kernel';
import { z } from 'zod';

export type AskedPlan = { readonly examOn?: string | undefined; readonly hoursPerWeek?: number | undefined };

/** A forecast further ahead than this would tell of the assumption alone. */
const DAYS_AHEAD = 3 * 365;

/** What of a saved roadmap matters here. The planner of roadmaps owns its shape; other parts are not looked at. */
const PlannedExam = z.looseObject({
  roadmap: z.looseObject({ steps: z.array(z.looseObject({ id: z.string(), startsOn: z.string() })) }),
  inputs: z.looseObject({ hoursPerWeek: z.number().min(0).max(100) }),
});

type Plan = { readonly examOn: Day; readonly hoursPerWeek: number };

/** The day of the exam in the newest roadmap that leads to it, and the hours a week of that roadmap. */
function plannedIn(roadmaps: readonly SavedRoadmap[], code: string, today: Day): Plan | undefined {
  const step = `exam:${code.toLowerCase()}`;
  for (const saved of roadmaps) {
    const read = PlannedExam.safeParse(saved);
    const examOn = read.data?.roadmap.steps.find(({ id }) => id === step)?.startsOn ?? '';
    if (read.success && isDay(examOn) && examOn >= today && daysBetween(today, examOn) <= DAYS_AHEAD) {
      return { examOn, hoursPerWeek: read.data.inputs.hoursPerWeek };
    }
  }
  return undefined;
}

function checkedDay(examOn: string, today: Day): Day {
  const days = isDay(examOn) ? daysBetween(today, examOn) : Number.NaN;
  if (isDay(examOn) && days >= 0 && days <= DAYS_AHEAD) return examOn;
  const fault = days < 0 ? 'lies in the past' : 'is more than three years ahead';
  throw new Problem('bad-request', `"examOn": ${examOn} ${fault}; name a day from ${today} on.`);
}

/**
 * The plan that a forecast follows: what was asked, and for the rest the newest saved roadmap.
 *
 * @throws Problem `bad-request` for an exam in the past or years ahead
 */
export function planFor(asked: AskedPlan, roadmaps: readonly SavedRoadmap[], code: string, today: Day): ReadinessPlan {
  const planned = plannedIn(roadmaps, code, today);
  const examOn = asked.examOn === undefined ? planned?.examOn : checkedDay(asked.examOn, today);
  const hoursPerWeek = asked.hoursPerWeek ?? planned?.hoursPerWeek;
  const isAsked = asked.examOn !== undefined || asked.hoursPerWeek !== undefined;
  return {
    examOn: examOn ?? null,
    hoursPerWeek: hoursPerWeek ?? null,
    source: isAsked ? 'asked' : planned ? 'roadmap' : 'none',
  };
}
