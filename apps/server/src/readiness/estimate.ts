import type { ReadinessEstimate } from '@cairn/contract';
import { type LearnerState, type PassEstimate, type Readiness, readiness } from '@cairn/psychometrics';
import type { ExamModel } from '../evidence/exam-model.ts';

export type Estimated = Readiness & { readonly estimate: ReadinessEstimate };

/** Near 0 and 1 the mean lies outside the middle 80 %, drawn there by the far tail: the band is widened to hold it. */
export const bandAround = ({ probability, band }: PassEstimate) => ({
  probability,
  low: Math.min(band.low, probability),
  high: Math.max(band.high, probability),
});

/** The chance of passing from what is known of somebody. */
export function estimateFrom(state: LearnerState, model: ExamModel): Estimated {
  const measured = readiness(state, model.blueprint);
  return { ...measured, estimate: { status: measured.status.kind, ...bandAround(measured) } };
}
