import { isOperator, type Json, type JsonObject, leafFault, matchesLeaf } from './pattern-leaf.ts';

/**
 * Event patterns as EventBridge and SNS filter policies have them: an object of the event's form whose leaves are lists
 * of what a value may be.
 *
 * @see EventBridge user guide, "Comparison operators for use in event patterns"
 */
export type Pattern = JsonObject;

export type ParsedPattern =
  | { readonly outcome: 'pattern'; readonly pattern: Pattern }
  /** `fault` is one sentence: which member, and what is wrong. */
  | { readonly outcome: 'fault'; readonly fault: string };

export function parsePattern(json: string): ParsedPattern {
  let value: Json;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return { outcome: 'fault', fault: `it is not JSON: ${error instanceof Error ? error.message : ''}` };
  }
  if (!isObject(value)) return { outcome: 'fault', fault: 'it must be a JSON object' };
  const fault = objectFault(value, '');
  return fault === undefined ? { outcome: 'pattern', pattern: value } : { outcome: 'fault', fault };
}

function objectFault(pattern: JsonObject, path: string): string | undefined {
  const entries = Object.entries(pattern);
  if (entries.length === 0) return path === '' ? 'it must not be empty' : `"${path}" must not be an empty object`;
  for (const [name, value] of entries) {
    const fault = memberFault(name, value, path === '' ? name : `${path}.${name}`);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function memberFault(name: string, value: Json, path: string): string | undefined {
  const branches = branchesOf(name, value);
  if (branches) return branches.map((branch) => objectFault(branch, path)).find((fault) => fault !== undefined);
  if (isObject(value)) return objectFault(value, path);
  if (!Array.isArray(value)) return `"${path}" must be an object or an array`;
  if (value.length === 0) return `"${path}" must not be an empty array`;
  return value.map((leaf) => leafFault(leaf, path)).find((fault) => fault !== undefined);
}

/** Whether an event has what the pattern asks for; members that the pattern does not name do not matter. */
export function matchesPattern(pattern: Pattern, event: Json | undefined): boolean {
  // Members of objects in a list must all be found in one and the same entry.
  if (Array.isArray(event) && event.length > 0) return event.some((entry) => matchesPattern(pattern, entry));
  return Object.entries(pattern).every(([name, wanted]) => {
    const branches = branchesOf(name, wanted);
    if (branches) return branches.some((branch) => matchesPattern(branch, event));
    const found = isObject(event) && Object.hasOwn(event, name) ? event[name] : undefined;
    return Array.isArray(wanted) ? wanted.some((leaf) => matchesValue(leaf, found)) : matchesMember(wanted, found);
  });
}

const matchesMember = (wanted: Json | undefined, found: Json | undefined): boolean =>
  isObject(wanted) && matchesPattern(wanted, found);

/** A list has a value when one of its entries is it. */
function matchesValue(leaf: Json, found: Json | undefined): boolean {
  if (!Array.isArray(found)) return !isObject(found) ? matchesLeaf(leaf, found) : isExistsFalse(leaf);
  if (found.length === 0) return matchesLeaf(leaf, undefined);
  return found.some((entry) => matchesValue(leaf, entry));
}

/** `exists` looks at leaves: a member that is an object is none. */
const isExistsFalse = (leaf: Json): boolean => isObject(leaf) && leaf.exists === false;

/** `$or` is an alternative when it lists two or more patterns; otherwise it is a name like any other. */
function branchesOf(name: string, value: Json | undefined): readonly JsonObject[] | undefined {
  if (name !== '$or' || !Array.isArray(value) || value.length < 2) return undefined;
  const branches = value.filter(isObject);
  return branches.length === value.length && !branches.some(isOperator) ? branches : undefined;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
