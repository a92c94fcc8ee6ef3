import type { Instant } from '@cairn/kernel';
import { unreachable } from '@cairn/kernel';
import type { CheckResult, StepGrade } from '../grade/grade.ts';
import type { Lab } from '../lab/schema.ts';
import type { Variables } from '../value/evaluate.ts';

/** What happens in a run of a lab, to be kept in order: the run is nothing but their sum. */
export type LabEvent = { readonly at: Instant } & (
  | { readonly kind: 'started'; readonly variables: Variables }
  | { readonly kind: 'checked'; readonly grade: StepGrade }
  | { readonly kind: 'hint-shown'; readonly step: string }
  | { readonly kind: 'solution-shown'; readonly step: string }
  /** The reference solution was run for the learner ("catch me up"). */
  | { readonly kind: 'solved-for'; readonly step: string; readonly variables: Variables }
  /** The account was put back to where `step` begins. */
  | { readonly kind: 'reset'; readonly step: string }
);

export type StepProgress = {
  readonly step: string;
  /** Checks of the step that were made; those that could not judge do not count. */
  readonly attempts: number;
  readonly hintsShown: number;
  /** Whether the solution was shown or run before the step was passed. */
  readonly helped: boolean;
  readonly openedAt: Instant | undefined;
  /** First time that all checks passed; stays after a reset. */
  readonly passedAt: Instant | undefined;
  /** What the last check found; empty before the first and after a reset. */
  readonly latest: readonly CheckResult[];
};

export type LabRun = {
  readonly lab: string;
  readonly version: number;
  readonly startedAt: Instant | undefined;
  /** First time that every step was passed. */
  readonly finishedAt: Instant | undefined;
  readonly variables: Variables;
  readonly steps: readonly StepProgress[];
};

export function newRun({ id, version, steps }: Lab): LabRun {
  const fresh = (step: string): StepProgress => ({
    step,
    attempts: 0,
    hintsShown: 0,
    helped: false,
    openedAt: undefined,
    passedAt: undefined,
    latest: [],
  });
  return {
    lab: id,
    version,
    startedAt: undefined,
    finishedAt: undefined,
    variables: {},
    steps: steps.map((step) => fresh(step.id)),
  };
}

/** @throws RangeError for an event about a step that the lab does not have */
export function applyLabEvent(lab: Lab, run: LabRun, event: LabEvent): LabRun {
  switch (event.kind) {
    case 'started':
      return opened({ ...newRun(lab), startedAt: event.at, variables: event.variables }, event.at);
    case 'checked':
      return afterCheck(run, event.grade, event.at);
    case 'hint-shown':
      return change(run, event.step, (step) =>
        step.passedAt === undefined
          ? { ...step, hintsShown: Math.min(step.hintsShown + 1, hintsOf(lab, event.step)) }
          : step,
      );
    case 'solution-shown':
      return change(run, event.step, helpedBefore);
    case 'solved-for':
      return change({ ...run, variables: event.variables }, event.step, helpedBefore);
    case 'reset':
      return afterReset(run, event.step);
    default:
      return unreachable(event);
  }
}

/** Help after a step was passed takes nothing away. */
function helpedBefore(step: StepProgress): StepProgress {
  return step.passedAt === undefined ? { ...step, helped: true } : step;
}

function hintsOf({ steps }: Lab, id: string): number {
  return steps.find((step) => step.id === id)?.hints.length ?? 0;
}

function change(run: LabRun, id: string, next: (step: StepProgress) => StepProgress): LabRun {
  if (!run.steps.some(({ step }) => step === id)) throw new RangeError(`lab ${run.lab} has no step ${id}`);
  return { ...run, steps: run.steps.map((step) => (step.step === id ? next(step) : step)) };
}

function afterCheck(run: LabRun, { step: id, passed, checks }: StepGrade, at: Instant): LabRun {
  const isJudged = checks.some(({ outcome }) => outcome === 'passed' || outcome === 'failed');
  const checked = change(run, id, (step) => ({
    ...step,
    attempts: step.attempts + (isJudged ? 1 : 0),
    passedAt: step.passedAt ?? (passed ? at : undefined),
    latest: checks,
  }));
  const isFinished = checked.steps.every(({ passedAt }) => passedAt !== undefined);
  return opened({ ...checked, finishedAt: run.finishedAt ?? (isFinished ? at : undefined) }, at);
}

/** The first step that is not passed is the one being worked on: its time begins. */
function opened(run: LabRun, at: Instant): LabRun {
  const current = run.steps.find(({ passedAt }) => passedAt === undefined);
  if (!current || current.openedAt !== undefined) return run;
  return change(run, current.step, (step) => ({ ...step, openedAt: at }));
}

function afterReset(run: LabRun, id: string): LabRun {
  const place = run.steps.findIndex(({ step }) => step === id);
  if (place === -1) throw new RangeError(`lab ${run.lab} has no step ${id}`);
  return { ...run, steps: run.steps.map((step, index) => (index < place ? step : { ...step, latest: [] })) };
}
