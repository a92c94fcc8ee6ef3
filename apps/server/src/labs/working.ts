import { Problem } from '@cairn/contract';
import {
  CallFailed,
  gradeStep,
  type Lab,
  LabFault,
  type Language,
  runCalls,
  type Step,
  type StepGrade,
  type Variables,
} from '@cairn/labs';
import { accountName, LabAccount, snapshotName } from './account.ts';
import { AccountControl, hostDown } from './host/control.ts';
import type { SandboxHost } from './host/sandbox-host.ts';
import type { LabReading } from './reading.ts';

/** Whose account it is to be. */
export type AccountOwner = { readonly id: string; readonly learnerId: string; readonly lab: string };

const GRADING_MILLISECONDS = 60_000;

/** Opens the account of a run, as it stands. @throws Problem (lab-account-gone, lab-host-down) */
export async function openAccount(host: SandboxHost, { stored, lab }: LabReading): Promise<LabAccount> {
  const address = await host.find();
  const control = address && new AccountControl(address, accountName(stored.learnerId, stored.lab));
  const names = await control?.findSnapshots();
  if (!address || !control || !names?.includes(snapshotName(stored.id, 0))) {
    throw new Problem('lab-account-gone', `The sandbox was restarted; rebuild the account of "${lab.title}" to go on.`);
  }
  return new LabAccount(address, lab, control, await control.open());
}

export type FreshAccount = { readonly account: LabAccount; readonly variables: Variables };

/** An account as new, with what the lab starts from. What was in it before is gone. */
export async function freshAccount(host: SandboxHost, owner: AccountOwner, lab: Lab): Promise<FreshAccount> {
  const address = await host.ensure();
  const control = new AccountControl(address, accountName(owner.learnerId, owner.lab));
  await control.remove();
  const account = new LabAccount(address, lab, control, await control.open());
  try {
    const context = await account.context('author', {});
    const variables = await runCalls(lab.start, context);
    await control.takeSnapshot(snapshotName(owner.id, 0));
    return { account, variables };
  } catch (error) {
    account.close();
    throw brokenLab(lab, 'start', error);
  }
}

/** Does a step by its reference solution, with the rights of the learner. @throws LabFault if it needs what is unknown */
export async function solveStep(
  account: LabAccount,
  { lab, step, variables, by }: { lab: Lab; step: Step; variables: Variables; by: Language },
): Promise<Variables> {
  try {
    return await runCalls(step.solution, await account.context('learner', variables, by));
  } catch (error) {
    if (error instanceof LabFault) throw error;
    throw brokenLab(lab, `solution of "${step.title}"`, error);
  }
}

/** Looks whether a step is done, with eyes that see everything. Never blames the learner for what keeps it from looking. */
export async function gradeInTime(account: LabAccount, step: Step, variables: Variables): Promise<StepGrade> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<StepGrade>((resolve) => {
    const reason = `This took longer than ${GRADING_MILLISECONDS / 1000} seconds. Your work is not judged; try again.`;
    timer = setTimeout(() => resolve(unjudged(step, reason)), GRADING_MILLISECONDS);
  });
  const grade = account.context('author', variables).then(
    (context) => gradeStep(step, context),
    () => unjudged(step, 'The sandbox could not be reached. Your work is not judged; try again.'),
  );
  return Promise.race([grade, late]).finally(() => clearTimeout(timer));
}

function unjudged(step: Step, reason: string): StepGrade {
  return {
    step: step.id,
    passed: false,
    checks: step.checks.map(({ id }) => ({ check: id, outcome: 'cannot-check', reason })),
  };
}

function brokenLab(lab: Lab, what: string, error: unknown): unknown {
  if (error instanceof CallFailed && error.cause?.kind === 'unreachable') return hostDown(error);
  const isLab = error instanceof CallFailed || error instanceof LabFault;
  if (!isLab) return error;
  return new Problem('lab-broken', `The ${what} of lab "${lab.id}" stops: ${error.message}.`, { cause: error });
}
