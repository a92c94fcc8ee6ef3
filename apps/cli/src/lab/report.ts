import type { LabCheckResult, LabRun } from '@cairn/contract';
import { print } from '../output.ts';

/** A step as `--json` prints it. */
export type StepReport = {
  readonly id: string;
  readonly passed: boolean;
  /** What is missing and what to do; empty when passed. */
  readonly message: string;
  readonly checks: readonly LabCheckResult[];
};

/** What a check that did not pass says; how it was found stands in brackets. */
function sentence({ message, observed }: LabCheckResult): string {
  return observed === null ? (message ?? '') : `${message} (found: ${observed})`;
}

export function reportStep(id: string, checks: readonly LabCheckResult[], fallback = ''): StepReport {
  const open = checks.find(({ outcome }) => outcome !== 'passed');
  const passed = checks.length > 0 && open === undefined;
  return { id, passed, message: passed ? '' : open ? sentence(open) : fallback, checks };
}

/** The steps of a run by what was last found. */
export function reportRun({ steps }: LabRun, fallback = 'Not checked yet.'): StepReport[] {
  return steps.map(({ step, latest }) => reportStep(step, latest, fallback));
}

export function printSteps(run: LabRun, steps: readonly StepReport[], json: true | undefined): void {
  const lines = steps.map(
    ({ id, passed, message }) => `${passed ? 'passed' : 'open  '}  ${id}${message ? `: ${message}` : ''}`,
  );
  const { lab, id: runId, state } = run;
  print(json ? JSON.stringify({ lab, run: runId, state, steps }) : lines.join('\n'));
}
