import { Problem } from '@cairn/contract';
import { LabFault, type Language } from '@cairn/labs';
import { type LabAccount, snapshotName } from './account.ts';
import type { SandboxHost } from './host/sandbox-host.ts';
import { isDone, type LabReading } from './reading.ts';
import type { LabRecord } from './record.ts';
import { freshAccount, gradeInTime, openAccount, solveStep } from './working.ts';

export type CatchUpDeps = { readonly record: LabRecord; readonly host: SandboxHost };

type Path = { readonly from: number; readonly until: number; readonly by: Language };

/**
 * Does the steps before `until` by their reference solutions. Steps that are done stay as they are, if the others can
 * follow on them; else the account begins anew.
 */
export async function catchUp(
  deps: CatchUpDeps,
  reading: LabReading,
  until: number,
  by: Language,
): Promise<LabReading> {
  const open = reading.lab.steps.findIndex((_, place) => place < until && !isDone(reading, place));
  if (open === -1) return reading;
  const later = await resumed(deps, reading, { from: open, until, by });
  return later ?? withFresh(deps, reading, { from: 0, until, by });
}

/** Goes on from where the account was when step `from` began; undefined if that is not possible. */
async function resumed(deps: CatchUpDeps, reading: LabReading, path: Path): Promise<LabReading | undefined> {
  if (path.from === 0) return undefined;
  const account = await openAccount(deps.host, reading);
  try {
    const name = snapshotName(reading.stored.id, path.from);
    const names = await account.control.findSnapshots();
    if (!names?.includes(name)) return undefined;
    await account.control.restore(name);
    return await solveSteps(deps, reading, account, path);
  } catch (error) {
    if (isDeadEnd(error)) return undefined;
    throw error;
  } finally {
    account.close();
  }
}

/** A solution builds on what earlier solutions saved, or named, in a way of their own. */
const isDeadEnd = (error: unknown) =>
  error instanceof LabFault || (error instanceof Problem && error.kind === 'lab-broken');

async function withFresh(deps: CatchUpDeps, reading: LabReading, path: Path): Promise<LabReading> {
  const { account, variables } = await freshAccount(deps.host, reading.stored, reading.lab);
  try {
    const fresh = { ...reading, run: { ...reading.run, variables } };
    return await solveSteps(deps, fresh, account, path);
  } finally {
    account.close();
  }
}

async function solveSteps(
  { record }: CatchUpDeps,
  reading: LabReading,
  account: LabAccount,
  { from, until, by }: Path,
): Promise<LabReading> {
  const { lab, stored } = reading;
  let latest = reading;
  for (const [offset, step] of lab.steps.slice(from, until).entries()) {
    const variables = await solveStep(account, { lab, step, variables: latest.run.variables, by });
    latest = await record.append(stored.id, () => ({ kind: 'solved-for', step: step.id, variables }));
    const grade = await gradeInTime(account, step, variables);
    latest = await record.append(stored.id, () => ({ kind: 'checked', grade }));
    if (!grade.passed) return latest; // what the checks say is in it
    await account.control.takeSnapshot(snapshotName(stored.id, from + offset + 1));
  }
  return latest;
}

/** Makes an account anew: start, and solutions of the steps that were passed, from the first on without a gap. */
export async function rebuild(deps: CatchUpDeps, reading: LabReading): Promise<LabReading> {
  const { steps } = reading.run;
  const open = steps.findIndex(({ passedAt }) => passedAt === undefined);
  return withFresh(deps, reading, { from: 0, until: open === -1 ? steps.length : open, by: 'javascript' });
}
