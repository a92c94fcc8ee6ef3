import type { RemoveTargetsRequest, RemoveTargetsResponse } from '@aws-sdk/client-eventbridge';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { getRule, onRule } from '../buses.ts';
import type { EventsState } from '../state.ts';

export const removeTargets = operation<EventsState, Sent<RemoveTargetsRequest>, RemoveTargetsResponse>({
  fidelity: 'real',
  needs: onRule('RemoveTargets'),
  handle: ({ Rule: name, EventBusName: bus, Ids: ids }, call) => {
    const { targets } = getRule(call, name, bus);
    for (const id of ids) targets.delete(id);
    return { FailedEntryCount: 0, FailedEntries: [] };
  },
});
