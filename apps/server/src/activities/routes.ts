import { logActivities, Problem } from '@cairn/contract';
import type { Clock } from '@cairn/kernel';
import { timeZoneFault } from '@cairn/scheduling';
import { newApp } from '../http/app.ts';
import type { ActivityRepository } from './repository.ts';

type ActivityDeps = {
  readonly activities: ActivityRepository;
  readonly learnerId: string;
  readonly clock: Clock;
};

/** What somebody did. A client's clock that runs ahead is held back to ours: nobody has worked tomorrow. */
export function activityRoutes({ activities, learnerId, clock }: ActivityDeps) {
  return newApp().openapi(logActivities, async (c) => {
    const { activities: done } = c.req.valid('json');
    for (const zone of new Set(done.map(({ timeZone }) => timeZone))) {
      const fault = timeZoneFault(zone);
      if (fault) throw new Problem('time-zone-unknown', fault);
    }
    const now = clock.now();
    await activities.append(
      learnerId,
      done.map((one) => ({ ...one, at: Math.min(one.at, now) })),
    );
    return c.json({ ok: true as const }, 200);
  });
}
