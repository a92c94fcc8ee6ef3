import type { DeleteRetentionPolicyRequest } from '@aws-sdk/client-cloudwatch-logs';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { getGroup, onGroup } from '../groups.ts';
import type { LogsState } from '../state.ts';

export const deleteRetentionPolicy = operation<LogsState, Sent<DeleteRetentionPolicyRequest>, void>({
  fidelity: 'real',
  needs: onGroup('DeleteRetentionPolicy'),
  handle: ({ logGroupName }, call) => {
    getGroup(call, logGroupName).retentionDays = undefined;
  },
});
