import type { ListDashboardsInput, ListDashboardsOutput } from '@aws-sdk/client-cloudwatch';
import { operation } from '@cairn/emulator-kit';
import { namedPage } from '../../messaging/page-token.ts';
import { invalidNextToken } from '../errors.ts';
import type { CloudWatchState } from '../state.ts';

const PAGE = 1000;

export const listDashboards = operation<CloudWatchState, ListDashboardsInput, ListDashboardsOutput>({
  fidelity: 'real',
  handle: ({ DashboardNamePrefix: prefix = '', NextToken }, { state }) => {
    const found = [...state.dashboards.values()].filter(({ name }) => name.startsWith(prefix));
    const request = { token: NextToken, limit: PAGE };
    const { items, nextToken } = namedPage(found, ({ name }) => name, request, invalidNextToken);
    return {
      DashboardEntries: items.map(({ name, arn, body, modifiedAt }) => ({
        DashboardName: name,
        DashboardArn: arn,
        LastModified: new Date(modifiedAt),
        Size: Buffer.byteLength(body),
      })),
      ...(nextToken === undefined ? {} : { NextToken: nextToken }),
    };
  },
});
