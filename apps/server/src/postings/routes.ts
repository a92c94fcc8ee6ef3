import {
  deleteSurvey,
  getPostingsEvidence,
  getSkillRecord,
  getSurvey,
  listSurveys,
  Problem,
  putSurvey,
} from '@cairn/contract';
import type { Clock } from '@cairn/kernel';
import type { EvidenceRepository } from '../evidence/repository.ts';
import { newApp } from '../http/app.ts';
import type { SurveyRepository } from './repository.ts';

type Deps = {
  readonly surveys: SurveyRepository;
  readonly evidence: EvidenceRepository;
  readonly learnerId: string;
  readonly clock: Clock;
};

const unknown = () => new Problem('survey-unknown', 'It may have been deleted before; reload the list.');

/** What the learner's postings ask for, and what their record holds about it. */
export function postingRoutes({ surveys, evidence, learnerId, clock }: Deps) {
  const getOne = async (id: string) => {
    const found = await surveys.find(learnerId, id);
    if (found === undefined) throw unknown();
    return found;
  };
  return newApp()
    .openapi(listSurveys, async (c) => c.json({ surveys: await surveys.list(learnerId) }, 200))
    .openapi(getSurvey, async (c) => c.json(await getOne(c.req.valid('param').surveyId), 200))
    .openapi(putSurvey, async (c) => {
      const { surveyId: id } = c.req.valid('param');
      const outcome = await surveys.save(learnerId, { ...c.req.valid('json'), id, at: clock.now() });
      if (outcome === 'foreign') throw unknown();
      if (outcome === 'full') throw new Problem('surveys-full', 'Delete a survey that you no longer need, then save.');
      const { survey: _, evidence: __, ...heading } = await getOne(id);
      return c.json(heading, 200);
    })
    .openapi(deleteSurvey, async (c) => {
      if (!(await surveys.remove(learnerId, c.req.valid('param').surveyId))) throw unknown();
      return c.json({ ok: true as const }, 200);
    })
    .openapi(getPostingsEvidence, async (c) => {
      const [newest] = await surveys.list(learnerId);
      const found = newest && (await surveys.find(learnerId, newest.id));
      return c.json({ newest: newest && found ? { survey: newest, evidence: found.evidence } : null }, 200);
    })
    .openapi(getSkillRecord, async (c) => c.json({ skills: await evidence.bySkill(learnerId) }, 200));
}
