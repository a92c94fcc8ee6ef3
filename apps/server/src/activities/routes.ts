import { logActivities, Problem } from '@cairn/contract';
import { timeZoneFault } from '@cairn/scheduling';
import { newApp } from '../http/app.ts';
import type { ActivityRepository } from './repository.ts';

export function activityRoutes(activities: ActivityRepository, learnerId: string) {
  return newApp().openapi(logActivities, async (c) => {
    const { activities: done } = c.req.valid('json');
    for (const zone of new Set(done.map(({ timeZone }) => timeZone))) {
      const fault = timeZoneFault(zone);
      if (fault) throw new Problem('time-zone-unknown', fault);
    }
    await activities.append(learnerId, done);
    return c.json({ ok: true as const }, 200);
  });
}
