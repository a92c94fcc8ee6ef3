import type { StandardUnit } from '@aws-sdk/client-cloudwatch';
import { emptyBucket, mergeBucket, type Observation, observe } from './distribution.ts';
import type { Bucket, CloudWatchState, MetricName, Series } from './state.ts';

/** Length of the finest buckets that all metrics have. */
export const MINUTE_SECONDS = 60;
const SECOND = 1;
const FIVE_MINUTES_SECONDS = 300;
const HOUR_SECONDS = 3600;
const DAY_SECONDS = 86_400;

/** How long each tier is kept before it is rolled up into the next: CloudWatch's retention. */
const KEPT_SECONDS: ReadonlyMap<number, number> = new Map([
  [SECOND, 3 * HOUR_SECONDS],
  [MINUTE_SECONDS, 15 * DAY_SECONDS],
  [FIVE_MINUTES_SECONDS, 63 * DAY_SECONDS],
  [HOUR_SECONDS, 455 * DAY_SECONDS],
]);
const COARSER: ReadonlyMap<number, number> = new Map([
  [MINUTE_SECONDS, FIVE_MINUTES_SECONDS],
  [FIVE_MINUTES_SECONDS, HOUR_SECONDS],
]);
/** More series than a lab ever has; the one written longest ago makes room. */
const MOST_SERIES = 5000;

export function seriesKey({ namespace, name, dimensions }: MetricName, unit: StandardUnit): string {
  return JSON.stringify([namespace, name, unit, ...dimensions.flatMap(({ Name, Value }) => [Name, Value])]);
}

export interface Measure {
  readonly metric: MetricName;
  readonly unit: StandardUnit;
  /** Milliseconds. */
  readonly at: number;
  readonly observation: Observation;
  readonly isHighResolution: boolean;
}

/** Writes a measure and returns its series. */
export function write(state: CloudWatchState, now: number, measure: Measure): Series {
  const { metric, unit, observation, at, isHighResolution } = measure;
  const key = seriesKey(metric, unit);
  const series = state.series.get(key) ?? newSeries(metric, unit);
  state.series.delete(key); // so that the one written last stands last
  state.series.set(key, series);
  series.lastWrittenAt = now;
  const seconds = Math.floor(at / 1000);
  if (isHighResolution) observe(bucketAt(series, SECOND, seconds), observation);
  observe(bucketAt(series, MINUTE_SECONDS, seconds), observation);
  if (now - series.rolledUpAt >= HOUR_SECONDS * 1000) rollUp(series, now);
  makeRoom(state);
  return series;
}

function newSeries(metric: MetricName, unit: StandardUnit): Series {
  const tiers = new Map([...KEPT_SECONDS.keys()].map((length) => [length, new Map<number, Bucket>()]));
  return { ...metric, unit, tiers, lastWrittenAt: 0, billedHour: -1, rolledUpAt: 0 };
}

function bucketAt({ tiers }: Series, length: number, seconds: number): Bucket {
  const tier = tiers.get(length);
  if (!tier) throw new RangeError(`a series has no buckets of ${length} seconds`);
  const start = Math.floor(seconds / length) * length;
  const found = tier.get(start);
  if (found) return found;
  const made = emptyBucket();
  tier.set(start, made);
  return made;
}

function makeRoom({ series }: CloudWatchState): void {
  if (series.size <= MOST_SERIES) return;
  const [oldest] = series.keys();
  if (oldest !== undefined) series.delete(oldest);
}

function rollUp(series: Series, now: number): void {
  series.rolledUpAt = now;
  for (const [length, kept] of KEPT_SECONDS) {
    const oldest = Math.floor(now / 1000) - kept;
    const coarser = COARSER.get(length);
    const tier = series.tiers.get(length) ?? new Map<number, Bucket>();
    for (const [start, bucket] of tier) {
      if (start >= oldest) continue;
      if (coarser !== undefined) mergeBucket(bucketAt(series, coarser, start), bucket);
      tier.delete(start);
    }
  }
}

/** A stretch of time in seconds since 1970, cut into periods from its start; the end is not part of it. */
export interface Stretch {
  readonly fromSeconds: number;
  readonly toSeconds: number;
  readonly periodSeconds: number;
}

/**
 * What is known of a metric, by the start of each period in which there is something. Tiers that are too coarse for the
 * period give nothing, as in the cloud: after 15 days minutes are gone.
 */
export function read(
  state: CloudWatchState,
  now: number,
  metric: MetricName,
  unit: StandardUnit | undefined,
  stretch: Stretch,
): ReadonlyMap<number, Bucket> {
  const found = new Map<number, Bucket>();
  for (const series of seriesOf(state, metric, unit)) {
    if (now - series.rolledUpAt >= HOUR_SECONDS * 1000) rollUp(series, now);
    for (const length of fitting(stretch.periodSeconds)) collect(series, length, stretch, found);
  }
  return new Map([...found].sort(([a], [b]) => a - b));
}

function fitting(periodSeconds: number): readonly number[] {
  if (periodSeconds < MINUTE_SECONDS) return [SECOND];
  return [MINUTE_SECONDS, FIVE_MINUTES_SECONDS, HOUR_SECONDS].filter((length) => periodSeconds % length === 0);
}

function collect(series: Series, length: number, stretch: Stretch, found: Map<number, Bucket>): void {
  const { fromSeconds, toSeconds, periodSeconds } = stretch;
  for (const [start, bucket] of within(series.tiers.get(length) ?? new Map(), length, fromSeconds, toSeconds)) {
    const period = fromSeconds + Math.floor((start - fromSeconds) / periodSeconds) * periodSeconds;
    const into = found.get(period) ?? emptyBucket();
    found.set(period, into);
    mergeBucket(into, bucket);
  }
}

/** The buckets of a stretch: looked up one by one when it is short, as alarms read it; else by going through all. */
function* within(
  tier: ReadonlyMap<number, Bucket>,
  length: number,
  from: number,
  to: number,
): Generator<readonly [start: number, bucket: Bucket]> {
  if ((to - from) / length > tier.size) {
    for (const [start, bucket] of tier) if (start >= from && start < to) yield [start, bucket];
    return;
  }
  for (let start = Math.ceil(from / length) * length; start < to; start += length) {
    const bucket = tier.get(start);
    if (bucket) yield [start, bucket];
  }
}

/** The series of a metric; all units unless one is named. */
export function seriesOf(state: CloudWatchState, metric: MetricName, unit: StandardUnit | undefined): Series[] {
  if (unit !== undefined) {
    const one = state.series.get(seriesKey(metric, unit));
    return one ? [one] : [];
  }
  return [...state.series.values()].filter((series) => isSame(series, metric));
}

const isSame = (series: MetricName, { namespace, name, dimensions }: MetricName): boolean =>
  series.namespace === namespace &&
  series.name === name &&
  series.dimensions.length === dimensions.length &&
  series.dimensions.every(({ Name, Value }, index) => {
    const other = dimensions[index];
    return other?.Name === Name && other.Value === Value;
  });

/** A metric's name with its dimensions in order. */
export function metricName(
  namespace: string,
  name: string,
  dimensions: readonly { readonly Name?: string | undefined; readonly Value?: string | undefined }[] = [],
): MetricName {
  const pairs = dimensions.map(({ Name = '', Value = '' }) => ({ Name, Value }));
  return { namespace, name, dimensions: pairs.sort((a, b) => (a.Name < b.Name ? -1 : 1)) };
}
