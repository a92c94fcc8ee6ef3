import type { Instant } from '@cairn/kernel';
import type { Lab } from '../lab/schema.ts';
import type { LabRun, StepProgress } from './lab-run.ts';

/** What a passed step says about a learner's skills. */
export type LabEvidence = {
  readonly lab: string;
  readonly version: number;
  readonly step: string;
  readonly skills: readonly string[];
  /** 0 to 1: what the learner did alone. */
  readonly credit: number;
  readonly hintsShown: number;
  readonly attempts: number;
  /** From the moment the step became the current one. */
  readonly seconds: number;
  readonly at: Instant;
};

/** Each hint costs this share of what is left: three hints leave about half. */
const HINT_FACTOR = 0.8;

/** Credit of a passed step: less with each hint, none when the solution was shown or run. Attempts are free. */
export function creditOf({ helped, hintsShown, passedAt }: StepProgress): number {
  return helped || passedAt === undefined ? 0 : HINT_FACTOR ** hintsShown;
}

/** Evidence that `after` has and `before` had not: to be recorded once, when a step is first passed. */
export function newEvidence(lab: Lab, before: LabRun, after: LabRun): LabEvidence[] {
  return after.steps.flatMap((progress, index) => {
    const { passedAt, openedAt, step, hintsShown, attempts } = progress;
    if (passedAt === undefined || before.steps[index]?.passedAt !== undefined) return [];
    const skills = lab.steps[index]?.skills ?? lab.skills;
    const seconds = Math.round((passedAt - (openedAt ?? passedAt)) / 1000);
    const credit = creditOf(progress);
    return [{ lab: lab.id, version: lab.version, step, skills, credit, hintsShown, attempts, seconds, at: passedAt }];
  });
}
