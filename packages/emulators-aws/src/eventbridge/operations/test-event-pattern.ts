import type { TestEventPatternRequest, TestEventPatternResponse } from '@aws-sdk/client-eventbridge';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { matchesPattern, parsePattern } from '../../messaging/pattern.ts';
import type { Json } from '../../messaging/pattern-leaf.ts';
import { invalidPattern, validation } from '../errors.ts';
import type { EventsState } from '../state.ts';

const REQUIRED = ['id', 'account', 'source', 'time', 'region', 'resources', 'detail-type'];

export const testEventPattern = operation<EventsState, Sent<TestEventPatternRequest>, TestEventPatternResponse>({
  fidelity: 'real',
  handle: ({ EventPattern: pattern, Event: json }) => {
    const parsed = parsePattern(pattern);
    if (parsed.outcome === 'fault') throw invalidPattern(parsed.fault);
    return { Result: matchesPattern(parsed.pattern, eventIn(json)) };
  },
});

function eventIn(json: string): Json {
  let event: Json;
  try {
    event = JSON.parse(json);
  } catch {
    throw validation('Parameter Event is not valid. Reason: it is not JSON.');
  }
  const missing = REQUIRED.find((name) => typeof event !== 'object' || event === null || !Object.hasOwn(event, name));
  if (missing) throw validation(`Parameter Event is not valid. Reason: the member ${missing} is missing.`);
  return event;
}
