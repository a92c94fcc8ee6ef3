import type { Day } from '@cairn/kernel';
import type { Activity } from '../shape/activity.ts';
import type { Plan, PlanChange, PlanDiff } from '../shape/plan.ts';
import { dayName } from '../words.ts';
import { type Reason, tierOf } from './board.ts';

type Where = { readonly activity: Activity; readonly day: Day };
type Why = (id: string, from: Day | undefined, to: Day | undefined) => string;

/** What a new plan changes for the learner. Cards and rest belong to their day and are no change worth a word. */
export function diffOf(before: Plan, after: Plan, why: Why): PlanDiff {
  const old = placesOf(before);
  const now = placesOf(after);
  const change = (id: string, from: Where | undefined, to: Where | undefined): PlanChange => ({
    id,
    title: (to ?? from)?.activity.title ?? '',
    ...(from ? { from: from.day } : {}),
    ...(to ? { to: to.day } : {}),
    why: why(id, from?.day, to?.day),
  });
  const planned = [...now].filter(([, { activity }]) => activity.state === 'planned');
  return {
    moved: planned.flatMap(([id, to]) => {
      const from = old.get(id);
      return from && from.day !== to.day ? [change(id, from, to)] : [];
    }),
    added: planned.flatMap(([id, to]) => (old.has(id) ? [] : [change(id, undefined, to)])),
    dropped: [...old].flatMap(([id, from]) => {
      const isGone = from.activity.state === 'planned' && !now.has(id) && !isDoneAsWhole(from.activity, now);
      return isGone ? [change(id, from, undefined)] : [];
    }),
  };
}

/** What changes from one plan to another made with other choices. */
export function planDiff(before: Plan, after: Plan): PlanDiff {
  return diffOf(before, after, (_, from, to) => {
    if (before.examDay !== after.examDay) return `The exam moves to ${dayName(after.examDay)}.`;
    if (from === undefined) return 'There is room for it now.';
    return to === undefined ? 'It has no room any more.' : 'The plan is made anew with your choices.';
  });
}

function placesOf({ days }: Plan): Map<string, Where> {
  return new Map(
    days.flatMap(({ day, activities }) =>
      activities
        .filter((activity) => tierOf(activity) > 0 || activity.kind === 'exam')
        .map((activity): [string, Where] => [activity.id, { activity, day }]),
    ),
  );
}

function isDoneAsWhole({ id, part }: Activity, now: ReadonlyMap<string, Where>): boolean {
  return part !== undefined && now.get(id.slice(0, id.lastIndexOf('/')))?.activity.state === 'done';
}

/** The reasons of a repair, in words. */
export function changeWords(reasons: ReadonlyMap<string, Reason>, today: Day): Why {
  return (id, from, to) => {
    const reason = reasons.get(id);
    if (reason === undefined) return 'It follows from another change.';
    const cause = causeOf(reason, from ?? reason.from);
    if (to !== undefined) return `${cause}${to === today ? ' Today has' : ` ${dayName(to)} has`} room for it.`;
    return `${cause} ${id.startsWith('practice:') ? 'Its questions come back in later sets.' : 'No day before the exam has room for what it is worth.'}`;
  };
}

function causeOf({ code }: Reason, from: Day | undefined): string {
  const day = from === undefined ? 'its day' : dayName(from);
  switch (code) {
    case 'missed':
      return `${day} passed without it.`;
    case 'day-off':
      return `${day} is a day off now.`;
    case 'less-time':
      return `${day} has fewer minutes now.`;
    case 'made-room':
      return `It made room on ${day} for something worth more.`;
    case 'more-time':
      return 'There is more time than before.';
    case 'new-material':
      return 'It is new.';
    case 'after-its-lesson':
      return 'It needs a lesson that comes later now.';
    case 'with-its-first':
      return 'What it follows lost its day.';
  }
}
