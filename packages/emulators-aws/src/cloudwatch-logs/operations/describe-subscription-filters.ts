import type {
  DescribeSubscriptionFiltersRequest,
  DescribeSubscriptionFiltersResponse,
} from '@aws-sdk/client-cloudwatch-logs';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { namedPage } from '../../messaging/page-token.ts';
import { invalidParameter } from '../errors.ts';
import { getGroup, onGroup } from '../groups.ts';
import type { LogsState } from '../state.ts';

const DEFAULT_LIMIT = 50;
type Input = Sent<DescribeSubscriptionFiltersRequest>;

export const describeSubscriptionFilters = operation<LogsState, Input, DescribeSubscriptionFiltersResponse>({
  fidelity: 'real',
  needs: onGroup('DescribeSubscriptionFilters'),
  handle: ({ logGroupName, filterNamePrefix: prefix = '', nextToken: token, limit = DEFAULT_LIMIT }, call) => {
    const found = [...getGroup(call, logGroupName).subscriptions.values()].filter(({ name }) =>
      name.startsWith(prefix),
    );
    const { items, nextToken } = namedPage(found, ({ name }) => name, { token, limit }, invalidToken);
    return {
      subscriptionFilters: items.map((filter) => ({
        filterName: filter.name,
        filterPattern: filter.pattern,
        destinationArn: filter.destinationArn,
        roleArn: filter.roleArn,
        logGroupName,
        creationTime: filter.createdAt,
        distribution: 'ByLogStream' as const,
      })),
      ...(nextToken === undefined ? {} : { nextToken }),
    };
  },
});

const invalidToken = () => invalidParameter('The specified nextToken is invalid.');
