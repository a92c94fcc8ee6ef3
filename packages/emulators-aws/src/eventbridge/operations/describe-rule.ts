import type { DescribeRuleRequest, DescribeRuleResponse } from '@aws-sdk/client-eventbridge';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { getRule, onRule } from '../buses.ts';
import { describeRule as describe } from '../describe.ts';
import type { EventsState } from '../state.ts';

export const describeRule = operation<EventsState, Sent<DescribeRuleRequest>, DescribeRuleResponse>({
  fidelity: 'real',
  needs: onRule('DescribeRule'),
  handle: ({ Name: name, EventBusName: bus }, call) => {
    const rule = getRule(call, name, bus);
    return { ...describe(rule), CreatedBy: rule.createdBy };
  },
});
