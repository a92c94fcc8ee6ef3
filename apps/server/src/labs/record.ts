import { type LabRun, Problem } from '@cairn/contract';
import type { Transaction } from '@cairn/db';
import type { Clock } from '@cairn/kernel';
import { applyLabEvent, type Lab, newEvidence } from '@cairn/labs';
import type { EvidenceRepository } from '../evidence/repository.ts';
import { viewAccount } from './account.ts';
import type { SandboxHost } from './host/sandbox-host.ts';
import { type LabReading, type NewLabEvent, readLabRun, stamped } from './reading.ts';
import type { LabRepository } from './repository.ts';
import { showRun } from './showing.ts';

export type LabDeps = {
  readonly runs: LabRepository;
  readonly evidence: EvidenceRepository;
  /** The labs of the content, by id. */
  readonly labs: ReadonlyMap<string, Lab>;
  readonly skillNames: ReadonlyMap<string, string>;
  readonly host: SandboxHost;
  readonly learnerId: string;
  readonly clock: Clock;
  readonly newId: () => string;
};

/** What is kept of runs: their events, and the evidence that follows from them. */
export class LabRecord {
  readonly #deps: LabDeps;

  constructor(deps: LabDeps) {
    this.#deps = deps;
  }

  async find(id: string, on?: Transaction, lock = false): Promise<LabReading | undefined> {
    const { runs, learnerId } = this.#deps;
    const stored = await runs.find(learnerId, id, on, lock);
    return stored && readLabRun(stored, await runs.events(id, on));
  }

  async get(id: string, on?: Transaction, lock = false): Promise<LabReading> {
    const reading = await this.find(id, on, lock);
    if (reading) return reading;
    throw new Problem('lab-run-unknown', `There is no run ${id} here; start the lab from the list of labs.`);
  }

  /** A run that owns its account. */
  async getCurrent(id: string): Promise<LabReading> {
    const reading = await this.get(id);
    if (reading.stored.supersededAt === null) return reading;
    throw new Problem('lab-run-superseded', `"${reading.lab.title}" was started again since; go on in that run.`);
  }

  /**
   * Adds what happened, decided by how the run stands with nobody else writing. When it returns, event and evidence
   * are on disk.
   */
  append(id: string, decide: (reading: LabReading) => NewLabEvent | undefined): Promise<LabReading> {
    return this.#deps.runs.transaction((on) => this.appendOn(on, id, decide));
  }

  async appendOn(
    on: Transaction,
    id: string,
    decide: (reading: LabReading) => NewLabEvent | undefined,
  ): Promise<LabReading> {
    const { runs, clock } = this.#deps;
    const before = await this.get(id, on, true);
    const decided = decide(before);
    if (decided === undefined) return before;
    const event = stamped(decided, clock.now());
    const after = { ...before, run: applyLabEvent(before.lab, before.run, event), length: before.length + 1 };
    await runs.append(on, id, after.length, event);
    await this.#appendEvidence(on, before, after);
    return after;
  }

  /** A step that was done by its solution shows nothing of a skill: no evidence, so that it can be shown later. */
  async #appendEvidence(on: Transaction, { stored, lab, run }: LabReading, after: LabReading): Promise<void> {
    const { evidence, learnerId, newId } = this.#deps;
    const shown = newEvidence(lab, run, after.run).filter(({ credit }) => credit > 0);
    const rows = shown.map((step) => ({ id: newId(), learnerId, labRunId: stored.id, ...step }));
    await evidence.appendLabSteps(on, rows);
  }

  /** A run as it is shown, with its account as it is now. */
  async show(reading: LabReading): Promise<LabRun> {
    const { host, labs, evidence, learnerId } = this.#deps;
    const { stored, lab } = reading;
    const account = await viewAccount(await host.find(), reading);
    const shown = await evidence.labSteps(learnerId, { lab: stored.lab, version: lab.version });
    return showRun(reading, { account, shown, newest: labs.get(stored.lab)?.version });
  }
}
