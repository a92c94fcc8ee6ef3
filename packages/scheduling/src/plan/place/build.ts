import { addDays } from '@cairn/kernel';
import { formsLeft, type Selection, selectWork } from '../choose/select.ts';
import { type Task, totalMinutes } from '../choose/tasks.ts';
import type { Premises } from '../premises.ts';
import type { Activity } from '../shape/activity.ts';
import { bufferRest, dayBeforeRest, lightWork, mockWork, reviewMinutes, reviewWork } from '../work.ts';
import { newDraft } from './draft.ts';
import { fillDays } from './fill.ts';
import { type Frame, slackByDay } from './frame.ts';
import { type MockSlot, mockSlots, spreadSlots } from './mocks.ts';

/** Lessons are paced to be through when this share of the time is gone: early enough to mix and to repeat. */
const LESSONS_UNTIL = 0.45;

const LIGHT_MINUTES = 30;
const LAST_MINUTES = 10;

/** What is planned for the days from today to the one before the exam. */
export type Build = {
  readonly selection: Selection;
  readonly slots: readonly MockSlot[];
  readonly activities: readonly (readonly Activity[])[];
  /** Minutes kept free, by day. */
  readonly slack: readonly number[];
};

export function selectFor(
  tasks: readonly Task[],
  premises: Premises,
  frame: Frame,
): { slots: MockSlot[]; selection: Selection } {
  const forms = formsLeft(premises);
  const longest = Math.max(0, ...forms.map(({ minutes }) => minutes));
  const slots = forms.length === 0 ? [] : mockSlots(frame, longest, forms.length < premises.material.forms.length);
  const minutes = frame.studyMinutes - frame.slackMinutes;
  const light = lightMinutes(frame).reduce((sum, each) => sum + each, 0);
  const room = { minutes, light, days: frame.days, mockSlots: slots.length, mode: frame.mode };
  return { slots, selection: selectWork(tasks, premises, room) };
}

export function build(tasks: readonly Task[], premises: Premises, frame: Frame): Build {
  const { slots: all, selection } = selectFor(tasks, premises, frame);
  const slots = spreadSlots(all, selection.mocks);
  const fixed = fixedWork(premises, frame, slots, selection);
  const taken = new Set([...fixed.keys()]);
  const slack = slackByDay(frame, taken);
  const free = slack.map((kept, index) => (frame.minutes[index] ?? 0) - kept - totalMinutes(fixed.get(index) ?? []));
  const draft = newDraft(tasks, selection, {
    free,
    cardDays: daysLeft(frame.minutes),
    lessonsUntil: Math.max(1, Math.min(slots[0]?.mock ?? frame.days, Math.round(LESSONS_UNTIL * frame.days))),
    firstPractice: 1 + Math.max(0, ...premises.done.map(({ activity }) => practiceNumber(activity))),
  });
  const filled = fillDays(draft, frame.today);
  const activities = frame.minutes.map((minutes, index) => {
    if (index >= frame.studyDays) return lightDay(frame, index, minutes);
    const planned = [...(fixed.get(index) ?? []), ...(filled[index] ?? [])];
    const isBuffer = planned.length === 0 && (slack[index] ?? 0) > 0;
    return isBuffer ? [bufferRest(addDays(frame.today, index))] : planned;
  });
  return { selection, slots, activities, slack };
}

function fixedWork(
  premises: Premises,
  frame: Frame,
  slots: readonly MockSlot[],
  selection: Selection,
): Map<number, Activity[]> {
  const fixed = new Map<number, Activity[]>();
  const put = (index: number, activity: Activity) => fixed.set(index, [...(fixed.get(index) ?? []), activity]);
  const forms = formsLeft(premises);
  slots.forEach((slot, number) => {
    const form = forms[number];
    if (form === undefined) return;
    put(slot.mock, mockWork(form, premises.material.forms.length - forms.length + number));
    put(slot.review, reviewWork(form, Math.min(reviewMinutes(form), frame.minutes[slot.review] ?? 0)));
  });
  const { diagnosis } = selection;
  const first = frame.minutes
    .slice(0, frame.studyDays)
    .findIndex(
      (all, index) => diagnosis !== undefined && all - totalMinutes(fixed.get(index) ?? []) >= diagnosis.minutes,
    );
  if (diagnosis !== undefined && first >= 0) put(first, diagnosis);
  return fixed;
}

/** Minutes of the last days before the exam. */
function lightMinutes({ minutes, studyDays, days }: Frame): number[] {
  return minutes
    .slice(studyDays)
    .map((all, index) => Math.min(all, studyDays + index === days - 1 ? LAST_MINUTES : LIGHT_MINUTES));
}

/** Only what keeps what is there; on the last day hardly that. */
function lightDay(frame: Frame, index: number, minutes: number): Activity[] {
  if (minutes === 0) return [];
  const day = addDays(frame.today, index);
  const isLast = index === frame.days - 1;
  const cards = lightWork(day, lightMinutes(frame)[index - frame.studyDays] ?? 0, isLast);
  return isLast ? [cards, dayBeforeRest(day)] : [cards];
}

/** Days with minutes from each day to the exam. */
function daysLeft(minutes: readonly number[]): number[] {
  let left = minutes.filter((each) => each > 0).length;
  return minutes.map((each) => {
    const here = left;
    if (each > 0) left -= 1;
    return here;
  });
}

export function practiceNumber({ kind, id }: Activity): number {
  return kind === 'practice' ? Number(id.slice('practice:'.length)) || 0 : 0;
}
