import type { Premises } from '../premises.ts';

export type Lesson = Premises['material']['lessons'][number];

/** From this share known on, a task needs no lesson and no lab: practice shows what is missing. */
export const KNOWN_ENOUGH = 0.8;

/** Even of what somebody knows, so much is worth looking at again. */
const LEAST_OPEN = 0.05;

/** Seconds for one review of one card. */
const CARD_SECONDS = 10;

/** A question read, answered and its explanation read. */
export const ITEM_MINUTES = 2;

/** More passes than this through the same questions teach the questions, not the subject. */
const MOST_PASSES = 2;

export type Task = {
  readonly id: string;
  readonly title: string;
  readonly domain: string;
  /** Share of the exam. Vendors weigh domains; within one, tasks are taken as equal. */
  readonly weight: number;
  readonly known: number;
  /** Share of the exam that this task still holds open: weight × (1 − known), never quite 0. */
  readonly open: number;
  /** Those still to do; none if the task is known well enough. */
  readonly lessons: readonly Lesson[];
  readonly isLessonDone: boolean;
  /** Of its lessons, those done included. */
  readonly lessonMinutes: number;
  readonly cards: number;
  readonly items: number;
};

/** Tasks with weight, in learning order. */
export function tasksOf(premises: Premises): Task[] {
  const { domains } = premises.blueprint;
  const total = domains.reduce((sum, { weight, tasks }) => sum + (tasks.length > 0 ? weight : 0), 0);
  const { lessons } = premises.material;
  const placed = domains.flatMap((domain, index) =>
    domain.tasks.map(({ id, title }, position) => {
      const weight = domain.weight / total / domain.tasks.length;
      const known = premises.known[id] ?? premises.known[domain.id] ?? 0;
      const all = lessons.filter((lesson) => lesson.task === id);
      const undone = all.flatMap((lesson) => restOf(lesson, premises.done));
      const task: Task = {
        id,
        title,
        domain: domain.id,
        weight,
        known,
        open: weight * Math.max(LEAST_OPEN, 1 - known),
        lessons: known >= KNOWN_ENOUGH ? [] : undone,
        isLessonDone: all.length > 0 && undone.length === 0,
        lessonMinutes: known >= KNOWN_ENOUGH ? 0 : totalMinutes(all),
        cards: premises.material.cards[id] ?? 0,
        items: premises.material.items[id] ?? 0,
      };
      return { task, at: learningPosition(index, domains.length, position, domain.tasks.length) };
    }),
  );
  return placed
    .filter(({ task }) => task.weight > 0)
    .sort((a, b) => a.at - b.at)
    .map(({ task }) => task);
}

/** What is left of a lesson of which parts may be done. */
function restOf(lesson: Lesson, done: Premises['done']): Lesson[] {
  const pieces = done.filter(({ activity }) => activity.kind === 'lesson' && activity.ref === lesson.id);
  if (pieces.length === 0) return [lesson];
  const minutes = lesson.minutes - totalMinutes(pieces.map(({ activity }) => activity));
  const isDone = minutes <= 0 || pieces.some(({ activity }) => activity.part === undefined);
  return isDone ? [] : [{ ...lesson, minutes }];
}

/**
 * Where a task stands between 0 and 1. Each domain takes half of the way and starts a little after the one before, so
 * foundations come first, the guide's order holds within a domain, and neighbouring domains interleave.
 */
function learningPosition(domain: number, domains: number, task: number, tasks: number): number {
  return (0.5 * domain) / Math.max(1, domains - 1) + (0.5 * (task + 0.5)) / tasks;
}

/** Minutes of reviewing a task's cards until the exam: intervals about double, so reviews grow with the logarithm. */
export function cardMinutes({ cards, known }: Task, days: number): number {
  const reviews = 1 + Math.log2(days + 1);
  return Math.round((cards * reviews * CARD_SECONDS * (1 - known / 2)) / 60);
}

/** Minutes of practice that each task would get with all the time in the world, by what it holds open. */
export function fullPractice(tasks: readonly Task[]): Map<string, number> {
  const open = tasks.reduce((sum, task) => sum + (task.items > 0 ? task.open : 0), 0);
  const total = ITEM_MINUTES * tasks.reduce((sum, { items }) => sum + items, 0);
  return new Map(
    tasks.map((task) => {
      if (task.items === 0) return [task.id, 0];
      return [task.id, Math.min((total * task.open) / open, MOST_PASSES * ITEM_MINUTES * task.items)];
    }),
  );
}

export function totalMinutes(pieces: readonly { readonly minutes: number }[]): number {
  return pieces.reduce((sum, { minutes }) => sum + minutes, 0);
}
