import { type Db, SINGLE_LEARNER_ID } from '@cairn/db';
import { EvidenceRepository } from '../evidence/repository.ts';

/** What the evidence of the one learner holds about each skill, for a command that needs nothing else of the server. */
export const skillRecord = (db: Db) => new EvidenceRepository(db).bySkill(SINGLE_LEARNER_ID);
