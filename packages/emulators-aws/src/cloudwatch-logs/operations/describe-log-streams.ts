import type {
  DescribeLogStreamsRequest,
  DescribeLogStreamsResponse,
  LogStream as Shape,
} from '@aws-sdk/client-cloudwatch-logs';
import { operation } from '@cairn/emulator-kit';
import { pageToken, readPageToken } from '../../messaging/page-token.ts';
import { invalidParameter } from '../errors.ts';
import { getGroup, givenName, onGroup } from '../groups.ts';
import type { LogGroup, LogStream, LogsState } from '../state.ts';
import { expire, streamBytes } from '../writing.ts';

const DEFAULT_LIMIT = 50;

export const describeLogStreams = operation<LogsState, DescribeLogStreamsRequest, DescribeLogStreamsResponse>({
  fidelity: 'real',
  needs: onGroup('DescribeLogStreams'),
  handle: (input, call) => {
    const { orderBy = 'LogStreamName', logStreamNamePrefix: prefix = '', limit = DEFAULT_LIMIT } = input;
    if (orderBy === 'LastEventTime' && input.logStreamNamePrefix !== undefined) {
      throw invalidParameter('Cannot order by LastEventTime with a logStreamNamePrefix.');
    }
    const group = getGroup(call, givenName(input));
    expire(call, group);
    const found = [...group.streams.values()].filter(({ name }) => name.startsWith(prefix));
    found.sort(orderBy === 'LastEventTime' ? byTime : (a, b) => (a.name < b.name ? -1 : 1));
    if (input.descending) found.reverse();
    const from = input.nextToken === undefined ? 0 : readPageToken(input.nextToken)?.offset;
    if (typeof from !== 'number') throw invalidParameter('The specified nextToken is invalid.');
    return {
      logStreams: found.slice(from, from + limit).map((stream) => describe(group, stream)),
      ...(from + limit < found.length ? { nextToken: pageToken({ offset: from + limit }) } : {}),
    };
  },
});

const byTime = (a: LogStream, b: LogStream): number => (a.events.at(-1)?.at ?? 0) - (b.events.at(-1)?.at ?? 0);

const describe = ({ arn }: LogGroup, stream: LogStream): Shape => ({
  logStreamName: stream.name,
  creationTime: stream.createdAt,
  firstEventTimestamp: stream.events[0]?.at,
  lastEventTimestamp: stream.events.at(-1)?.at,
  lastIngestionTime: stream.lastIngestedAt,
  arn: `${arn}:log-stream:${stream.name}`,
  storedBytes: streamBytes(stream),
});
