import type { Reliability } from '@cairn/contract';
import { ENOUGH_OUTCOMES, type Prediction, reliability } from '@cairn/psychometrics';

/** How predictions agree with outcomes, as the page shows it. */
export function reliabilityOf(predictions: readonly Prediction[]): Reliability {
  const scored = reliability(predictions);
  const passed = predictions.filter((prediction) => prediction.passed).length;
  const head = { n: predictions.length, passed, wanted: ENOUGH_OUTCOMES };
  if (scored.kind === 'no-outcomes') {
    return { ...head, isEnough: false, brier: null, parts: null, logLoss: null, calibrationError: null, bins: [] };
  }
  const { enough, brier, parts, logLoss, calibrationError, bins } = scored;
  return {
    ...head,
    isEnough: enough,
    brier,
    parts: { ...parts },
    logLoss,
    calibrationError,
    bins: bins.map(({ count, predicted, observed }) => ({ n: count, predicted, observed: { ...observed } })),
  };
}
