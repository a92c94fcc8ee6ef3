import { isInRange, rangeFault } from './cidr.ts';

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [name: string]: Json;
}

/** Those that stand inside anything-but too. */
const TEXT_OPERATORS = ['equals-ignore-case', 'prefix', 'suffix', 'wildcard'];

const COMPARISONS: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  '=': (value, bound) => value === bound,
  '!=': (value, bound) => value !== bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
};

const LIMIT = 5_000_000_000;

export const isOperator = (value: JsonObject): boolean =>
  Object.keys(value).some((name) => Object.hasOwn(CHECKS, name));

/** What is wrong with one entry of a list of allowed values; undefined when nothing is. */
export function leafFault(leaf: Json, path: string): string | undefined {
  if (typeof leaf !== 'object' || leaf === null) return undefined;
  const [entry, ...more] = Array.isArray(leaf) ? [] : Object.entries(leaf);
  if (!entry || more.length > 0)
    return `an entry of "${path}" must be a text, a number, true, false, null or an object with one operator`;
  const [operator, value] = entry;
  const problem = operatorFault(operator, value);
  return problem === undefined ? undefined : `"${path}": ${problem}`;
}

type Check = (value: Json) => string | undefined;

const affixFault =
  (operator: string): Check =>
  (value) =>
    isText(value) || isIgnoringCase(value) ? undefined : `${operator} must be a text or {"equals-ignore-case": text}`;

const unless =
  (isRight: (value: Json) => boolean, fault: string): Check =>
  (value) =>
    isRight(value) ? undefined : fault;

const CHECKS: Readonly<Record<string, Check>> = {
  prefix: affixFault('prefix'),
  suffix: affixFault('suffix'),
  'equals-ignore-case': unless(isText, 'equals-ignore-case must be a text'),
  wildcard: unless((value) => isText(value) && !value.includes('**'), 'wildcard must be a text without two * in a row'),
  exists: unless((value) => typeof value === 'boolean', 'exists must be true or false'),
  numeric: numericFault,
  cidr: (value) => rangeFault(String(value)),
  'anything-but': anythingButFault,
};

function operatorFault(operator: string, value: Json): string | undefined {
  const check = Object.hasOwn(CHECKS, operator) ? CHECKS[operator] : undefined;
  return check ? check(value) : `unrecognized match type ${operator}`;
}

function numericFault(value: Json): string | undefined {
  const shape = 'numeric must be a list of comparisons and numbers, such as [">", 0, "<=", 5]';
  if (!Array.isArray(value) || value.length === 0 || value.length > 4 || value.length % 2 === 1) return shape;
  const isRight = value.every((part, index) =>
    index % 2 === 0
      ? typeof part === 'string' && Object.hasOwn(COMPARISONS, part)
      : typeof part === 'number' && Math.abs(part) <= LIMIT,
  );
  return isRight ? undefined : shape;
}

function anythingButFault(value: Json): string | undefined {
  const all = Array.isArray(value) ? value : [value];
  const isList = all.length > 0 && (all.every(isText) || all.every((one) => typeof one === 'number'));
  if (isList) return undefined;
  const [entry, ...more] = isJsonObject(value) ? Object.entries(value) : [];
  const texts = entry && (Array.isArray(entry[1]) ? entry[1] : [entry[1]]);
  if (entry && more.length === 0 && TEXT_OPERATORS.includes(entry[0]) && texts?.every(isText)) return undefined;
  return `anything-but must be texts, numbers, or one of ${TEXT_OPERATORS.join(', ')}`;
}

/** Whether a single value is what an entry of a pattern's list asks for; undefined stands for a missing member. */
export function matchesLeaf(leaf: Json, found: Json | undefined): boolean {
  if (!isJsonObject(leaf)) return found !== undefined && leaf === found;
  const [[operator, value] = []] = Object.entries(leaf);
  if (operator === 'exists') return value === (found !== undefined);
  if (operator === undefined || value === undefined || found === undefined) return false;
  if (operator === 'numeric') return typeof found === 'number' && matchesNumeric(value, found);
  if (operator === 'anything-but') return !isExcluded(value, found);
  return typeof found === 'string' && matchesText(operator, value, found);
}

function isExcluded(value: Json, found: Json): boolean {
  if (!isJsonObject(value)) return (Array.isArray(value) ? value : [value]).includes(found);
  const [[operator = '', texts] = []] = Object.entries(value);
  const all = Array.isArray(texts) ? texts : [texts ?? ''];
  return typeof found === 'string' && all.some((text) => matchesText(operator, text, found));
}

function matchesText(operator: string, value: Json, found: string): boolean {
  if (isIgnoringCase(value))
    return matchesText(operator, value['equals-ignore-case'].toLowerCase(), found.toLowerCase());
  if (!isText(value)) return false;
  switch (operator) {
    case 'prefix':
      return found.startsWith(value);
    case 'suffix':
      return found.endsWith(value);
    case 'equals-ignore-case':
      return found.toLowerCase() === value.toLowerCase();
    case 'cidr':
      return isInRange(found, value);
    default:
      return matchesWildcard(value, found);
  }
}

function matchesNumeric(value: Json, found: number): boolean {
  const parts = Array.isArray(value) ? value : [];
  for (let index = 0; index < parts.length; index += 2) {
    const compare = COMPARISONS[String(parts[index])];
    if (!compare?.(found, Number(parts[index + 1]))) return false;
  }
  return parts.length > 0;
}

/** `*` stands for any characters; `\*` and `\\` for themselves. Linear: pieces are sought from left to right. */
function matchesWildcard(wildcard: string, text: string): boolean {
  const pieces = wildcard.split(/(?<!\\)\*/).map((piece) => piece.replace(/\\([*\\])/g, '$1'));
  const [first = '', ...rest] = pieces;
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

function isText(value: Json | undefined): value is string {
  return typeof value === 'string';
}

function isIgnoringCase(value: Json): value is { readonly 'equals-ignore-case': string } {
  return isJsonObject(value) && Object.keys(value).length === 1 && isText(value['equals-ignore-case']);
}

function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
