import { report } from '../messaging/metrics.ts';
import { matchesPattern, parsePattern } from '../messaging/pattern.ts';
import type { Json } from '../messaging/pattern-leaf.ts';
import { deliver } from './delivery.ts';
import type { BusEvent, EventBus, EventsCall, Rule } from './state.ts';

/** Something that happened, as a service or an application tells it. */
export interface Happening {
  readonly source: string;
  readonly detailType: string;
  readonly resources: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
  readonly at?: number;
}

/** The event of a happening, in the envelope that all events have. */
export function eventOf(call: EventsCall, { source, detailType, resources, detail, at }: Happening): BusEvent {
  return {
    version: '0',
    id: call.ids.uuid(),
    'detail-type': detailType,
    source,
    account: call.accountId,
    time: `${new Date(at ?? call.now()).toISOString().slice(0, 19)}Z`,
    region: call.region,
    resources,
    detail,
  };
}

/** Sends an event to the targets of all rules of a bus that match it. */
export function dispatchEvent(call: EventsCall, bus: EventBus, event: BusEvent): void {
  const seen: Json = JSON.parse(JSON.stringify(event));
  for (const rule of bus.rules.values()) {
    if (rule.state === 'ENABLED' && isMatch(rule, seen)) trigger(call, rule, event);
  }
}

function isMatch({ pattern }: Rule, event: Json): boolean {
  const parsed = pattern === undefined ? undefined : parsePattern(pattern);
  return parsed?.outcome === 'pattern' && matchesPattern(parsed.pattern, event);
}

/** Sends what happened to the targets of one rule, whatever its pattern says: a schedule fell due. */
export const happened = (call: EventsCall, rule: Rule, what: Happening): void =>
  trigger(call, rule, eventOf(call, what));

function trigger(call: EventsCall, rule: Rule, event: BusEvent): void {
  report(call, 'AWS/Events', { RuleName: rule.name }, { TriggeredRules: [1, 'Count'] });
  for (const target of rule.targets.values()) call.background((later) => deliver(later, rule, target, event));
}
