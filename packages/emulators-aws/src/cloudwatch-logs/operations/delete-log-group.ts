import type { DeleteLogGroupRequest } from '@aws-sdk/client-cloudwatch-logs';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { getGroup, onGroup } from '../groups.ts';
import type { LogsState } from '../state.ts';

export const deleteLogGroup = operation<LogsState, Sent<DeleteLogGroupRequest>, void>({
  fidelity: 'real',
  needs: onGroup('DeleteLogGroup'),
  handle: ({ logGroupName: name }, call) => {
    const { arn } = getGroup(call, name);
    call.state.groups.delete(name);
    call.stopMeter(arn);
  },
});
