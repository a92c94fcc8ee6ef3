import type { Activity } from '../shape/activity.ts';
import type { ActivityKind } from '../shape/vocabulary.ts';
import { fullPractice, type Task, totalMinutes } from './tasks.ts';

/** Share of what is open that stays open when a task gets all that there is for it; our estimate. */
const STAYS_OPEN = 0.15;

/** What a plan holds for each task, in minutes. */
export type Spent = { readonly lessons: ReadonlyMap<string, number>; readonly practice: ReadonlyMap<string, number> };

/** Share of the exam known on its day. The open share of a task shrinks exponentially with the part of its work done. */
export function knownShare(tasks: readonly Task[], spent: Spent): number {
  const full = fullPractice(tasks);
  const share = tasks.reduce((sum, task) => {
    const lessons = { done: spent.lessons.get(task.id) ?? 0, all: totalMinutes(task.lessons) };
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

/** What all the material there is would lead to. */
export function bestKnownShare(tasks: readonly Task[]): number {
  return knownShare(tasks, {
    lessons: new Map(tasks.map(({ id, lessons }) => [id, totalMinutes(lessons)])),
    practice: fullPractice(tasks),
  });
}
