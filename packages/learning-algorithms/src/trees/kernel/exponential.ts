const { LOG2E, LN2 } = Math;
/** 1.5 · 2^52: adding and taking it away rounds to a whole number, halves to even. */
const NEAREST = 6_755_399_441_055_744;
const LOWEST = -180;
const POWERS = Float64Array.from({ length: 360 }, (_, i) => 2 ** (i + LOWEST));

/**
 * e^x to 1e-11 by plain operations, so that every machine and the WebAssembly kernel give the same bits, which
 * `Math.exp` does not promise.
 *
 * @param x −110 … 110
 */
export function exponential(x: number): number {
  const whole = x * LOG2E + NEAREST - NEAREST;
  const r = x - whole * LN2;
  let sum = 1 + r * (1 / 9);
  sum = 1 + r * 0.125 * sum;
  sum = 1 + r * (1 / 7) * sum;
  sum = 1 + r * (1 / 6) * sum;
  sum = 1 + r * 0.2 * sum;
  sum = 1 + r * 0.25 * sum;
  sum = 1 + r * (1 / 3) * sum;
  sum = 1 + r * 0.5 * sum;
  sum = 1 + r * sum;
  return sum * (POWERS[whole - LOWEST] as number); // |whole| ≤ 159
}
