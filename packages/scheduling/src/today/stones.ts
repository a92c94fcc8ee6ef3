import type { Plan } from '../plan/shape/plan.ts';
import { ACTIVITY_KINDS, type ActivityKind } from '../plan/shape/vocabulary.ts';

export type StonesOfKind = {
  readonly kind: ActivityKind;
  readonly done: number;
  readonly total: number;
  readonly doneMinutes: number;
  readonly minutes: number;
};

/** Progress: each activity of the plan is a stone, and lies there once it is done. */
export type Stones = {
  readonly done: number;
  readonly total: number;
  /** Of the minutes, in [0, 1]; 0 for an empty plan. */
  readonly share: number;
  readonly byKind: readonly StonesOfKind[];
};

export function stonesOf({ days }: Plan): Stones {
  const activities = days.flatMap((day) => day.activities);
  const byKind = ACTIVITY_KINDS.filter((kind) => kind !== 'rest' && kind !== 'exam').flatMap((kind) => {
    const all = activities.filter((activity) => activity.kind === kind);
    const done = all.filter(({ state }) => state === 'done');
    const minutes = all.reduce((sum, each) => sum + each.minutes, 0);
    const doneMinutes = done.reduce((sum, each) => sum + each.minutes, 0);
    return all.length === 0 ? [] : [{ kind, done: done.length, total: all.length, doneMinutes, minutes }];
  });
  const minutes = byKind.reduce((sum, each) => sum + each.minutes, 0);
  return {
    done: byKind.reduce((sum, each) => sum + each.done, 0),
    total: byKind.reduce((sum, each) => sum + each.total, 0),
    share: minutes === 0 ? 0 : byKind.reduce((sum, each) => sum + each.doneMinutes, 0) / minutes,
    byKind,
  };
}
