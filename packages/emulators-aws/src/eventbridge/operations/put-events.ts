import type {
  PutEventsRequest,
  PutEventsRequestEntry,
  PutEventsResponse,
  PutEventsResultEntry,
} from '@aws-sdk/client-eventbridge';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { EVENTBRIDGE_EVENT } from '../../prices.ts';
import { busNameOf, busNeed } from '../buses.ts';
import { notSupported, validation } from '../errors.ts';
import { dispatchEvent, eventOf } from '../matching.ts';
import type { EventsCall, EventsState } from '../state.ts';

/** EventBridge user guide, "Calculating PutEvents event entry size". */
const MAX_BYTES = 262_144;
const TIME_BYTES = 14;
const UNIT_BYTES = 64 * 1024;

export const putEvents = operation<EventsState, Sent<PutEventsRequest>, PutEventsResponse>({
  fidelity: 'real',
  needs: ({ Entries: entries }, call) => {
    const buses = new Set(entries.map(({ EventBusName: bus }) => busNameOf(bus)));
    return [...buses].map((bus) => busNeed(call, 'PutEvents', bus));
  },
  handle: ({ Entries: entries, EndpointId: endpoint }, call) => {
    if (endpoint !== undefined) throw notSupported('A global endpoint');
    const bytes = entries.reduce((sum, entry) => sum + sizeOf(entry), 0);
    if (bytes > MAX_BYTES)
      throw validation(`Total size of the entries in the request is over the limit: ${bytes} bytes, not ${MAX_BYTES}.`);
    const results = entries.map((entry) => put(call, entry));
    return { FailedEntryCount: results.filter(({ ErrorCode }) => ErrorCode !== undefined).length, Entries: results };
  },
});

function put(call: EventsCall, entry: PutEventsRequestEntry): PutEventsResultEntry {
  const { Source: source, DetailType: detailType, Detail: json, Resources: resources = [] } = entry;
  const missing = Object.entries({ Source: source, DetailType: detailType, Detail: json }).find(([, value]) => !value);
  if (missing || !source || !detailType) {
    const name = missing?.[0];
    return refused('InvalidArgument', `Parameter ${name} is not valid. Reason: ${name} is a required argument.`);
  }
  const isInside = call.principal.accessKeyId === undefined; // a rule that forwards to another bus
  if (source.startsWith('aws.') && !isInside) {
    return refused('NotAuthorizedForSource', `Not authorized for the source: ${source} is kept for services of AWS.`);
  }
  const detail = objectIn(json ?? '');
  if (!detail) return refused('MalformedDetail', 'Detail is malformed.');
  const bus = call.state.buses.get(busNameOf(entry.EventBusName));
  if (!bus) return refused('ResourceNotFoundException', `Event bus ${busNameOf(entry.EventBusName)} does not exist.`);
  call.charge(EVENTBRIDGE_EVENT, Math.max(1, Math.ceil(sizeOf(entry) / UNIT_BYTES)));
  const at = entry.Time?.getTime() ?? call.now();
  const event = eventOf(call, { source, detailType, resources, detail, at });
  dispatchEvent(call, bus, event);
  return { EventId: event.id };
}

const refused = (code: string, message: string): PutEventsResultEntry => ({ ErrorCode: code, ErrorMessage: message });

function objectIn(json: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? Object.fromEntries(Object.entries(value)) : undefined;
  } catch {
    return undefined;
  }
}

function sizeOf({
  Time: time,
  Source = '',
  DetailType = '',
  Detail = '',
  Resources = [],
}: PutEventsRequestEntry): number {
  const texts = [Source, DetailType, Detail, ...Resources];
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), time ? TIME_BYTES : 0);
}
