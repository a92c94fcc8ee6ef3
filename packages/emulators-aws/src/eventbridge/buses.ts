import type { Need, NewAccount } from '@cairn/emulator-kit';
import { parseArn } from '../messaging/arn.ts';
import { resourceTags } from '../messaging/needs.ts';
import { busNotFound, ruleNotFound } from './errors.ts';
import { DEFAULT_BUS, type EventBus, type EventsCall, type EventsState, type Rule } from './state.ts';

/** Every account has a bus of its own that services of AWS send to. */
export function emptyState({ accountId, region, now }: NewAccount): EventsState {
  const arn = `arn:aws:events:${region}:${accountId}:event-bus/${DEFAULT_BUS}`;
  return { buses: new Map([[DEFAULT_BUS, newBus(DEFAULT_BUS, arn, now)]]) };
}

export const newBus = (name: string, arn: string, createdAt: number, description?: string): EventBus => ({
  name,
  arn,
  description,
  createdAt,
  rules: new Map(),
  tags: new Map(),
});

/** A bus may be named by its ARN. */
export const busNameOf = (nameOrArn: string = DEFAULT_BUS): string =>
  parseArn(nameOrArn)?.resource.replace(/^event-bus\//, '') ?? nameOrArn;

/** Throws ResourceNotFoundException. */
export function getBus({ state }: EventsCall, nameOrArn?: string): EventBus {
  const name = busNameOf(nameOrArn);
  const bus = state.buses.get(name);
  if (!bus) throw busNotFound(name);
  return bus;
}

/** Throws ResourceNotFoundException. */
export function getRule(call: EventsCall, name: string, busName?: string): Rule {
  const bus = getBus(call, busName);
  const rule = bus.rules.get(name);
  if (!rule) throw ruleNotFound(name, bus.name);
  return rule;
}

/** Rules of the default bus have no bus in their ARN. */
export const ruleArn = (call: EventsCall, name: string, busName: string): string =>
  call.arn(busName === DEFAULT_BUS ? `rule/${name}` : `rule/${busName}/${name}`);

export const busArn = (call: EventsCall, name: string): string => call.arn(`event-bus/${name}`);

interface NamesRule {
  readonly Name?: string | undefined;
  readonly Rule?: string | undefined;
  readonly EventBusName?: string | undefined;
}

/** Permission for `events:<action>` on the rule that a request names. */
export const onRule =
  (action: string) =>
  ({ Name, Rule: rule, EventBusName }: NamesRule, call: EventsCall): Need =>
    ruleNeed(call, action, Name ?? rule ?? '', busNameOf(EventBusName));

export function ruleNeed(
  call: EventsCall,
  action: string,
  name: string,
  busName: string,
  context: Need['context'] = {},
): Need {
  const tags = call.state.buses.get(busName)?.rules.get(name)?.tags ?? [];
  return {
    action: `events:${action}`,
    resource: ruleArn(call, name, busName),
    context: { ...resourceTags(tags), ...context },
  };
}

/** Permission for `events:<action>` on the bus that a request names. */
export const onBus =
  (action: string) =>
  ({ Name: name }: { readonly Name?: string | undefined }, call: EventsCall): Need =>
    busNeed(call, action, name);

export function busNeed(call: EventsCall, action: string, nameOrArn?: string, context: Need['context'] = {}): Need {
  const name = busNameOf(nameOrArn);
  const tags = call.state.buses.get(name)?.tags ?? [];
  return {
    action: `events:${action}`,
    resource: busArn(call, name),
    context: { ...resourceTags(tags), ...context },
  };
}
