import type { LabRun, LabStepProgress, PublishedLab, PublishedStep } from '@cairn/contract';

/** What every part of an unfolded step knows. */
export type StepProps = {
  readonly step: PublishedStep;
  readonly progress: LabStepProgress;
  readonly lab: PublishedLab;
  readonly run: LabRun;
};

/** Where the focus goes when a step is unfolded from elsewhere. */
export const stepHeadingId = (step: string): string => `step-${step}`;
