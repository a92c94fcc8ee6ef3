import type { DescribeEventBusRequest, DescribeEventBusResponse } from '@aws-sdk/client-eventbridge';
import { operation } from '@cairn/emulator-kit';
import { getBus, onBus } from '../buses.ts';
import { describeBus } from '../describe.ts';
import type { EventsState } from '../state.ts';

export const describeEventBus = operation<EventsState, DescribeEventBusRequest, DescribeEventBusResponse>({
  fidelity: 'real',
  needs: onBus('DescribeEventBus'),
  handle: ({ Name: name }, call) => describeBus(getBus(call, name)),
});
