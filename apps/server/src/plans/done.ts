import { type Day, daysBetween } from '@cairn/kernel';
import type { Activity, DoneActivity, Plan } from '@cairn/scheduling';

/** What somebody has done for one exam, by the local day on which it came to its end. */
export type WorkDone = {
  /** Lessons read to their end. */
  readonly lessons: ReadonlyMap<string, Day>;
  /** By lab: its steps, and the days on which they were passed. */
  readonly labs: ReadonlyMap<string, { readonly steps: number; readonly passed: readonly Day[] }>;
  readonly mocks: readonly Day[];
  /** The latest of them. */
  readonly lastMockId: string | undefined;
  readonly practice: readonly Day[];
  readonly diagnoses: readonly Day[];
  readonly cards: ReadonlySet<Day>;
  readonly exams: readonly Day[];
  /** What the learner said is done, by the id of the activity. */
  readonly ticked: ReadonlyMap<string, Day>;
};

type Slot = { readonly activity: Activity; readonly day: Day };

/** What of a plan is done: what it holds as done already, and what the logs show since. */
export function doneActivities(plan: Plan, work: WorkDone): DoneActivity[] {
  const slots = plan.days.flatMap(({ day, activities }) => activities.map((activity) => ({ activity, day })));
  const ticked = slots.filter(({ activity }) => work.ticked.has(activity.id)).map(({ activity }) => activity.id);
  const open = (kind: Activity['kind']) =>
    slots.filter(({ activity }) => activity.kind === kind && !ticked.includes(activity.id));
  const sittings = new Map([...assigned(open('mock'), work.mocks), ...assigned(open('practice'), work.practice)]);
  const last = plan.days.at(-1)?.day ?? plan.examDay;
  const all = [...slots, ...plan.cut.map((activity) => ({ activity, day: last }))];
  return all.flatMap(({ activity, day }) => {
    if (activity.state === 'done') return [{ day, activity }];
    const on = sittings.get(activity.id) ?? work.ticked.get(activity.id) ?? doneOn(activity, day, work);
    return on === undefined ? [] : [{ day: on, activity: { ...activity, state: 'done' as const } }];
  });
}

function doneOn({ kind, ref = '', part }: Activity, planned: Day, work: WorkDone): Day | undefined {
  switch (kind) {
    case 'lesson':
      return work.lessons.get(ref);
    case 'lab':
      return labDone(work.labs.get(ref), part);
    case 'cards':
      return work.cards.has(planned) ? planned : undefined;
    case 'diagnosis':
      return work.diagnoses[0];
    case 'exam':
      return work.exams.at(-1);
    case 'mock':
    case 'practice':
    case 'review-mock':
    case 'rest':
      return undefined;
  }
}

/** A part of a lab is done with its share of the steps. */
function labDone(lab: { steps: number; passed: readonly Day[] } | undefined, part: Activity['part']): Day | undefined {
  if (lab === undefined || lab.steps === 0) return undefined;
  const needed = Math.ceil((lab.steps * (part?.number ?? 1)) / (part?.of ?? 1));
  return [...lab.passed].sort()[needed - 1];
}

/**
 * One sitting is as good as another: it counts for what was planned on its day, else for what was missed before, else
 * for what comes next.
 */
function assigned(slots: readonly Slot[], sittings: readonly Day[]): Map<string, Day> {
  const left = sittingsLeft(slots, sittings);
  const open = slots.filter(({ activity }) => activity.state === 'planned');
  const found = new Map<string, Day>();
  for (const sat of left) {
    const free = open.filter(({ activity }) => !found.has(activity.id));
    const slot = free.find(({ day }) => day === sat) ?? free[0];
    if (slot) found.set(slot.activity.id, sat);
  }
  return found;
}

/**
 * Sittings that the plan does not hold as done. A sitting has no zone of its own, so travel may put it on the day before
 * or after the one that the plan holds.
 */
function sittingsLeft(slots: readonly Slot[], sittings: readonly Day[]): Day[] {
  const left = [...sittings].sort();
  let done = slots.filter(({ activity }) => activity.state === 'done');
  for (const most of [0, 1]) {
    done = done.filter(({ day }) => {
      const known = left.findIndex((sat) => Math.abs(daysBetween(sat, day)) <= most);
      if (known !== -1) left.splice(known, 1);
      return known === -1;
    });
  }
  return left;
}

/** The plan as it stands, with what is done marked where it was planned. */
export function markDone(plan: Plan, done: readonly DoneActivity[]): Plan {
  const ids = new Set(done.map(({ activity }) => activity.id));
  return {
    ...plan,
    days: plan.days.map((day) => ({
      ...day,
      activities: day.activities.map((one) => (ids.has(one.id) ? { ...one, state: 'done' as const } : one)),
    })),
    cut: plan.cut.filter(({ id }) => !ids.has(id)),
  };
}

export type Missed = { readonly id: string; readonly title: string; readonly day: Day };

/** Work whose day has passed. Cards come back by themselves, and a day of rest cannot be missed. */
export function missedBefore({ days }: Plan, today: Day): Missed[] {
  return days
    .filter(({ day }) => day < today)
    .flatMap(({ day, activities }) =>
      activities
        .filter(({ kind, state }) => state === 'planned' && kind !== 'cards' && kind !== 'rest' && kind !== 'exam')
        .map(({ id, title }) => ({ id, title, day })),
    );
}

/** In words, without reproach. */
export function missedSentence(missed: readonly Missed[], yesterday: Day): string {
  const isYesterdays = missed.every(({ day }) => day === yesterday);
  const named = missed.slice(0, 2).map(({ title }) => title);
  const more = missed.length > 2 ? ` and ${missed.length - 2} more` : '';
  return `Not done ${isYesterdays ? 'yesterday' : 'on its day'}: ${named.join('; ')}${more}.`;
}
