import { deleteRoadmap, getProfile, listRoadmaps, Problem, putProfile, putRoadmap } from '@cairn/contract';
import type { Clock } from '@cairn/kernel';
import { newApp } from '../http/app.ts';
import type { LearnerRepository } from './repository.ts';

type Deps = { readonly learners: LearnerRepository; readonly learnerId: string; readonly clock: Clock };

/** The learner's own answers and roadmaps. */
export function learnerRoutes({ learners, learnerId, clock }: Deps) {
  return newApp()
    .openapi(getProfile, async (c) => c.json({ profile: (await learners.findProfile(learnerId)) ?? null }, 200))
    .openapi(putProfile, async (c) => {
      const { profile } = c.req.valid('json');
      await learners.saveProfile(learnerId, profile);
      return c.json({ profile }, 200);
    })
    .openapi(listRoadmaps, async (c) => c.json({ roadmaps: await learners.listRoadmaps(learnerId) }, 200))
    .openapi(putRoadmap, async (c) => {
      const { roadmapId } = c.req.valid('param');
      const saved = { ...c.req.valid('json'), id: roadmapId, updatedAt: clock.now() };
      const isOurs = await learners.saveRoadmap(learnerId, saved);
      if (!isOurs) throw new Problem('roadmap-unknown', 'This roadmap belongs to somebody else.');
      return c.json(saved, 200);
    })
    .openapi(deleteRoadmap, async (c) => {
      const { roadmapId } = c.req.valid('param');
      const isGone = await learners.deleteRoadmap(learnerId, roadmapId);
      if (!isGone) throw new Problem('roadmap-unknown', 'It may have been deleted before; reload the list.');
      return c.json({ ok: true as const }, 200);
    });
}
