/** Σ aᵢ·bᵢ of two vectors of one length. */
export function dotProduct(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number); // of one length
  return sum;
}

/** Element by element, of two vectors of one length. */
export const vectorSum = (a: Float64Array, b: Float64Array): Float64Array =>
  a.map((value, i) => value + (b[i] as number)); // of one length

/** The largest distance of two vectors of one length in one place; NaN if any is. */
export const largestDifference = (a: Float64Array, b: Float64Array): number =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] as number))), 0); // of one length
