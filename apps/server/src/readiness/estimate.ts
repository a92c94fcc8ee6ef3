import type { ReadinessEstimate } from '@cairn/contract';
import { type LearnerState, type PassEstimate, type Readiness, readiness } from '@cairn/psychometrics';
import type { ExamModel } from '../evidence/exam-model.ts';

/** A band this narrow says enough, however wide the ability is: far from the line, all of it passes or fails. */
const NARROW_BAND = 0.35;
/** Fewer answers may all be luck. */
const FEW_ANSWERS = 15;

export type Estimated = Readiness & { readonly estimate: ReadinessEstimate };

/** Near 0 and 1 the mean lies outside the middle 80 %, drawn there by the far tail: the band is widened to hold it. */
export const bandAround = ({ probability, band }: PassEstimate) => ({
  probability,
  low: Math.min(band.low, probability),
  high: Math.max(band.high, probability),
});

/**
 * The chance of passing from what is known of somebody. There is enough evidence for it once the ability is known well,
 * or once the chance is: an adaptive diagnosis stops for either.
 */
export function estimateFrom(state: LearnerState, model: ExamModel): Estimated {
  const measured = readiness(state, model.blueprint);
  const around = bandAround(measured);
  const isNarrow = around.high - around.low <= NARROW_BAND && state.evidence >= FEW_ANSWERS;
  const isEnough = isNarrow || measured.status.kind === 'enough';
  return { ...measured, estimate: { status: isEnough ? 'enough' : 'not-enough-evidence', ...around } };
}
