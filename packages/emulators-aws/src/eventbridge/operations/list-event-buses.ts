import type { ListEventBusesRequest, ListEventBusesResponse } from '@aws-sdk/client-eventbridge';
import { operation } from '@cairn/emulator-kit';
import { namedPage } from '../../messaging/page-token.ts';
import { describeBus } from '../describe.ts';
import { validation } from '../errors.ts';
import type { EventsState } from '../state.ts';

const PAGE = 100;

export const listEventBuses = operation<EventsState, ListEventBusesRequest, ListEventBusesResponse>({
  fidelity: 'real',
  handle: ({ NamePrefix: prefix = '', NextToken: token, Limit: limit = PAGE }, { state }) => {
    const named = [...state.buses.values()].filter(({ name }) => name.startsWith(prefix));
    const { items, nextToken } = namedPage(named, ({ name }) => name, { token, limit }, invalidToken);
    return { EventBuses: items.map(describeBus), ...(nextToken === undefined ? {} : { NextToken: nextToken }) };
  },
});

const invalidToken = () => validation('NextToken is not one that ListEventBuses gave out.');
