import type { Activity } from '../shape/activity.ts';
import type { ActivityKind } from '../shape/vocabulary.ts';
import { fullPractice, type Task } from './tasks.ts';

/** Share of what is open that stays open when a task gets all that there is for it; our estimate. */
const STAYS_OPEN = 0.15;

/** Share of the exam known on its day from which on sitting it makes sense; our choice. */
const GOOD_FORECAST = 0.8;

/** What a plan holds for each task, in minutes. */
export type Spent = { readonly lessons: ReadonlyMap<string, number>; readonly practice: ReadonlyMap<string, number> };

/** Share of the exam known on its day. The open share of a task shrinks exponentially with the part of its work done. */
export function knownShare(tasks: readonly Task[], spent: Spent): number {
  const full = fullPractice(tasks);
  const share = tasks.reduce((sum, task) => {
    const lessons = { done: spent.lessons.get(task.id) ?? 0, all: task.lessonMinutes };
    const practice = { done: spent.practice.get(task.id) ?? 0, all: full.get(task.id) ?? 0 };
    const stillOpen = (1 - task.known) * STAYS_OPEN ** doneShare([lessons, practice].filter(({ all }) => all > 0));
    return sum + task.weight * (1 - stillOpen);
  }, 0);
  return Math.min(1, share);
}

/** Lessons and practice are half of a task's work each, however long they take. */
function doneShare(halves: readonly { readonly done: number; readonly all: number }[]): number {
  return halves.reduce((sum, { done, all }) => sum + Math.min(1, done / all) / halves.length, 0);
}

/** What lessons and practice were done before, and what comes on top. */
export function spentWith(
  done: readonly Activity[],
  lessons: ReadonlyMap<string, number>,
  practice: ReadonlyMap<string, number>,
): Spent {
  return {
    lessons: added(minutesByTask(done, 'lesson'), lessons),
    practice: added(minutesByTask(done, 'practice'), practice),
  };
}

function added(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): Map<string, number> {
  return new Map([...a.keys(), ...b.keys()].map((key) => [key, (a.get(key) ?? 0) + (b.get(key) ?? 0)]));
}

/** Minutes by task of the activities of one kind; a set of several tasks serves them equally. */
export function minutesByTask(activities: readonly Activity[], kind: ActivityKind): Map<string, number> {
  const minutes = new Map<string, number>();
  for (const activity of activities) {
    if (activity.kind !== kind) continue;
    for (const task of activity.tasks) {
      minutes.set(task, (minutes.get(task) ?? 0) + activity.minutes / activity.tasks.length);
    }
  }
  return minutes;
}

/** A forecast worth sitting the exam for: good, or nearly as good as all the material there is can make it. */
export function wantedShare(tasks: readonly Task[]): number {
  const best = knownShare(tasks, {
    lessons: new Map(tasks.map(({ id, lessonMinutes }) => [id, lessonMinutes])),
    practice: fullPractice(tasks),
  });
  return Math.min(GOOD_FORECAST, 0.99 * best);
}
