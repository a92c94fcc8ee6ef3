import type { ListTargetsByRuleRequest, ListTargetsByRuleResponse } from '@aws-sdk/client-eventbridge';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { namedPage } from '../../messaging/page-token.ts';
import { getRule, onRule } from '../buses.ts';
import { validation } from '../errors.ts';
import type { EventsState } from '../state.ts';

const PAGE = 100;

export const listTargetsByRule = operation<EventsState, Sent<ListTargetsByRuleRequest>, ListTargetsByRuleResponse>({
  fidelity: 'real',
  needs: onRule('ListTargetsByRule'),
  handle: ({ Rule: name, EventBusName: bus, NextToken: token, Limit: limit = PAGE }, call) => {
    const { targets } = getRule(call, name, bus);
    const { items, nextToken } = namedPage(targets.values(), ({ Id }) => Id, { token, limit }, invalidToken);
    return { Targets: [...items], ...(nextToken === undefined ? {} : { NextToken: nextToken }) };
  },
});

const invalidToken = () => validation('NextToken is not one that ListTargetsByRule gave out.');
