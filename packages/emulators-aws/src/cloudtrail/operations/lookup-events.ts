import type { LookupEventsRequest, LookupEventsResponse } from '@aws-sdk/client-cloudtrail';
import { operation } from '@cairn/emulator-kit';
import type { IamState } from '../../iam/state.ts';
import { unsupportedCategory } from '../errors.ts';
import { lookUp } from '../lookup.ts';
import { describeEvent } from '../record.ts';
import type { CloudTrailState } from '../state.ts';

export const lookupEvents = operation<CloudTrailState, LookupEventsRequest, LookupEventsResponse>({
  fidelity: 'simplified',
  differs:
    'Events are there at once, not after some minutes; the last 10,000 calls are kept; responseElements are left out.',
  handle: (input, call) => {
    if (input.EventCategory !== undefined) throw unsupportedCategory(input.EventCategory);
    const { region, journal } = call;
    const { entries, nextToken } = lookUp(journal, input, { region, now: call.now() });
    const iam = call.peek<IamState>('iam');
    return {
      Events: entries.map((entry) => describeEvent(entry, iam)),
      ...(nextToken === undefined ? {} : { NextToken: nextToken }),
    };
  },
});
