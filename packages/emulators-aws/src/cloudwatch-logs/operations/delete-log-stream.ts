import type { DeleteLogStreamRequest } from '@aws-sdk/client-cloudwatch-logs';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { getGroup, getStream, onStream } from '../groups.ts';
import type { LogsState } from '../state.ts';
import { streamBytes } from '../writing.ts';

export const deleteLogStream = operation<LogsState, Sent<DeleteLogStreamRequest>, void>({
  fidelity: 'real',
  needs: onStream('DeleteLogStream'),
  handle: ({ logGroupName, logStreamName: name }, call) => {
    const group = getGroup(call, logGroupName);
    group.storedBytes -= streamBytes(getStream(group, name));
    group.streams.delete(name);
  },
});
