/** A compact sample of many values: an item at level h stands for 2ʰ of them. */
export type QuantileSketch = {
  readonly parameters: { readonly c: number; readonly k: number };
  readonly data: readonly (readonly number[])[];
};

/** Items a level holds before half of them move up. */
const CAPACITY = 2048;
const SHRINKING = 0.64;

/**
 * KLL sketch with levels of one size. Compaction keeps the odd and the even items in turn instead of at random, so
 * that equal data give equal sketches. Up to 2,048 values it is exact.
 *
 * @see Karnin, Lang & Liberty (2016), Optimal quantile approximation in streams, FOCS, 71–78
 */
export function quantileSketch(values: Iterable<number>): QuantileSketch {
  const levels: number[][] = [[]];
  let compactions = 0;
  for (const value of values) {
    (levels[0] as number[]).push(value); // there is always a first level
    for (let h = 0; (levels[h]?.length ?? 0) >= CAPACITY; h += 1) {
      const sorted = (levels[h] ?? []).sort((a, b) => a - b);
      const parity = compactions % 2;
      compactions += 1;
      levels[h + 1] = [...(levels[h + 1] ?? []), ...sorted.filter((_, i) => i % 2 === parity)];
      levels[h] = [];
    }
  }
  return { parameters: { c: SHRINKING, k: CAPACITY }, data: levels.map((level) => level.sort((a, b) => a - b)) };
}

type Weighted = { readonly value: number; readonly weight: number };

const weightedItems = ({ data }: QuantileSketch): Weighted[] =>
  data.flatMap((level, h) => level.map((value) => ({ value, weight: 2 ** h }))).sort((a, b) => a.value - b.value);

const totalOf = (items: readonly Weighted[]): number => items.reduce((sum, { weight }) => sum + weight, 0);

/** Values the sketch stands for. */
export const sketchSize = (sketch: QuantileSketch): number => totalOf(weightedItems(sketch));

/** Largest distance between the distribution functions of two sketches. */
export function sketchDistance(first: QuantileSketch, second: QuantileSketch): number {
  const [a, b] = [weightedItems(first), weightedItems(second)];
  const [all, others] = [totalOf(a), totalOf(b)];
  const values = [...new Set([...a, ...b].map(({ value }) => value))].sort((x, y) => x - y);
  let i = 0;
  let j = 0;
  let below = 0;
  let othersBelow = 0;
  let distance = 0;
  for (const value of values) {
    for (; i < a.length && (a[i]?.value ?? 0) <= value; i += 1) below += a[i]?.weight ?? 0;
    for (; j < b.length && (b[j]?.value ?? 0) <= value; j += 1) othersBelow += b[j]?.weight ?? 0;
    distance = Math.max(distance, Math.abs(below / all - othersBelow / others));
  }
  return distance;
}
