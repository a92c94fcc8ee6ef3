import { Problem } from '@cairn/contract';
import { getStep, type LabReading, type NewLabEvent } from './reading.ts';

/** Showing hint `number` (from 1) as an event; undefined if it may be seen already. @throws Problem */
export function nextHint({ lab, run }: LabReading, stepId: string, number: number): NewLabEvent | undefined {
  const { hints, title } = getStep(lab, stepId);
  const progress = run.steps.find(({ step }) => step === stepId);
  const shown = progress?.hintsShown ?? 0;
  if (number > hints.length)
    throw new Problem('bad-request', `"${title}" has ${hints.length} hints; there is no ${number}.`);
  if (progress?.passedAt !== undefined || number <= shown) return undefined;
  if (number === shown + 1) return { kind: 'hint-shown', step: stepId };
  throw new Problem('bad-request', `Hints come one after another; ask for hint ${shown + 1} of "${title}".`);
}
