/** A point on a curve and, at it, the curve's own slope. */
export type CurvePoint = { value: number; slope: number };

const STEPS = 200;
const PRECISION = 1e-10;

/** Ends of an interval at which the curve is above and below zero. */
type Bracket = { above: number; below: number };

/** Walks uphill from `start`, doubling the stride, until the sign changes; undefined where it never does. */
function bracketOf(curve: (x: number) => CurvePoint, start: number, stride: number): Bracket | undefined {
  const sign = curve(start).value > 0 ? 1 : -1;
  let near = start;
  for (let i = 0, reach = stride; i < 60; i += 1, reach *= 2) {
    const far = start + sign * reach;
    if (curve(far).value * sign <= 0) return sign > 0 ? { above: near, below: far } : { above: far, below: near };
    near = far;
  }
  return undefined;
}

const isClose = (next: number, x: number): boolean => Math.abs(next - x) <= PRECISION * (1 + Math.abs(x));

/** Newton's steps alone, for a start beside the zero: undefined if one leads downhill or beyond `reach`. */
function newtonFrom(curve: (x: number) => CurvePoint, start: number, reach: number): number | undefined {
  let x = start;
  for (let i = 0; i < 8; i += 1) {
    const { value, slope } = curve(x);
    const next = x - value / slope;
    if (!(slope < 0 && Math.abs(next - start) <= reach)) return undefined;
    if (isClose(next, x)) return next;
    x = next;
  }
  return undefined;
}

/** Newton's steps, halved intervals where those leave the bracket. */
function zeroBetween(curve: (x: number) => CurvePoint, bracket: Bracket): number {
  let x = (bracket.above + bracket.below) / 2;
  for (let i = 0; i < STEPS; i += 1) {
    const { value, slope } = curve(x);
    if (value === 0) return x;
    if (value > 0) bracket.above = x;
    else bracket.below = x;
    const newton = x - value / slope;
    const inside = (newton - bracket.above) * (newton - bracket.below) < 0;
    const next = inside ? newton : (bracket.above + bracket.below) / 2;
    if (isClose(next, x)) return next;
    x = next;
  }
  return x;
}

/**
 * A maximum of the function whose derivative the curve is: the zero near `start` or, failing that, the first one in the
 * direction that leads uphill from it.
 *
 * @param stride how far from `start` the zero usually lies
 * @returns      undefined if the curve keeps its sign for 60 doublings of `stride`
 */
export function peakFrom(curve: (x: number) => CurvePoint, start: number, stride: number): number | undefined {
  const near = newtonFrom(curve, start, stride);
  if (near !== undefined) return near;
  const bracket = bracketOf(curve, start, stride);
  return bracket === undefined ? undefined : zeroBetween(curve, bracket);
}
