import type { Bucket } from './state.ts';

/** Beyond so many different values, neighbours are counted together. */
const EXACT_VALUES = 300;
/** Width of what is counted together, as a share of the value: percentiles stay within half of it. */
const COARSE_STEP = 0.01;

/** A measure, or many that were summed up before they were sent. */
export type Observation =
  | { readonly kind: 'values'; readonly values: readonly number[]; readonly counts: readonly number[] }
  | { readonly kind: 'set'; readonly count: number; readonly sum: number; readonly min: number; readonly max: number };

export const emptyBucket = (): Bucket => ({
  count: 0,
  sum: 0,
  min: Number.POSITIVE_INFINITY,
  max: Number.NEGATIVE_INFINITY,
  values: new Map(),
  isDistributionKnown: true,
});

export function observe(bucket: Bucket, observation: Observation): void {
  if (observation.kind === 'values') {
    for (const [index, value] of observation.values.entries()) count(bucket, value, observation.counts[index] ?? 1);
    return;
  }
  const { count: times, sum, min, max } = observation;
  // Percentiles of a set are known only when it is one value, as AWS documents.
  if (min === max) count(bucket, min, times);
  else addSummary(bucket, { count: times, sum, min, max, isDistributionKnown: false });
}

/** Adds what `from` holds to `into`. */
export function mergeBucket(into: Bucket, from: Bucket): void {
  addSummary(into, from);
  for (const [value, times] of from.values) countValue(into, value, times);
}

function count(bucket: Bucket, value: number, times: number): void {
  addSummary(bucket, { count: times, sum: value * times, min: value, max: value, isDistributionKnown: true });
  countValue(bucket, value, times);
}

function addSummary(bucket: Bucket, part: Omit<Bucket, 'values'>): void {
  bucket.count += part.count;
  bucket.sum += part.sum;
  bucket.min = Math.min(bucket.min, part.min);
  bucket.max = Math.max(bucket.max, part.max);
  bucket.isDistributionKnown &&= part.isDistributionKnown;
}

function countValue({ values }: Bucket, value: number, times: number): void {
  const known = values.get(value);
  const key = known === undefined && values.size >= EXACT_VALUES ? coarse(value) : value;
  values.set(key, (values.get(key) ?? 0) + times);
}

function coarse(value: number): number {
  if (value === 0) return 0;
  const step = Math.log1p(COARSE_STEP);
  return Math.sign(value) * Math.exp(Math.round(Math.log(Math.abs(value)) / step) * step);
}

type Weighted = readonly [value: number, times: number];

const inOrder = ({ values }: Bucket): readonly Weighted[] => [...values].sort(([a], [b]) => a - b);

/** The smallest value that `percent` of all values do not exceed. */
export function percentile(bucket: Bucket, percent: number): number {
  const wanted = (percent / 100) * bucket.count;
  let passed = 0;
  for (const [value, times] of inOrder(bucket)) {
    passed += times;
    if (passed >= wanted) return value;
  }
  return bucket.max;
}

/** The values between two shares of the ordered values, in percent; a value on a border counts by its part. */
export function trimmed(bucket: Bucket, fromPercent: number, toPercent: number): { sum: number; count: number } {
  const from = (fromPercent / 100) * bucket.count;
  const to = (toPercent / 100) * bucket.count;
  let passed = 0;
  let sum = 0;
  let kept = 0;
  for (const [value, times] of inOrder(bucket)) {
    const inside = Math.max(0, Math.min(passed + times, to) - Math.max(passed, from));
    sum += value * inside;
    kept += inside;
    passed += times;
  }
  return { sum, count: kept };
}

/** Mean after all values outside two borders are set to the border. */
export function winsorizedMean(bucket: Bucket, fromPercent: number, toPercent: number): number {
  const low = percentile(bucket, fromPercent);
  const high = percentile(bucket, toPercent);
  const sum = inOrder(bucket).reduce((so, [value, times]) => so + Math.min(high, Math.max(low, value)) * times, 0);
  return sum / bucket.count;
}
