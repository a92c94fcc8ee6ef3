import type { Expectation } from '../lab/checks-schema.ts';
import { search } from '../query/jmespath.ts';

/** What an expectation found: nothing to say, or what was seen instead. */
export type Finding = { readonly met: true } | { readonly met: false; readonly observed: string };

const MET: Finding = { met: true };

/** @throws RangeError when the answer does not fit the JMESPath */
export function judge(expectation: Expectation, output: unknown): Finding {
  const value = search(expectation.path, output);
  const { each } = expectation;
  const isMet = each === undefined ? matches(expectation, value) : matchesEach(expectation, each, value);
  return isMet
    ? MET
    : { met: false, observed: `${nameOf(expectation.path)} is ${brief(value)}; wanted: ${wish(expectation)}` };
}

function matchesEach(expectation: Expectation, each: 'all' | 'any' | 'none', value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  const hits = value.filter((entry) => matches(expectation, entry)).length;
  if (each === 'all') return value.length > 0 && hits === value.length;
  return each === 'any' ? hits > 0 : hits === 0;
}

type Matcher = (value: unknown, wanted: unknown) => boolean;

const MATCH: Readonly<Record<string, Matcher>> = {
  equals: isSame,
  notEquals: (value, wanted) => !isSame(value, wanted),
  contains,
  notContains: (value, wanted) => !contains(value, wanted),
  containsAll: (value, wanted) => Array.isArray(wanted) && wanted.every((one) => contains(value, one)),
  matches: (value, wanted) => typeof value === 'string' && new RegExp(String(wanted), 'u').test(value),
  atLeast: (value, wanted) => numberOf(value) >= Number(wanted),
  atMost: (value, wanted) => numberOf(value) <= Number(wanted),
  oneOf: (value, wanted) => Array.isArray(wanted) && wanted.some((one) => isSame(value, one)),
  exists: (value, wanted) => (value !== null && value !== undefined) === wanted,
  length: (value, wanted) => lengthOf(value) === wanted,
  lengthAtLeast: (value, wanted) => lengthOf(value) >= Number(wanted),
  lengthAtMost: (value, wanted) => lengthOf(value) <= Number(wanted),
};

/** Comparisons with NaN are false: what has no number or length matches none. */
function numberOf(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
}

function lengthOf(value: unknown): number {
  if (typeof value === 'string' || Array.isArray(value)) return value.length;
  return typeof value === 'object' && value !== null ? Object.keys(value).length : Number.NaN;
}

function wishes(expectation: Expectation): [name: string, wanted: unknown][] {
  return Object.entries(expectation).filter(([name, wanted]) => name in MATCH && wanted !== undefined);
}

function matches(expectation: Expectation, value: unknown): boolean {
  return wishes(expectation).every(([name, wanted]) => MATCH[name]?.(value, wanted) === true);
}

function contains(value: unknown, wanted: unknown): boolean {
  if (typeof value === 'string') return value.includes(String(wanted));
  return Array.isArray(value) && value.some((entry) => isSame(entry, wanted));
}

/** Deep equality; "5" and 5 are the same, for hyperparameters are texts. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a === 'number' && typeof b === 'string') return numberOf(b) === a;
  if (typeof b === 'number' && typeof a === 'string') return numberOf(a) === b;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [Object.entries(a), b as Record<string, unknown>]; // both objects, by the lines above
  return left.length === Object.keys(b).length && left.every(([key, value]) => isSame(value, right[key]));
}

const MOST_SHOWN = 160;

/** A value as it fits into a message. */
export function brief(value: unknown): string {
  if (value === null || value === undefined) return 'absent';
  const text = value instanceof Uint8Array ? `${value.length} bytes` : JSON.stringify(value);
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}

/** The last name of a path: `EvalDecision` of `EvaluationResults[0].EvalDecision`. */
function nameOf(path: string): string {
  return /([A-Za-z_]\w*)\W*$/.exec(path)?.[1] ?? path;
}

const WORDS: Readonly<Record<string, (wanted: unknown) => string>> = {
  equals: brief,
  notEquals: (wanted) => `anything but ${brief(wanted)}`,
  contains: (wanted) => `with ${brief(wanted)}`,
  notContains: (wanted) => `without ${brief(wanted)}`,
  containsAll: (wanted) => `with all of ${brief(wanted)}`,
  matches: (wanted) => `like ${String(wanted)}`,
  atLeast: (wanted) => `at least ${brief(wanted)}`,
  atMost: (wanted) => `at most ${brief(wanted)}`,
  oneOf: (wanted) => `one of ${brief(wanted)}`,
  exists: (wanted) => (wanted === true ? 'something' : 'nothing'),
  length: (wanted) => `${brief(wanted)} of them`,
  lengthAtLeast: (wanted) => `at least ${brief(wanted)} of them`,
  lengthAtMost: (wanted) => `at most ${brief(wanted)} of them`,
};

const EACH = { all: 'each ', any: 'at least one ', none: 'none of them ' } as const;

function wish(expectation: Expectation): string {
  const words = wishes(expectation).map(([name, wanted]) => WORDS[name]?.(wanted) ?? brief(wanted));
  return `${expectation.each ? EACH[expectation.each] : ''}${words.join(' and ')}`;
}
