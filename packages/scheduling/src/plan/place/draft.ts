import type { Selection } from '../choose/select.ts';
import { type Task, totalMinutes } from '../choose/tasks.ts';
import type { Activity } from '../shape/activity.ts';

/** A plan in the making: what was chosen and has no day yet. Filled day by day, from the first to the last. */
export type Draft = {
  readonly tasks: readonly Task[];
  /** Minutes free of fixed work and slack, by day. */
  readonly free: readonly number[];
  /** Sum of `free` after each day. */
  readonly freeAfter: readonly number[];
  /** Study days from each day to the exam, the last two included: cards are spread over them. */
  readonly cardDays: readonly number[];
  readonly longestDay: number;
  /** The longest day after each. */
  readonly longestAfter: readonly number[];
  readonly lessons: Activity[];
  readonly lessonMinutes: number;
  readonly parts: Map<string, number>;
  readonly labs: Activity[];
  readonly touched: ReadonlySet<string>;
  /** Minutes of practice by task: all, and still to do. */
  readonly practice: ReadonlyMap<string, number>;
  readonly need: Map<string, number>;
  readonly practised: Set<string>;
  readonly released: Set<string>;
  readonly cards: ReadonlyMap<string, number>;
  /** Minutes of card reviews that learned tasks still bring. */
  pool: number;
  practiceNumber: number;
  /** Work over time: 1 if every minute is needed, less if the days can be lighter. */
  readonly load: number;
  /** Minutes that the days so far should have held and did not. */
  owed: number;
  /** Minutes of lessons that should have been placed by now and were not. */
  lessonsOwed: number;
  /** Lesson minutes for each free minute until the first mock. */
  readonly lessonPace: number;
};

export type DraftRoom = {
  readonly free: readonly number[];
  readonly cardDays: readonly number[];
  /** Index of the day by which lessons should be through. */
  readonly lessonsUntil: number;
  readonly firstPractice: number;
};

export function newDraft(tasks: readonly Task[], selection: Selection, room: DraftRoom): Draft {
  const { free, cardDays, lessonsUntil, firstPractice } = room;
  const lessonMinutes = totalMinutes(selection.lessons);
  const early = sum(free.slice(0, lessonsUntil));
  const taught = new Set(selection.lessons.flatMap((lesson) => lesson.tasks));
  const met = tasks.filter(({ id }) => selection.practice.has(id));
  const released = met.filter(({ id }) => !taught.has(id)).map(({ id }) => id);
  const cards = new Map(met.map(({ id }) => [id, selection.cards.get(id) ?? 0]));
  const work =
    lessonMinutes + totalMinutes(selection.labs) + sum([...selection.practice.values()]) + sum([...cards.values()]);
  const all = sum(free);
  let after = all;
  return {
    tasks,
    free,
    freeAfter: free.map((minutes) => {
      after -= minutes;
      return after;
    }),
    cardDays,
    longestDay: Math.max(0, ...free),
    longestAfter: longestAfter(free),
    lessons: [...selection.lessons],
    lessonMinutes,
    parts: new Map(),
    labs: [...selection.labs],
    touched: selection.touched,
    practice: selection.practice,
    need: new Map(selection.practice),
    practised: new Set(),
    released: new Set(released),
    cards,
    pool: sum(released.map((id) => cards.get(id) ?? 0)),
    practiceNumber: firstPractice,
    load: all === 0 ? 0 : Math.min(1, work / all),
    owed: 0,
    lessonsOwed: 0,
    lessonPace: early === 0 ? 1 : Math.min(1, lessonMinutes / early),
  };
}

function longestAfter(free: readonly number[]): number[] {
  let longest = 0;
  return free
    .toReversed()
    .map((minutes) => {
      const after = longest;
      longest = Math.max(longest, minutes);
      return after;
    })
    .reverse();
}

/** Minutes of everything but cards that has no day yet. */
export function unplaced(draft: Draft): number {
  return totalMinutes(draft.lessons) + totalMinutes(draft.labs) + Math.floor(sum([...draft.need.values()]));
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
