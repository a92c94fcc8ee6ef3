/** A slope nearer to 0 is reported with difficulties for this slope: at 0 an item has none. */
const LEAST_SLOPE = 1e-8;

/** What an intercept is divided by to be a difficulty, b = −d / a. */
export const locatingSlope = (slope: number): number =>
  Math.abs(slope) >= LEAST_SLOPE ? slope : slope < 0 ? -LEAST_SLOPE : LEAST_SLOPE;
