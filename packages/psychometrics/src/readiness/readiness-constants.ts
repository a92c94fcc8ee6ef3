/** Every constant of readiness that is not the learner's. The reasons stand beside `READINESS_DEFAULTS`. */
export type ReadinessConstants = {
  /** Standard deviation, in logits, of the whole bank's error: its ratings may all be too hard or too easy. */
  readonly bankShiftSd: number;
  /** Readiness is shown when the standard error of the overall ability is at most this, in logits. */
  readonly standardErrorLimit: number;
  /** … or when its band is at most this wide: far from the line, fewer answers settle it. */
  readonly bandWidthLimit: number;
  readonly learning: LearningRate;
};

/**
 * How study raises ability. In a domain with share w of the exam, h hours take θ to k · ln(e^(θ/k) + r·h / (w·k)), with
 * k = `slowing`: odds grow as a power of practice. At θ = 0, one hour raises the ability for the whole exam by r.
 */
export type LearningRate = {
  /** Median of r, in logits an hour. */
  readonly logitsPerHour: number;
  /** Standard deviation of ln r: people and material differ. */
  readonly logSd: number;
  /** k, in logits: at θ = k, learning is e times slower than at 0. */
  readonly slowing: number;
};

/**
 * - bankShiftSd: our ratings are made without real candidates, so that they may miss the real line by a quarter logit,
 *   about five points of a hundred, either way.
 * - standardErrorLimit: an 80 % interval of ± 0.70 logits, which some 25 questions reach: a diagnosis that ends by itself nearly always does.
 * - bandWidthLimit: from 0 to 25 %, or from 75 to 100 %: nothing that more answers could say would change what to do.
 * - learning: an assumption, not a measurement. One logit, from "half a logit below the line" to "safely above it", in
 *   40 hours; 80 % of people between 21 and 76.
 */
export const READINESS_DEFAULTS: ReadinessConstants = {
  bankShiftSd: 0.25,
  standardErrorLimit: 0.55,
  bandWidthLimit: 0.25,
  learning: { logitsPerHour: 0.025, logSd: 0.5, slowing: 2 },
};
