import type { DeleteRuleRequest } from '@aws-sdk/client-eventbridge';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { getBus, onRule } from '../buses.ts';
import { validation } from '../errors.ts';
import type { EventsState } from '../state.ts';

/** Says yes to a rule that is not there, as EventBridge does. */
export const deleteRule = operation<EventsState, Sent<DeleteRuleRequest>, void>({
  fidelity: 'real',
  needs: onRule('DeleteRule'),
  handle: ({ Name: name, EventBusName: busName }, call) => {
    const { rules } = getBus(call, busName);
    const rule = rules.get(name);
    if (!rule) return;
    if (rule.targets.size > 0) throw validation("Rule can't be deleted since it has targets.");
    if (rule.timerId !== undefined) call.cancel(rule.timerId);
    rules.delete(name);
  },
});
