import type { CreateEventBusRequest, CreateEventBusResponse } from '@aws-sdk/client-eventbridge';
import { operation, ServiceError } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { requestTags } from '../../messaging/needs.ts';
import { busArn, busNeed, newBus } from '../buses.ts';
import { pairsOf } from '../describe.ts';
import { limitExceeded, notSupported, validation } from '../errors.ts';
import type { EventsState } from '../state.ts';

const MAX_BUSES = 100;

export const createEventBus = operation<EventsState, Sent<CreateEventBusRequest>, CreateEventBusResponse>({
  fidelity: 'real',
  needs: (input, call) => busNeed(call, 'CreateEventBus', input.Name, requestTags(pairsOf(input.Tags))),
  handle: (input, call) => {
    const { Name: name, Description: description } = input;
    if (input.EventSourceName !== undefined) throw notSupported('A partner event source');
    if (input.KmsKeyIdentifier !== undefined) throw notSupported('A KMS key on an event bus');
    if (input.DeadLetterConfig?.Arn !== undefined) throw notSupported('A dead-letter queue on an event bus');
    if (input.LogConfig !== undefined) throw notSupported('Logging of an event bus');
    if (name.includes('/'))
      throw validation('Event bus name is not valid: custom event buses have no / in their name.');
    if (call.state.buses.has(name)) {
      throw new ServiceError('ResourceAlreadyExistsException', `Event bus ${name} already exists.`);
    }
    if (call.state.buses.size >= MAX_BUSES) throw limitExceeded();
    const bus = newBus(name, busArn(call, name), call.now(), description);
    for (const [key, value] of pairsOf(input.Tags)) bus.tags.set(key, value);
    call.state.buses.set(name, bus);
    return { EventBusArn: bus.arn, ...(description === undefined ? {} : { Description: description }) };
  },
});
