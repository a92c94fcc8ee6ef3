import type { GetLogEventsRequest, GetLogEventsResponse } from '@aws-sdk/client-cloudwatch-logs';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { invalidParameter } from '../errors.ts';
import { getGroup, getStream, givenName, onStream } from '../groups.ts';
import type { LogEvent, LogsState } from '../state.ts';
import { expire } from '../writing.ts';

const MOST_EVENTS = 10_000;
const TOKEN = /^([fb])\/(\d{20})\/(\d{56})$/;
/** Stands before or after all events. */
const FIRST_ID = '0'.repeat(56);
const LAST_ID = '9'.repeat(56);

export const getLogEvents = operation<LogsState, Sent<GetLogEventsRequest>, GetLogEventsResponse>({
  fidelity: 'real',
  needs: onStream('GetLogEvents'),
  handle: (input, call) => {
    const group = getGroup(call, givenName(input));
    const stream = getStream(group, input.logStreamName);
    expire(call, group);
    const { startTime = 0, endTime = Number.POSITIVE_INFINITY, limit = MOST_EVENTS } = input;
    const within = stream.events.filter(({ at }) => at >= startTime && at < endTime);
    const page = pageOf(within, input, limit);
    return {
      events: page.events.map(({ at, message, ingestedAt }) => ({ timestamp: at, message, ingestionTime: ingestedAt })),
      nextForwardToken: `f/${page.last}`,
      nextBackwardToken: `b/${page.first}`,
    };
  },
});

interface Page {
  readonly events: readonly LogEvent[];
  /** Place of the first and of the last event; where nothing is, that of the token. */
  readonly first: string;
  readonly last: string;
}

const placeOf = ({ at, id }: Pick<LogEvent, 'at' | 'id'>): string => `${String(at).padStart(20, '0')}/${id}`;

/** Tokens name the event they stand at, so that later ones are found however many came meanwhile. */
function pageOf(
  all: readonly LogEvent[],
  { nextToken, startFromHead = false }: GetLogEventsRequest,
  limit: number,
): Page {
  if (nextToken === undefined) {
    const events = startFromHead ? all.slice(0, limit) : all.slice(-limit);
    return bounded(events, placeOf({ at: 0, id: startFromHead ? FIRST_ID : LAST_ID }));
  }
  const [, direction, at, id] = TOKEN.exec(nextToken) ?? [];
  if (direction === undefined) throw invalidParameter('The specified nextToken is invalid.');
  const place = `${at}/${id}`;
  if (direction === 'f') return bounded(all.filter((event) => placeOf(event) > place).slice(0, limit), place);
  return bounded(all.filter((event) => placeOf(event) < place).slice(-limit), place);
}

function bounded(events: readonly LogEvent[], place: string): Page {
  const [first, last] = [events[0], events.at(-1)];
  return { events, first: first ? placeOf(first) : place, last: last ? placeOf(last) : place };
}
