import type { PutLogEventsRequest, PutLogEventsResponse } from '@aws-sdk/client-cloudwatch-logs';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { notSupported } from '../errors.ts';
import { getGroup, getStream, onStream } from '../groups.ts';
import type { LogsState } from '../state.ts';
import { expire, putEvents } from '../writing.ts';

export const putLogEvents = operation<LogsState, Sent<PutLogEventsRequest>, PutLogEventsResponse>({
  fidelity: 'simplified',
  differs:
    'A stream keeps its last 100,000 events; entities are refused; sequence tokens are ignored, as in the cloud.',
  needs: onStream('PutLogEvents'),
  handle: ({ logGroupName, logStreamName, logEvents, entity }, call) => {
    if (entity !== undefined) throw notSupported('entity');
    const group = getGroup(call, logGroupName);
    const stream = getStream(group, logStreamName);
    expire(call, group);
    return putEvents(call, group, stream, logEvents);
  },
});
