/** The finite and infinite values of a column in ascending order, without the missing ones. */
export function sortedPresent(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
}

/**
 * Quantile by linear interpolation between order statistics (numpy's default, type 7).
 *
 * @param sorted ascending, at least one value
 * @param p      in [0, 1]
 */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  const at = p * (sorted.length - 1);
  const below = Math.floor(at);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? Number.NaN;
  return low === high ? low : low + (at - below) * (high - low);
}

/** Indexes of the values, the largest value first; equal values keep their order. */
export function descendingOrder(values: ArrayLike<number>): Uint32Array {
  const order = Uint32Array.from({ length: values.length }, (_, i) => i);
  return order.sort((a, b) => (values[b] as number) - (values[a] as number) || a - b); // indexes of the array itself
}
