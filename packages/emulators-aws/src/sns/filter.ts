import { matchesPattern, type Pattern, parsePattern } from '../messaging/pattern.ts';
import type { Json } from '../messaging/pattern-leaf.ts';
import { invalidParameter } from './errors.ts';
import type { Attributes, Published, Subscription } from './state.ts';

const MAX_KEYS = 5;
const MAX_COMBINATIONS = 150;

/** Throws InvalidParameter unless the policy fits its scope: attributes have no members of their own. */
export function checkFilterPolicy(json: string, scope: string): void {
  if (json === '' || json.trim() === '{}') return;
  const parsed = parsePattern(json);
  if (parsed.outcome === 'fault') throw invalidParameter('FilterPolicy', parsed.fault);
  if (scope === 'MessageAttributes' && Object.values(parsed.pattern).some((value) => !Array.isArray(value))) {
    throw invalidParameter(
      'FilterPolicy',
      'Filter policy scope MessageAttributes does not support nested filter policy',
    );
  }
  const leaves = listsIn(parsed.pattern);
  if (leaves.length > MAX_KEYS)
    throw invalidParameter('FilterPolicy', `Filter policy can not have more than ${MAX_KEYS} keys`);
  if (leaves.reduce((product, { length }) => product * length, 1) > MAX_COMBINATIONS) {
    throw invalidParameter(
      'FilterPolicy',
      `Filter policy is too complex: more than ${MAX_COMBINATIONS} combinations of values`,
    );
  }
}

function listsIn(pattern: Json): readonly (readonly Json[])[] {
  if (Array.isArray(pattern)) return [pattern];
  return typeof pattern === 'object' && pattern !== null ? Object.values(pattern).flatMap(listsIn) : [];
}

/** Whether a subscription wants a message. */
export function isWanted({ attributes }: Subscription, published: Published): boolean {
  const json = attributes.get('FilterPolicy');
  const parsed = json === undefined ? undefined : parsePattern(json);
  if (parsed?.outcome !== 'pattern') return true;
  return attributes.get('FilterPolicyScope') === 'MessageBody'
    ? matchesBody(parsed.pattern, published.message)
    : matchesPattern(parsed.pattern, valuesOf(published.attributes));
}

/** A body that is no JSON object matches nothing. */
function matchesBody(pattern: Pattern, message: string): boolean {
  try {
    const body: Json = JSON.parse(message);
    return typeof body === 'object' && body !== null && matchesPattern(pattern, body);
  } catch {
    return false;
  }
}

/** Attributes as the policy compares them: numbers as numbers, String.Array as its entries, bytes not at all. */
function valuesOf(attributes: Attributes): Readonly<Record<string, Json>> {
  const entries = Object.entries(attributes).flatMap(([name, { DataType: type = '', StringValue: text = '' }]) => {
    if (type.startsWith('Binary')) return [];
    if (type.startsWith('Number')) return [[name, Number(text)] as const];
    return [[name, type === 'String.Array' ? entriesOf(text) : text] as const];
  });
  return Object.fromEntries(entries);
}

function entriesOf(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
