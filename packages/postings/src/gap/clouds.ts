import { kindOf, type LexiconEntry } from '../lexicon.ts';
import type { Gap, SkillEvidence } from './gap.ts';

/** What the learner's evidence shows, by skill id of the catalog. */
export type LearnerRecord = ReadonlyMap<string, SkillEvidence>;

const amount = ({ answers, labStepsPassed }: SkillEvidence) => answers + labStepsPassed;

/**
 * Nothing is tagged with a cloud as a whole: what shows AWS are its services. One answer may be about several of them, so
 * that their sum would count it twice; the service with most evidence stands for its cloud, which is no less than that.
 */
export function withClouds(record: LearnerRecord, skills: readonly LexiconEntry[]): LearnerRecord {
  const clouds = skills.filter((skill) => kindOf(skill) === 'platform');
  const services = skills.filter((skill) => kindOf(skill) === 'service');
  const found = clouds.flatMap(({ id, vendor }) => {
    const shown = services.filter((one) => one.vendor === vendor).flatMap((one) => record.get(one.id) ?? []);
    const [most] = shown.sort((a, b) => amount(b) - amount(a));
    return most && !record.has(id) ? [[id, most] as const] : [];
  });
  return new Map([...record, ...found]);
}

/** Task statements name services and skills; that an exam of AWS is about AWS goes without saying. */
export const withoutClouds = (gap: Gap): Gap => ({ ...gap, rows: gap.rows.filter(({ kind }) => kind !== 'platform') });
