import type { CreateLogGroupRequest } from '@aws-sdk/client-cloudwatch-logs';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { alreadyExists, invalidParameter, limitExceeded, notSupported } from '../errors.ts';
import { groupArn, groupNeed } from '../groups.ts';
import type { LogsState } from '../state.ts';

const MOST_GROUPS = 10_000;

export const createLogGroup = operation<LogsState, Sent<CreateLogGroupRequest>, void>({
  fidelity: 'simplified',
  differs: 'The KMS key of a group is remembered; it does not encrypt.',
  needs: ({ logGroupName, tags }, call) => groupNeed(call, 'CreateLogGroup', logGroupName, undefined, tags),
  handle: (input, call) => {
    const { logGroupName: name, logGroupClass: logClass = 'STANDARD', kmsKeyId, tags = {} } = input;
    const { groups } = call.state;
    if (input.deletionProtectionEnabled) throw notSupported('Deletion protection');
    if (logClass === 'DELIVERY') throw notSupported('The log group class DELIVERY');
    if (name.startsWith('aws/')) throw invalidParameter('Log groups starting with AWS/ are reserved for AWS.');
    if (groups.has(name)) throw alreadyExists('log group');
    if (groups.size >= MOST_GROUPS) throw limitExceeded();
    groups.set(name, {
      name,
      arn: groupArn(call, name),
      createdAt: call.now(),
      logClass,
      tags: new Map(Object.entries(tags)),
      streams: new Map(),
      metricFilters: new Map(),
      subscriptions: new Map(),
      kmsKeyId,
      retentionDays: undefined,
      storedBytes: 0,
    });
  },
});
