import type { Anchor } from './anchor.ts';
import { difficultyOf, type ScaleTransformation } from './transformation.ts';

/** How far a common item moved between the two calibrations, once the scales are the same. */
export type AnchorDrift = {
  /** Position in the list of common items. */
  readonly anchor: number;
  /** Difficulty on the target scale minus the transformed one, in logits. */
  readonly difficulty: number;
  /** ln of the discrimination on the target scale minus ln of the transformed one. */
  readonly logSlope: number;
  /** Robust z of either: distance to the median in units of 0.74 interquartile ranges. */
  readonly difficultyZ: number;
  readonly logSlopeZ: number;
  /** The item moved too far to carry the link. */
  readonly isDrifting: boolean;
};

/** Two-sided 1 %: of a hundred sound items, one is left out for nothing. */
const LARGEST_Z = 2.58;
/** Smaller moves do not matter in practice, however regular the other items are: logits, and ln of a ratio of 1.35. */
const LEAST_DIFFICULTY = 0.2;
const LEAST_LOG_SLOPE = 0.3;
/** Interquartile range of a normal distribution in standard deviations, inverted. */
const DEVIATION_OF_RANGE = 0.7413;

function quantileOf(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return low + (place - Math.floor(place)) * (high - low);
}

const median = (values: readonly number[]): number =>
  quantileOf(
    [...values].sort((x, y) => x - y),
    0.5,
  );

/** Robust z of each value, 0 for all if half of them are equal and none can be called far. */
function robustZ(values: readonly number[]): number[] {
  const sorted = [...values].sort((x, y) => x - y);
  const centre = quantileOf(sorted, 0.5);
  const scale = DEVIATION_OF_RANGE * (quantileOf(sorted, 0.75) - quantileOf(sorted, 0.25));
  const far = (value: number) => (Math.abs(value - centre) < 1e-9 ? 0 : Math.sign(value - centre) * 1e9);
  return values.map((value) => (scale > 1e-9 ? (value - centre) / scale : far(value)));
}

/** A link by medians, which up to half of the anchors cannot pull away: what drift is judged against. */
export function robustTransformation(anchors: readonly Anchor[]): ScaleTransformation {
  const slope = Math.exp(median(anchors.map(({ from, to }) => Math.log(Math.abs(from.a / to.a)))));
  const intercept = median(anchors.map(({ from, to }) => difficultyOf(to) - slope * difficultyOf(from)));
  return { slope, intercept };
}

/**
 * Which common items changed by more than the others did.
 *
 * @see Huynh & Meyer (2010), Practical Assessment, Research & Evaluation 15(2)
 */
export function driftOf(anchors: readonly Anchor[], transformation: ScaleTransformation): AnchorDrift[] {
  const difficulties = anchors.map(({ from, to }) => {
    return difficultyOf(to) - (transformation.slope * difficultyOf(from) + transformation.intercept);
  });
  const logSlopes = anchors.map(({ from, to }) => Math.log(Math.abs((to.a * transformation.slope) / from.a)));
  const difficultyZ = robustZ(difficulties);
  const logSlopeZ = robustZ(logSlopes);
  const isFar = (z: number | undefined, move: number, least: number) =>
    Math.abs(z ?? 0) > LARGEST_Z && Math.abs(move) > least;
  return difficulties.map((difficulty, i) => {
    const logSlope = logSlopes[i] ?? 0;
    const isDrifting =
      isFar(difficultyZ[i], difficulty, LEAST_DIFFICULTY) || isFar(logSlopeZ[i], logSlope, LEAST_LOG_SLOPE);
    return {
      anchor: i,
      difficulty,
      logSlope,
      difficultyZ: difficultyZ[i] ?? 0,
      logSlopeZ: logSlopeZ[i] ?? 0,
      isDrifting,
    };
  });
}
