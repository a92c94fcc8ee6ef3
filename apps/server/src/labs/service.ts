import {
  type LabChecked,
  type LabRun,
  type LabSolution,
  type LabSummary,
  Problem,
  type PublishedLab,
} from '@cairn/contract';
import type { Lab, Language } from '@cairn/labs';
import { NO_ACCOUNT, snapshotName, viewAccount } from './account.ts';
import { catchUp, rebuild } from './catching-up.ts';
import { datasetText } from './datasets.ts';
import { freezeLab } from './frozen.ts';
import { nextHint } from './hints.ts';
import { OneAtATime } from './one-at-a-time.ts';
import { publishLab, summarizeLab } from './publishing.ts';
import { getStep, isDone, type LabReading, placeOfStep, readLabRun } from './reading.ts';
import { type LabDeps, LabRecord } from './record.ts';
import { showCheck } from './showing.ts';
import { renderSolution } from './solution.ts';
import { freshAccount, gradeInTime, openAccount } from './working.ts';

/** Labs: start, check, ask for help, go back, catch up. What happens is recorded; the account itself is not. */
export class LabService {
  readonly #deps: LabDeps;
  readonly #record: LabRecord;
  readonly #accounts = new OneAtATime();

  constructor(deps: LabDeps) {
    this.#deps = deps;
    this.#record = new LabRecord(deps);
  }

  async list(): Promise<LabSummary[]> {
    const { labs, skillNames, runs, learnerId } = this.#deps;
    const stored = await runs.listCurrent(learnerId);
    const readings = await Promise.all(stored.map(async (run) => readLabRun(run, await runs.events(run.id))));
    const byLab = new Map(readings.map((reading) => [reading.stored.lab, reading]));
    return [...labs.values()].map((lab) => summarizeLab(lab, skillNames, byLab.get(lab.id)));
  }

  async show(id: string): Promise<PublishedLab> {
    return publishLab(this.#getLab(id), this.#deps.skillNames, await this.findCurrent(id));
  }

  dataset(id: string, asked: Parameters<typeof datasetText>[1]) {
    return datasetText(this.#getLab(id), asked);
  }

  /** The run of a lab that owns its account. */
  async findCurrent(lab: string): Promise<LabReading | undefined> {
    const { runs, learnerId } = this.#deps;
    const stored = await runs.findCurrent(learnerId, lab);
    return stored && readLabRun(stored, await runs.events(stored.id));
  }

  async showRun(id: string): Promise<LabRun> {
    return this.#record.show(await this.#record.get(id));
  }

  start(labId: string, id: string): Promise<LabRun> {
    const lab = this.#getLab(labId);
    return this.#accounts.run(labId, async () => {
      const before = await this.#record.find(id);
      if (before && before.stored.lab !== lab.id) {
        throw new Problem('lab-run-id-taken', `Another run has the id ${id}; start again with a new one.`);
      }
      if (before && before.length > 0) return this.#record.show(before);
      return this.#record.show(await this.#begin(lab, id));
    });
  }

