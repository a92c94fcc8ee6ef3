import type {
  DescribeLogGroupsRequest,
  DescribeLogGroupsResponse,
  LogGroup as Shape,
} from '@aws-sdk/client-cloudwatch-logs';
import { operation } from '@cairn/emulator-kit';
import { namedPage } from '../../messaging/page-token.ts';
import { invalidParameter, notSupported } from '../errors.ts';
import { groupNeed, nameOfGroup } from '../groups.ts';
import type { LogGroup, LogsState } from '../state.ts';
import { expire } from '../writing.ts';

const DEFAULT_LIMIT = 50;

export const describeLogGroups = operation<LogsState, DescribeLogGroupsRequest, DescribeLogGroupsResponse>({
  fidelity: 'real',
  needs: (_input, call) => groupNeed(call, 'DescribeLogGroups', '*'),
  handle: (input, call) => {
    if (input.includeLinkedAccounts || input.accountIdentifiers) throw notSupported('Listing linked accounts');
    if (input.logGroupNamePrefix !== undefined && input.logGroupNamePattern !== undefined) {
      throw invalidParameter('logGroupNamePrefix and logGroupNamePattern are mutually exclusive.');
    }
    const found = [...call.state.groups.values()].filter((group) => isMeant(group, input));
    const request = { token: input.nextToken, limit: input.limit ?? DEFAULT_LIMIT };
    const { items, nextToken } = namedPage(found, ({ name }) => name, request, invalidToken);
    for (const group of items) expire(call, group);
    return { logGroups: items.map(describe), ...(nextToken === undefined ? {} : { nextToken }) };
  },
});

const invalidToken = () => invalidParameter('The specified nextToken is invalid.');

function isMeant(group: LogGroup, input: DescribeLogGroupsRequest): boolean {
  const { logGroupNamePrefix: prefix = '', logGroupNamePattern: part = '', logGroupIdentifiers: named } = input;
  if (named && !named.map(nameOfGroup).includes(group.name)) return false;
  if (input.logGroupClass !== undefined && group.logClass !== input.logGroupClass) return false;
  return group.name.startsWith(prefix) && group.name.toLowerCase().includes(part.toLowerCase());
}

const describe = (group: LogGroup): Shape => ({
  logGroupName: group.name,
  creationTime: group.createdAt,
  retentionInDays: group.retentionDays,
  metricFilterCount: group.metricFilters.size,
  arn: `${group.arn}:*`,
  logGroupArn: group.arn,
  storedBytes: group.storedBytes,
  kmsKeyId: group.kmsKeyId,
  logGroupClass: group.logClass,
});
