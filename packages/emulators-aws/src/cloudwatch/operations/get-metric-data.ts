import type { GetMetricDataInput, GetMetricDataOutput, MetricDataResult } from '@aws-sdk/client-cloudwatch';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { pageToken, readPageToken } from '../../messaging/page-token.ts';
import { CLOUDWATCH_METRIC_READ } from '../../prices.ts';
import { invalidNextToken, validation } from '../errors.ts';
import { requestedStretch } from '../periods.ts';
import { planQueries, QueryRun } from '../queries.ts';
import type { CloudWatchCall, CloudWatchState } from '../state.ts';

const MOST_DATAPOINTS = 100_800;

type Input = Sent<GetMetricDataInput>;

/** One series of the answer, whole. */
interface FullResult {
  readonly id: string;
  readonly label: string;
  readonly points: readonly (readonly [at: number, value: number])[];
}

export const getMetricData = operation<CloudWatchState, Input, GetMetricDataOutput>({
  fidelity: 'simplified',
  differs: 'Metric math without SEARCH, SORT, SLICE and anomaly detection; no Metrics Insights queries.',
  handle: (input, call) => {
    const all = resultsOf(input, call);
    const offset = offsetOf(input.NextToken);
    const most = Math.min(input.MaxDatapoints ?? MOST_DATAPOINTS, MOST_DATAPOINTS);
    const results = page(all, offset, most);
    const total = all.reduce((so, { points }) => so + points.length, 0);
    const next = offset + most < total ? { NextToken: pageToken({ offset: offset + most }) } : {};
    return { MetricDataResults: results, Messages: [], ...next };
  },
});

function resultsOf({ MetricDataQueries, StartTime, EndTime, ScanBy }: Input, call: CloudWatchCall): FullResult[] {
  const plan = planQueries(MetricDataQueries, 'MetricDataQueries');
  if (!plan.queries.some(({ isReturned }) => isReturned)) {
    throw validation('At least one element of MetricDataQueries must return data.');
  }
  call.charge(CLOUDWATCH_METRIC_READ, plan.queries.filter(({ kind }) => kind === 'metric').length);
  const now = call.now();
  const run = new QueryRun(call.state, now, plan, (period) => requestedStretch(StartTime, EndTime, period, now));
  const isAscending = ScanBy === 'TimestampAscending';
  return plan.queries
    .filter(({ isReturned }) => isReturned)
    .flatMap((query) =>
      run.seriesOf(query).map(({ label, points }) => ({
        id: query.id,
        label,
        points: [...points].sort(([a], [b]) => (isAscending ? a - b : b - a)),
      })),
    );
}

function offsetOf(token: string | undefined): number {
  if (token === undefined) return 0;
  const offset = readPageToken(token)?.offset;
  if (typeof offset !== 'number') throw invalidNextToken();
  return offset;
}

/** The points from `offset` on, at most `most` in all; a series that is cut says so. */
function page(all: readonly FullResult[], offset: number, most: number): MetricDataResult[] {
  const results: MetricDataResult[] = [];
  let before = 0;
  for (const { id, label, points } of all) {
    const from = Math.max(0, offset - before);
    const to = Math.min(points.length, offset + most - before);
    before += points.length;
    if (points.length > 0 && from >= to) continue;
    const shown = points.slice(from, to);
    results.push({
      Id: id,
      Label: label,
      Timestamps: shown.map(([at]) => new Date(at * 1000)),
      Values: shown.map(([, value]) => value),
      StatusCode: to < points.length ? 'PartialData' : 'Complete',
    });
  }
  return results;
}
