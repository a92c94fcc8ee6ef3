import type { Task } from './choose/tasks.ts';
import type { Premises } from './premises.ts';
import type { Activity } from './shape/activity.ts';
import type { DomainTotal } from './shape/plan.ts';

/** Minutes of each domain. What serves no task in particular counts for all: cards by their number, the rest by weight. */
export function domainTotals(
  activities: readonly Activity[],
  tasks: readonly Task[],
  premises: Premises,
): DomainTotal[] {
  const byWeight = shares(tasks, ({ weight }) => weight);
  const byCards = shares(tasks, ({ cards }) => cards);
  const minutes = new Map<string, number>();
  for (const activity of activities) {
    if (activity.kind === 'exam' || activity.kind === 'rest') continue;
    for (const [task, share] of taskShares(activity, byWeight, byCards)) {
      minutes.set(task, (minutes.get(task) ?? 0) + activity.minutes * share);
    }
  }
  return premises.blueprint.domains.map(({ id, title }) => {
    const own = tasks.filter(({ domain }) => domain === id);
    return {
      domain: id,
      title,
      weight: Math.min(
        1,
        own.reduce((sum, { weight }) => sum + weight, 0),
      ),
      minutes: Math.round(own.reduce((sum, task) => sum + (minutes.get(task.id) ?? 0), 0)),
    };
  });
}

type Shares = ReadonlyMap<string, number>;

function taskShares({ kind, tasks }: Activity, byWeight: Shares, byCards: Shares): Shares {
  if (tasks.length > 0) return new Map(tasks.map((task) => [task, 1 / tasks.length]));
  return kind === 'cards' && byCards.size > 0 ? byCards : byWeight;
}

function shares(tasks: readonly Task[], of: (task: Task) => number): Shares {
  const total = tasks.reduce((sum, task) => sum + of(task), 0);
  return new Map(total === 0 ? [] : tasks.map((task) => [task.id, of(task) / total]));
}