  async #begin(lab: Lab, id: string): Promise<LabReading> {
    const { host, runs, learnerId, clock } = this.#deps;
    const { account, variables } = await freshAccount(host, { id, learnerId, lab: lab.id }, lab);
    account.close();
    return runs.transaction(async (on) => {
      const startedAt = clock.now();
      const { id: labId, version: labVersion } = lab;
      await runs.insert(on, { id, learnerId, lab: labId, labVersion, startedAt, ...freezeLab(lab) });
      return this.#record.appendOn(on, id, ({ length }) => (length === 0 ? { kind: 'started', variables } : undefined));
    });
  }

  check(id: string, stepId: string): Promise<LabChecked> {
    return this.#working(id, async (before) => {
      const place = placeOfStep(before.lab, stepId);
      const step = getStep(before.lab, stepId);
      const account = await openAccount(this.#deps.host, before);
      try {
        const grade = await gradeInTime(account, step, before.run.variables);
        const after = await this.#record.append(id, () => ({ kind: 'checked', grade }));
        // where the next step begins; without it one can still be caught up
        const isNew = grade.passed && !isDone(before, place) && place + 1 < before.lab.steps.length;
        if (isNew) await account.control.takeSnapshot(snapshotName(id, place + 1)).catch(() => undefined);
        const run = await this.#record.show(after);
        return { step: stepId, passed: grade.passed, checks: grade.checks.map(showCheck), run };
      } finally {
        account.close();
      }
    });
  }

  async hint(id: string, step: string, number: number): Promise<LabRun> {
    await this.#record.getCurrent(id);
    const after = await this.#record.append(id, (reading) => nextHint(reading, step, number));
    return this.#record.show(after);
  }

  async solution(id: string, step: string, language: Language): Promise<LabSolution> {
    const reading = await this.#record.getCurrent(id);
    const rendered = renderSolution(reading, step, language);
    const after = await this.#record.append(id, ({ run }) => {
      const progress = run.steps.find((one) => one.step === step);
      return progress?.passedAt === undefined && !progress?.helped ? { kind: 'solution-shown', step } : undefined;
    });
    return { step, language, ...rendered, run: await this.#record.show(after) };
  }

  /** @param by left out: the official JavaScript clients */
  catchUp(id: string, step: string | 'end', by: Language = 'javascript'): Promise<LabRun> {
    return this.#working(id, async (before) => {
      const { host } = this.#deps;
      const until = step === 'end' ? before.lab.steps.length : placeOfStep(before.lab, step);
      return this.#record.show(await catchUp({ record: this.#record, host }, before, until, by));
    });
  }

  rebuild(id: string): Promise<LabRun> {
    return this.#working(id, async (before) => {
      const { host } = this.#deps;
      const { facts } = await viewAccount(await host.find(), before);
      const after = facts ? before : await rebuild({ record: this.#record, host }, before);
      return this.#record.show(after);
    });
  }

  reset(id: string, step: string): Promise<LabRun> {
    return this.#working(id, async (before) => {
      const { host } = this.#deps;
      const place = placeOfStep(before.lab, step);
      const view = place === 0 ? await viewAccount(await host.find(), before) : NO_ACCOUNT;
      if (place === 0 && !view.facts) (await freshAccount(host, before.stored, before.lab)).account.close();
      else await this.#restore(before, place);
      return this.#record.show(await this.#record.append(id, () => ({ kind: 'reset', step })));
    });
  }

  async #restore(reading: LabReading, place: number): Promise<void> {
    const { control } = await openAccount(this.#deps.host, reading);
    const name = snapshotName(reading.stored.id, place);
    if ((await control.findSnapshots())?.includes(name)) return control.restore(name);
    const step = reading.lab.steps[place]?.title ?? '';
    throw new Problem('lab-step-unreached', `The account never came to "${step}"; let Cairn catch you up to it.`);
  }

  advance(id: string, milliseconds: number): Promise<LabRun> {
    return this.#working(id, async (reading) => {
      const { control } = await openAccount(this.#deps.host, reading);
      await control.advance(milliseconds);
      return this.#record.show(reading);
    });
  }

  /** Removes the account with all that runs in it; the record stays, and the account can be rebuilt. */
  stop(id: string): Promise<LabRun> {
    return this.#working(id, async (reading) => {
      const { control } = await openAccount(this.#deps.host, reading);
      await control.remove();
      return this.#record.show(reading);
    });
  }

  /** A run that owns its account, with nobody else in this process at work on it. */
  async #working<T>(id: string, work: (reading: LabReading) => Promise<T>): Promise<T> {
    const { stored } = await this.#record.getCurrent(id);
    return this.#accounts.run(stored.lab, async () => work(await this.#record.getCurrent(id)));
  }

  #getLab(id: string): Lab {
    const { labs } = this.#deps;
    const lab = labs.get(id);
    if (lab) return lab;
    const known = [...labs.keys()].join(', ') || 'none yet';
    throw new Problem('lab-unknown', `There is no lab "${id.slice(0, 80)}"; there are ${known}.`);
  }
}
