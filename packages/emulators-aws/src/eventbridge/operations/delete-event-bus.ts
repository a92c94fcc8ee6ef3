import type { DeleteEventBusRequest } from '@aws-sdk/client-eventbridge';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { onBus } from '../buses.ts';
import { validation } from '../errors.ts';
import { DEFAULT_BUS, type EventsState } from '../state.ts';

/** Says yes to a bus that is not there, as EventBridge does. */
export const deleteEventBus = operation<EventsState, Sent<DeleteEventBusRequest>, void>({
  fidelity: 'real',
  needs: onBus('DeleteEventBus'),
  handle: ({ Name: name }, { state }) => {
    if (name === DEFAULT_BUS) throw validation('Cannot delete event bus default.');
    if ((state.buses.get(name)?.rules.size ?? 0) > 0) {
      throw validation("Event bus can't be deleted since it has rules.");
    }
    state.buses.delete(name);
  },
});
