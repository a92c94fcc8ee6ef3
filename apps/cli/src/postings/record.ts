import { existsSync } from 'node:fs';
import type { SkillEvidence } from '@cairn/postings';
import { skillRecord } from '@cairn/server';
import { openDatabase } from '../database.ts';
import { remark } from '../output.ts';

/** What the learner's evidence holds about each skill; undefined where there is no data yet. */
export async function learnersRecord(dataDir: string): Promise<ReadonlyMap<string, SkillEvidence> | undefined> {
  if (!process.env.DATABASE_URL && !existsSync(dataDir)) return undefined;
  const { db, close } = await openDatabase({ dataDir, log: remark, canShare: true });
  try {
    const record = await skillRecord(db);
    return new Map(record.map(({ skill, ...evidence }) => [skill, evidenceOf(evidence)]));
  } finally {
    await close();
  }
}

type Recorded = Omit<Awaited<ReturnType<typeof skillRecord>>[number], 'skill'>;

function evidenceOf({ answers, credit, labSteps, lastAt }: Recorded): SkillEvidence {
  return { answers, credit, labStepsPassed: labSteps, last: new Date(lastAt).toISOString().slice(0, 10) };
}
