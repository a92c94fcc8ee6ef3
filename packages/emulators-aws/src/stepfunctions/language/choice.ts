import { isObject, type Json, type JsonObject } from './json.ts';
import { runtimeError } from './states-error.ts';
import { find, type Scope } from './template.ts';

type Compare = (order: number) => boolean;

const COMPARISONS: Readonly<Record<string, Compare>> = {
  Equals: (order) => order === 0,
  LessThan: (order) => order < 0,
  LessThanEquals: (order) => order <= 0,
  GreaterThan: (order) => order > 0,
  GreaterThanEquals: (order) => order >= 0,
};

/** RFC 3339 with `T` and a zone, as the language wants it. */
const TIMESTAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** How the values of each family are read; undefined when a value is not of it, so that no comparison holds. */
const FAMILIES: Readonly<Record<string, (value: Json) => number | string | undefined>> = {
  String: (value) => (typeof value === 'string' ? value : undefined),
  Numeric: (value) => (typeof value === 'number' ? value : undefined),
  Boolean: (value) => (typeof value === 'boolean' ? Number(value) : undefined),
  Timestamp: (value) => (typeof value === 'string' && TIMESTAMP.test(value) ? Date.parse(value) : undefined),
};

const TYPE_TESTS: Readonly<Record<string, (value: Json | undefined) => boolean>> = {
  IsPresent: (value) => value !== undefined,
  IsNull: (value) => value === null,
  IsString: (value) => typeof value === 'string',
  IsNumeric: (value) => typeof value === 'number',
  IsBoolean: (value) => typeof value === 'boolean',
  IsTimestamp: (value) => typeof value === 'string' && TIMESTAMP.test(value),
};

const OPERATOR = /^(String|Numeric|Boolean|Timestamp)(Equals|(?:Less|Greater)Than(?:Equals)?)(Path)?$/;

/** Whether a name is an operator of data-test expressions. */
export const isOperator = (name: string): boolean =>
  (OPERATOR.test(name) && !/^Boolean(Less|Greater)/.test(name)) || name === 'StringMatches' || name in TYPE_TESTS;

/** Whether a choice rule holds. Throws StatesError States.Runtime for a variable that is not there. */
export function holds(rule: JsonObject, scope: Scope): boolean {
  if (Array.isArray(rule.And)) return rulesIn(rule.And).every((one) => holds(one, scope));
  if (Array.isArray(rule.Or)) return rulesIn(rule.Or).some((one) => holds(one, scope));
  if (isObject(rule.Not)) return !holds(rule.Not, scope);
  const [operator, expected] = Object.entries(rule).find(([name]) => isOperator(name)) ?? ['', null];
  const path = String(rule.Variable);
  const variable = find(path, scope);
  if (operator === 'IsPresent') return (variable !== undefined) === expected;
  if (variable === undefined) throw invalidPath(path);
  const test = TYPE_TESTS[operator];
  if (test) return test(variable) === expected;
  if (operator === 'StringMatches') return typeof variable === 'string' && matches(variable, String(expected));
  return compares(operator, variable, expected, scope);
}

const rulesIn = (rules: Json): readonly JsonObject[] => (Array.isArray(rules) ? rules.filter(isObject) : []);

const invalidPath = (path: string) =>
  runtimeError(`Invalid path '${path}': The choice state's condition path references an invalid value.`);

function compares(operator: string, variable: Json, expected: Json, scope: Scope): boolean {
  const [, family = '', comparison = '', isPath] = OPERATOR.exec(operator) ?? [];
  const read = FAMILIES[family];
  const other = isPath ? find(String(expected), scope) : expected;
  if (other === undefined) throw invalidPath(String(expected));
  const [a, b] = [read?.(variable), read?.(other)];
  if (a === undefined || b === undefined) return false;
  return COMPARISONS[comparison]?.(a < b ? -1 : a > b ? 1 : 0) ?? false;
}

/** `*` stands for any signs; `\\*` for itself. Without regular expressions, whose time learners could exhaust. */
function matches(value: string, pattern: string): boolean {
  const parts = pattern.split(/(?<!\\)\*/).map((part) => part.replace(/\\([*\\])/g, '$1'));
  const [first = '', ...others] = parts;
  if (others.length === 0) return value === first;
  const last = others.pop() ?? '';
  if (!value.startsWith(first) || value.length < first.length + last.length || !value.endsWith(last)) return false;
  let at = first.length;
  for (const part of others) {
    const found = value.indexOf(part, at);
    if (found < 0 || found + part.length > value.length - last.length) return false;
    at = found + part.length;
  }
  return true;
}
