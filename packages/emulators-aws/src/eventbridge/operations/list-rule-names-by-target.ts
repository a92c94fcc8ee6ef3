import type { ListRuleNamesByTargetRequest, ListRuleNamesByTargetResponse } from '@aws-sdk/client-eventbridge';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { namedPage } from '../../messaging/page-token.ts';
import { getBus } from '../buses.ts';
import { validation } from '../errors.ts';
import type { EventsState } from '../state.ts';

const PAGE = 100;

type Input = Sent<ListRuleNamesByTargetRequest>;

export const listRuleNamesByTarget = operation<EventsState, Input, ListRuleNamesByTargetResponse>({
  fidelity: 'real',
  handle: ({ TargetArn: arn, EventBusName: bus, NextToken: token, Limit: limit = PAGE }, call) => {
    const rules = [...getBus(call, bus).rules.values()];
    const aiming = rules.filter(({ targets }) => [...targets.values()].some((target) => target.Arn === arn));
    const { items, nextToken } = namedPage(aiming, ({ name }) => name, { token, limit }, invalidToken);
    return { RuleNames: items.map(({ name }) => name), ...(nextToken === undefined ? {} : { NextToken: nextToken }) };
  },
});

const invalidToken = () => validation('NextToken is not one that ListRuleNamesByTarget gave out.');
