import type { FilterLogEventsRequest, FilterLogEventsResponse } from '@aws-sdk/client-cloudwatch-logs';
import { operation } from '@cairn/emulator-kit';
import { pageToken, readPageToken } from '../../messaging/page-token.ts';
import { invalidParameter } from '../errors.ts';
import { getGroup, getStream, givenName, onGroup } from '../groups.ts';
import { matchPattern, parsePattern } from '../patterns/pattern.ts';
import type { LogGroup, LogStream, LogsState } from '../state.ts';
import { expire } from '../writing.ts';

const MOST_EVENTS = 10_000;

export const filterLogEvents = operation<LogsState, FilterLogEventsRequest, FilterLogEventsResponse>({
  fidelity: 'real',
  needs: onGroup('FilterLogEvents'),
  handle: (input, call) => {
    const group = getGroup(call, givenName(input));
    expire(call, group);
    const pattern = parsePattern(input.filterPattern ?? '');
    const { startTime = 0, endTime = Number.POSITIVE_INFINITY, limit = MOST_EVENTS } = input;
    const found = streamsOf(group, input).flatMap((stream) =>
      stream.events
        .filter(({ at, message }) => at >= startTime && at <= endTime && matchPattern(pattern, message))
        .map((event) => ({ stream: stream.name, ...event })),
    );
    found.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
    const from = offsetOf(input.nextToken);
    return {
      events: found.slice(from, from + limit).map(({ stream, at, message, ingestedAt, id }) => ({
        logStreamName: stream,
        timestamp: at,
        message,
        ingestionTime: ingestedAt,
        eventId: id,
      })),
      searchedLogStreams: [],
      ...(from + limit < found.length ? { nextToken: pageToken({ offset: from + limit }) } : {}),
    };
  },
});

function streamsOf(
  group: LogGroup,
  { logStreamNames: names, logStreamNamePrefix: prefix }: FilterLogEventsRequest,
): LogStream[] {
  if (names && prefix !== undefined) {
    throw invalidParameter('logStreamNamePrefix and logStreamNames are mutually exclusive.');
  }
  if (names) return names.map((name) => getStream(group, name));
  return [...group.streams.values()].filter(({ name }) => name.startsWith(prefix ?? ''));
}

function offsetOf(token: string | undefined): number {
  const offset = token === undefined ? 0 : readPageToken(token)?.offset;
  if (typeof offset !== 'number') throw invalidParameter('The specified nextToken is invalid.');
  return offset;
}
