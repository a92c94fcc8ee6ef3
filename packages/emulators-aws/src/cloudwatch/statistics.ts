import { percentile, trimmed, winsorizedMean } from './distribution.ts';
import { notSupported, validation } from './errors.ts';
import type { Bucket } from './state.ts';

/** The value of a statistic for a bucket that holds something; undefined when it cannot be known. */
export type StatisticReader = (bucket: Bucket) => number | undefined;

const PLAIN: Readonly<Record<string, StatisticReader>> = {
  SampleCount: ({ count }) => count,
  Sum: ({ sum }) => sum,
  Average: ({ sum, count }) => sum / count,
  Minimum: ({ min }) => min,
  Maximum: ({ max }) => max,
};

const PERCENT = /^(p|tm|tc|ts|wm)(\d{1,2}(?:\.\d{0,10})?|100)$/;
const RANGE = /^(TM|TC|TS|WM)\((\d{1,2}(?:\.\d+)?|100)?%:(\d{1,2}(?:\.\d+)?|100)?%\)$/;

/**
 * Reads a statistic's name: the five plain ones, `p99.9`, `tm90`, `IQM`, `TM(10%:90%)` and their kin.
 * Throws ValidationError for a name that is none, or that the sandbox lacks.
 */
export function statisticReader(name: string): StatisticReader {
  const plain = PLAIN[name];
  if (plain) return plain;
  if (name === 'IQM') return known((bucket) => over('TM', bucket, 25, 75));
  const [, kind, percent] = PERCENT.exec(name) ?? [];
  if (kind === 'p') return known((bucket) => percentile(bucket, Number(percent)));
  if (kind !== undefined) return known((bucket) => over(kind.toUpperCase(), bucket, 0, Number(percent)));
  const [, long, from = '0', to = '100'] = RANGE.exec(name) ?? [];
  if (long !== undefined) return known((bucket) => over(long, bucket, Number(from), Number(to)));
  if (/^(PR|TM|TC|TS|WM)\(/.test(name)) throw notSupported(`The statistic ${name}`);
  throw validation(`The value ${name} for parameter ExtendedStatistic is not supported.`);
}

const known =
  (read: StatisticReader): StatisticReader =>
  (bucket) =>
    bucket.isDistributionKnown ? read(bucket) : undefined;

function over(kind: string, bucket: Bucket, from: number, to: number): number | undefined {
  if (kind === 'WM') return winsorizedMean(bucket, from, to);
  const { sum, count } = trimmed(bucket, from, to);
  if (kind === 'TC') return count;
  if (kind === 'TS') return sum;
  return count === 0 ? undefined : sum / count;
}
