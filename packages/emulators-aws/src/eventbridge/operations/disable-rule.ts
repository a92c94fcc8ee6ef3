import type { DisableRuleRequest } from '@aws-sdk/client-eventbridge';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { getRule, onRule } from '../buses.ts';
import { reschedule } from '../schedule.ts';
import type { EventsState } from '../state.ts';

export const disableRule = operation<EventsState, Sent<DisableRuleRequest>, void>({
  fidelity: 'real',
  needs: onRule('DisableRule'),
  handle: ({ Name: name, EventBusName: bus }, call) => {
    const rule = getRule(call, name, bus);
    rule.state = 'DISABLED';
    reschedule(call, rule);
  },
});
