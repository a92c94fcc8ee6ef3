import type { DescribeMetricFiltersRequest, DescribeMetricFiltersResponse } from '@aws-sdk/client-cloudwatch-logs';
import { operation } from '@cairn/emulator-kit';
import { namedPage } from '../../messaging/page-token.ts';
import { invalidParameter } from '../errors.ts';
import { getGroup, onGroup } from '../groups.ts';
import type { LogsCall, LogsState, MetricFilter } from '../state.ts';

const DEFAULT_LIMIT = 50;
type Input = DescribeMetricFiltersRequest;

export const describeMetricFilters = operation<LogsState, Input, DescribeMetricFiltersResponse>({
  fidelity: 'real',
  needs: onGroup('DescribeMetricFilters'),
  handle: (input, call) => {
    const request = { token: input.nextToken, limit: input.limit ?? DEFAULT_LIMIT };
    const { items, nextToken } = namedPage(found(input, call), keyOf, request, invalidToken);
    return {
      metricFilters: items.map(({ group, filter }) => ({
        filterName: filter.name,
        filterPattern: filter.pattern,
        metricTransformations: [...filter.transformations],
        creationTime: filter.createdAt,
        logGroupName: group,
      })),
      ...(nextToken === undefined ? {} : { nextToken }),
    };
  },
});

interface Found {
  readonly group: string;
  readonly filter: MetricFilter;
}

function found(input: Input, call: LogsCall): Found[] {
  const { logGroupName, filterNamePrefix: prefix = '', metricName, metricNamespace } = input;
  const groups = logGroupName === undefined ? [...call.state.groups.values()] : [getGroup(call, logGroupName)];
  return groups
    .flatMap(({ name: group, metricFilters }) => [...metricFilters.values()].map((filter) => ({ group, filter })))
    .filter(({ filter }) => filter.name.startsWith(prefix))
    .filter(({ filter }) =>
      filter.transformations.some(
        (one) =>
          (metricName === undefined || one.metricName === metricName) &&
          (metricNamespace === undefined || one.metricNamespace === metricNamespace),
      ),
    );
}

const keyOf = ({ group, filter }: Found): string => `${filter.name}\n${group}`;
const invalidToken = () => invalidParameter('The specified nextToken is invalid.');
