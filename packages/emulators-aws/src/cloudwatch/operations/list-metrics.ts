import type { ListMetricsInput, ListMetricsOutput, Metric } from '@aws-sdk/client-cloudwatch';
import { operation } from '@cairn/emulator-kit';
import { namedPage } from '../../messaging/page-token.ts';
import { CLOUDWATCH_REQUEST } from '../../prices.ts';
import { invalidNextToken, notSupported } from '../errors.ts';
import type { CloudWatchState, MetricName, Series } from '../state.ts';

const PAGE = 500;
/** Metrics without a measure for two weeks are no longer listed. */
const LISTED_MILLISECONDS = 14 * 86_400_000;
const RECENT_MILLISECONDS = 3 * 3_600_000;

export const listMetrics = operation<CloudWatchState, ListMetricsInput, ListMetricsOutput>({
  fidelity: 'real',
  handle: (input, call) => {
    if (input.IncludeLinkedAccounts || input.OwningAccount !== undefined) throw notSupported('Listing linked accounts');
    const age = input.RecentlyActive === 'PT3H' ? RECENT_MILLISECONDS : LISTED_MILLISECONDS;
    const found = new Map<string, MetricName>();
    for (const series of call.state.series.values()) {
      if (series.lastWrittenAt >= call.now() - age && isMeant(series, input)) found.set(keyOf(series), series);
    }
    const request = { token: input.NextToken, limit: PAGE };
    const { items, nextToken } = namedPage(found.values(), keyOf, request, invalidNextToken);
    call.charge(CLOUDWATCH_REQUEST, 1);
    return {
      Metrics: items.map(describe),
      ...(nextToken === undefined ? {} : { NextToken: nextToken }),
    };
  },
});

/** The same metric in several units is one. */
const keyOf = ({ namespace, name, dimensions }: MetricName): string =>
  JSON.stringify([namespace, name, ...dimensions.flatMap(({ Name, Value }) => [Name, Value])]);

function isMeant(series: Series, { Namespace, MetricName: name, Dimensions: filters = [] }: ListMetricsInput): boolean {
  if (Namespace !== undefined && series.namespace !== Namespace) return false;
  if (name !== undefined && series.name !== name) return false;
  return filters.every(({ Name, Value }) =>
    series.dimensions.some((pair) => pair.Name === Name && (Value === undefined || pair.Value === Value)),
  );
}

const describe = ({ namespace, name, dimensions }: MetricName): Metric => ({
  Namespace: namespace,
  MetricName: name,
  Dimensions: dimensions.map(({ Name, Value }) => ({ Name, Value })),
});
