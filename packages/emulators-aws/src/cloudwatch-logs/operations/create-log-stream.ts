import type { CreateLogStreamRequest } from '@aws-sdk/client-cloudwatch-logs';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { alreadyExists } from '../errors.ts';
import { getGroup, onGroup } from '../groups.ts';
import type { LogsState } from '../state.ts';

export const createLogStream = operation<LogsState, Sent<CreateLogStreamRequest>, void>({
  fidelity: 'real',
  needs: onGroup('CreateLogStream'),
  handle: ({ logGroupName, logStreamName: name }, call) => {
    const { streams } = getGroup(call, logGroupName);
    if (streams.has(name)) throw alreadyExists('log stream');
    streams.set(name, { name, createdAt: call.now(), events: [], lastIngestedAt: undefined });
  },
});
