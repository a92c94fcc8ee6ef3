import type { Activity } from '../plan/shape/activity.ts';
import type { Plan } from '../plan/shape/plan.ts';

export type TodayItem = {
  readonly activity: Activity;
  /** Minutes in this box; fewer than the activity's if only a part of it fits. */
  readonly minutes: number;
  readonly isWhole: boolean;
  /** Planned for another day: missed, or still to come. */
  readonly isFromOtherDay: boolean;
  /** How many sections of a lesson fit. */
  readonly sections?: number;
};

/** Minutes that can still be filled, and what they hold. */
export type Box = {
  left: number;
  readonly items: TodayItem[];
  /** Lessons that are still to come, by id. */
  readonly toTeach: Map<string, Activity>;
};

export function lessonsAhead({ days }: Plan): Map<string, Activity> {
  const lessons = days.flatMap(({ activities }) => activities.filter(({ kind }) => kind === 'lesson'));
  return new Map(lessons.filter(({ state }) => state === 'planned').map((lesson) => [lesson.id, lesson]));
}

/** Practice on what was taught by then; undefined if that leaves nothing. A lab needs all of its lessons. */
export function withoutUntaught(activity: Activity, { toTeach }: Box): Activity | undefined {
  if (activity.kind !== 'practice' && activity.kind !== 'lab') return activity;
  const untaught = new Set([...toTeach.values()].flatMap(({ tasks }) => tasks));
  const tasks = activity.tasks.filter((task) => !untaught.has(task));
  if (tasks.length === activity.tasks.length) return activity;
  return activity.kind === 'lab' || tasks.length === 0 ? undefined : { ...activity, tasks };
}

/** The sections from the start of a lesson that fit; a lesson without sections is not divided. */
export function leadingSections({ kind, sections = [] }: Activity, left: number): { count: number; minutes: number } {
  if (kind !== 'lesson') return { count: 0, minutes: 0 };
  let minutes = 0;
  let count = 0;
  for (const section of sections) {
    if (minutes + section > left) break;
    minutes += section;
    count += 1;
  }
  return { count, minutes };
}
