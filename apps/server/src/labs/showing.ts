import type { LabAccount, LabCheckResult, LabEvidenceShown, LabRun, LabStepProgress } from '@cairn/contract';
import { type CheckResult, creditOf, type StepProgress } from '@cairn/labs';
import type { AccountView } from './account.ts';
import type { LabReading } from './reading.ts';

export function showCheck({ check, ...found }: CheckResult): LabCheckResult {
  switch (found.outcome) {
    case 'passed':
      return { check, outcome: 'passed', message: null, observed: null };
    case 'failed':
      return { check, outcome: 'failed', message: found.message, observed: found.observed };
    case 'not-yet':
      return { check, outcome: 'not-yet', message: found.message, observed: null };
    case 'cannot-check':
      return { check, outcome: 'cannot-check', message: found.reason, observed: null };
  }
}

/** Hints that may be seen: those asked for, and once the step is passed, all. */
export function hintsSeen({ hintsShown, passedAt }: StepProgress, hints: readonly string[]): string[] {
  return passedAt === undefined ? hints.slice(0, hintsShown) : [...hints];
}

function showStep(progress: StepProgress, hints: readonly string[], canReset: boolean): LabStepProgress {
  const { step, attempts, helped, openedAt, passedAt, latest } = progress;
  return {
    step,
    state: passedAt === undefined ? 'open' : 'passed',
    attempts,
    hintsShown: hintsSeen(progress, hints),
    isHelped: helped,
    openedAt: openedAt ?? null,
    passedAt: passedAt ?? null,
    credit: passedAt === undefined ? null : creditOf(progress),
    latest: latest.map(showCheck),
    canReset,
  };
}

function showAccount({ clock, facts }: AccountView, region: string): LabAccount {
  return {
    state: facts ? 'ready' : 'gone',
    accountId: facts?.accountId ?? null,
    region,
    now: clock?.now ?? null,
    aheadMilliseconds: clock?.aheadMilliseconds ?? null,
  };
}

export const stateOfRun = ({ stored, run }: LabReading): LabRun['state'] =>
  stored.supersededAt !== null ? 'superseded' : run.finishedAt === undefined ? 'running' : 'finished';

type Beside = {
  readonly account: AccountView;
  readonly shown: LabEvidenceShown[];
  /** Version of the lab in the content; undefined if it is gone. */
  readonly newest: number | undefined;
};

export function showRun(reading: LabReading, { account, shown, newest }: Beside): LabRun {
  const { stored, lab, run } = reading;
  const current = run.steps.find(({ passedAt }) => passedAt === undefined);
  return {
    id: stored.id,
    lab: lab.id,
    labVersion: lab.version,
    isOutdated: newest !== undefined && newest > lab.version,
    state: stateOfRun(reading),
    startedAt: stored.startedAt,
    finishedAt: run.finishedAt ?? null,
    currentStep: current?.step ?? null,
    steps: run.steps.map((progress, place) =>
      // the beginning of the first step can always be made anew
      showStep(progress, lab.steps[place]?.hints ?? [], account.places.has(place) || place === 0),
    ),
    account: showAccount(account, lab.region),
    evidence: shown,
  };
}
