import type { Fault } from '@cairn/content';
import { loadLabFolder } from '@cairn/content';
import { type Db, SINGLE_LEARNER_ID } from '@cairn/db';
import { systemClock, uuidV7 } from '@cairn/kernel';
import { EvidenceRepository } from '../evidence/repository.ts';
import { labsOf } from '../features.ts';
import { LearnerRepository } from '../learner/repository.ts';
import { SandboxHost } from './host/sandbox-host.ts';
import { LabAccountService } from './looking.ts';
import { LabRepository } from './repository.ts';
import { LabService } from './service.ts';

export type LabServices = {
  readonly labs: LabService;
  readonly accounts: LabAccountService;
  readonly sandbox: SandboxHost;
  /** What is wrong with labs that did not load. */
  readonly faults: readonly Fault[];
  readonly newId: () => string;
};

/** Labs for a program other than the server; the sandbox that it starts stays until nobody asks it anything. */
export async function openLabServices(options: {
  readonly db: Db;
  readonly contentDir: string;
  readonly dataDir: string;
}): Promise<LabServices> {
  const { db, contentDir, dataDir } = options;
  const learnerId = SINGLE_LEARNER_ID;
  await new LearnerRepository(db).ensure(learnerId);
  const loaded = await loadLabFolder(contentDir);
  const sandbox = new SandboxHost({ dataDir, lifetime: 'until-idle' });
  const newId = () => uuidV7(Date.now(), Math.random);
  const deps = {
    runs: new LabRepository(db),
    evidence: new EvidenceRepository(db),
    labs: labsOf(loaded),
    skillNames: new Map<string, string>(),
    host: sandbox,
    learnerId,
    clock: systemClock,
    newId,
  };
  return { labs: new LabService(deps), accounts: new LabAccountService(deps), sandbox, faults: loaded.faults, newId };
}
