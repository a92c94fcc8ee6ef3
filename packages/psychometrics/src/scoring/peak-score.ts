import { type CalibratedItem, categoryCurve } from '../items/calibrated-item.ts';
import { NOT_PRESENTED } from '../responses/responses.ts';
import { addAnswer, type LikelihoodSlopes, noSlopes } from './likelihood-slopes.ts';
import { type CurvePoint, peakFrom } from './root.ts';
import type { PeakMethod } from './scoring-method.ts';

/** One person's answers: a row of `Responses`. */
export type AnswerRow = { readonly scores: Uint8Array; readonly from: number };

/** First stride beyond the grid's highest node, in logits: one cell of the search grid. */
const STRIDE = 0.15;
/** Far enough that a logistic is 0 or 1 in double precision, near enough that a·θ stays finite. */
const FAR = 1e5;

export function slopesAt(theta: number, items: readonly CalibratedItem[], { scores, from }: AnswerRow) {
  const sum = noSlopes();
  for (let i = 0; i < items.length; i += 1) {
    const score = scores[from + i] as number; // a row has one byte an item
    if (score !== NOT_PRESENTED) addAnswer(sum, theta, items[i] as CalibratedItem, score); // i < length
  }
  return sum;
}

/** The equation that the estimate solves, and its slope. */
function estimatingPoint(theta: number, sum: LikelihoodSlopes, method: PeakMethod): CurvePoint {
  switch (method.kind) {
    case 'ml':
      return { value: sum.gradient, slope: sum.curvature };
    case 'map': {
      const precision = (method.spread ?? 1) ** -2;
      return { value: sum.gradient - (theta - (method.mean ?? 0)) * precision, slope: sum.curvature - precision };
    }
    case 'wle': {
      const { information, informationSlope, warm, warmSlope } = sum;
      if (!(information > 0)) return { value: sum.gradient, slope: sum.curvature }; // underflow, far from every item
      const correction = warm / (2 * information);
      const change = (warmSlope * information - warm * informationSlope) / (2 * information * information);
      return { value: sum.gradient + correction, slope: sum.curvature + change };
    }
  }
}

/**
 * The standard error that belongs to an estimate: see `InformationKind`.
 *
 * @param theta the estimate, in logits
 */
export function peakStandardError(
  theta: number,
  items: readonly CalibratedItem[],
  row: AnswerRow,
  method: PeakMethod,
): number {
  const sum = slopesAt(theta, items, row);
  const observed = -estimatingPoint(theta, sum, method).slope;
  // At a bound there need not be a peak: with guessing the likelihood can be hollow there, and has no width of its own.
  if (method.information === 'observed' && observed > 0) return 1 / Math.sqrt(observed);
  const prior = method.kind === 'map' ? (method.spread ?? 1) ** -2 : 0;
  return 1 / Math.sqrt(sum.information + prior);
}

/** ln P of each score as ability goes to −∞ and to +∞. */
export type LimitTable = { readonly low: readonly number[][]; readonly high: readonly number[][] };

export const limitsOf = (items: readonly CalibratedItem[]): LimitTable => ({
  low: items.map((item) => categoryCurve(-FAR, item).probabilities.map(Math.log)),
  high: items.map((item) => categoryCurve(FAR, item).probabilities.map(Math.log)),
});

function limit(table: readonly number[][], items: readonly CalibratedItem[], { scores, from }: AnswerRow): number {
  let sum = 0;
  for (let i = 0; i < items.length; i += 1) {
    const score = scores[from + i] as number; // a row has one byte an item
    if (score !== NOT_PRESENTED) sum += table[i]?.[score] ?? 0;
  }
  return sum;
}

/** Where the likelihood climbs for ever, if it does: guessing can make that so for low scores, too. */
function unboundedTheta(peak: number, items: readonly CalibratedItem[], row: AnswerRow, limits: LimitTable) {
  if (limit(limits.high, items, row) >= peak) return Number.POSITIVE_INFINITY;
  return limit(limits.low, items, row) >= peak ? Number.NEGATIVE_INFINITY : undefined;
}

/**
 * θ̂ by MAP, ML or WLE for one row with at least one answer.
 *
 * @param start where the log-likelihood (MAP: the log-posterior) is highest on a grid, and how high it is there
 */
export function peakTheta(
  items: readonly CalibratedItem[],
  row: AnswerRow,
  method: PeakMethod,
  limits: LimitTable,
  start: { readonly theta: number; readonly height: number },
): number {
  if (method.kind === 'ml') {
    const unbounded = unboundedTheta(start.height, items, row, limits);
    if (unbounded !== undefined) return unbounded;
  }
  const curve = (theta: number) => estimatingPoint(theta, slopesAt(theta, items, row), method);
  const found = peakFrom(curve, start.theta, STRIDE);
  return found ?? (curve(start.theta).value > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY);
}
