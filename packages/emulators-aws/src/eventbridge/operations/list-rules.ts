import type { ListRulesRequest, ListRulesResponse } from '@aws-sdk/client-eventbridge';
import { operation } from '@cairn/emulator-kit';
import { namedPage } from '../../messaging/page-token.ts';
import { getBus } from '../buses.ts';
import { describeRule } from '../describe.ts';
import { validation } from '../errors.ts';
import type { EventsState } from '../state.ts';

const PAGE = 100;

export const listRules = operation<EventsState, ListRulesRequest, ListRulesResponse>({
  fidelity: 'real',
  handle: ({ NamePrefix: prefix = '', EventBusName: bus, NextToken: token, Limit: limit = PAGE }, call) => {
    const named = [...getBus(call, bus).rules.values()].filter(({ name }) => name.startsWith(prefix));
    const { items, nextToken } = namedPage(named, ({ name }) => name, { token, limit }, invalidToken);
    return { Rules: items.map(describeRule), ...(nextToken === undefined ? {} : { NextToken: nextToken }) };
  },
});

const invalidToken = () => validation('NextToken is not one that ListRules gave out.');
