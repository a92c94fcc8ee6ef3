import type { TodayEntry } from '@cairn/contract';
import { domainOfTask } from '@cairn/exam';
import type { Activity, TodayItem } from '@cairn/scheduling';
import type { StandingPlan } from '../plans/service.ts';

const CARDS = { exam: null, code: null, link: '/cards/review', canTick: false } as const;

/** One piece of the day's work, with the place where it is done. */
export function entryOf(item: TodayItem, plan: StandingPlan): TodayEntry {
  const { activity, minutes, isWhole, isFromOtherDay, sections } = item;
  const { exam, entry } = plan.premises;
  return {
    id: activity.id,
    exam,
    code: entry.profile.code,
    kind: activity.kind,
    title: activity.title,
    minutes,
    isWhole,
    isFromOtherDay,
    sections: sections ?? null,
    why: activity.why.text,
    link: linkOf({ ...activity, minutes }, plan),
    canTick: activity.kind === 'practice' || activity.kind === 'review-mock',
    ...(activity.kind === 'cards' ? CARDS : {}),
  };
}

/** Cards of somebody without a plan. */
export function cardsEntry(minutes: number, due: number): TodayEntry {
  return {
    ...CARDS,
    id: 'cards',
    kind: 'cards',
    title: 'Cards that are due',
    minutes,
    isWhole: minutes >= due,
    isFromOtherDay: false,
    sections: null,
    why: 'A card seen just before it would be forgotten stays longest.',
  };
}

function linkOf({ kind, ref = '', tasks, minutes }: Activity, { premises: { exam, work } }: StandingPlan): string {
  switch (kind) {
    case 'lesson':
      return `/learn/${ref}`;
    case 'lab':
      return `/labs/${ref}`;
    case 'cards':
      return CARDS.link;
    case 'diagnosis':
      return `/exams/${exam}/diagnosis`;
    case 'review-mock':
      return work.lastMockId === undefined ? `/exams/${exam}` : `/attempts/${work.lastMockId}/report`;
    case 'mock':
      return `/exams/${exam}`;
    case 'practice':
      return practiceLink(exam, tasks, minutes);
    case 'exam':
      return `/readiness/${exam}`;
    case 'rest':
      return `/plan/${exam}`;
  }
}

/** A question read, answered, and its explanation read. */
const QUESTION_MINUTES = 2;

/** Practice of one domain asks for that domain; mixed practice for all. */
function practiceLink(exam: string, tasks: readonly string[], minutes: number): string {
  const domains = new Set(tasks.map(domainOfTask));
  const [domain] = domains.size === 1 ? domains : [];
  const count = Math.max(1, Math.floor(minutes / QUESTION_MINUTES));
  return `/exams/${exam}?practice=${count}${domain === undefined ? '' : `&domain=${domain}`}`;
}
