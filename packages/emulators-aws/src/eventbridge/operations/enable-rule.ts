import type { EnableRuleRequest } from '@aws-sdk/client-eventbridge';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { getRule, onRule } from '../buses.ts';
import { reschedule } from '../schedule.ts';
import type { EventsState } from '../state.ts';

export const enableRule = operation<EventsState, Sent<EnableRuleRequest>, void>({
  fidelity: 'real',
  needs: onRule('EnableRule'),
  handle: ({ Name: name, EventBusName: bus }, call) => {
    const rule = getRule(call, name, bus);
    rule.state = 'ENABLED';
    reschedule(call, rule);
  },
});
