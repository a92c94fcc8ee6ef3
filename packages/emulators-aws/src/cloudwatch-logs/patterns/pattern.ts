import type { LinearPattern } from '../../linear-pattern.ts';
import { type Column, matchColumns, parseColumnPattern } from './column-pattern.ts';
import { holdsFor, type JsonCondition, parseJsonPattern, parsePath, valuesAt } from './json-pattern.ts';
import { expressionOf, invalidPattern } from './tokens.ts';

/**
 * A filter pattern of CloudWatch Logs.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export type Pattern =
  | { readonly kind: 'all' }
  | { readonly kind: 'terms'; readonly terms: readonly Term[] }
  | { readonly kind: 'json'; readonly condition: JsonCondition }
  | { readonly kind: 'columns'; readonly columns: readonly Column[] };

interface Term {
  readonly wants: 'all' | 'any' | 'none';
  readonly test:
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'expression'; readonly matches: LinearPattern };
}

/** A line that a pattern took; `valueOf` reads what a metric filter asks for: `$.latency`, `$size`. */
export interface Matched {
  readonly valueOf: (selector: string) => string | undefined;
}

const TERM = /\s*([?-]?)(?:"((?:[^"\\]|\\.)*)"|%((?:[^%\\]|\\.)*)%|(\S+))/y;

/** Throws InvalidParameterException for a text that is no pattern. */
export function parsePattern(text: string): Pattern {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'all' };
  if (trimmed.startsWith('{')) {
    if (!trimmed.endsWith('}')) throw invalidPattern('the closing } is missing.');
    return { kind: 'json', condition: parseJsonPattern(trimmed) };
  }
  if (trimmed.startsWith('[')) {
    if (!trimmed.endsWith(']')) throw invalidPattern('the closing ] is missing.');
    return { kind: 'columns', columns: parseColumnPattern(trimmed) };
  }
  return { kind: 'terms', terms: parseTerms(trimmed) };
}

function parseTerms(text: string): readonly Term[] {
  const terms: Term[] = [];
  TERM.lastIndex = 0;
  while (TERM.lastIndex < text.length) {
    const match = TERM.exec(text);
    if (!match) throw invalidPattern(`${text} cannot be read.`);
    terms.push(termOf(match));
  }
  return terms;
}

function termOf([, sign = '', quoted, expression, bare = '']: RegExpExecArray): Term {
  const wants = sign === '?' ? 'any' : sign === '-' ? 'none' : 'all';
  if (expression !== undefined) return { wants, test: { kind: 'expression', matches: expressionOf(expression) } };
  if (quoted === undefined && !/^\w+$/.test(bare)) {
    throw invalidPattern(`the term ${bare} has other characters than letters, digits and _, and must be in quotes.`);
  }
  return { wants, test: { kind: 'text', text: quoted?.replaceAll('\\"', '"') ?? bare } };
}

/** Undefined when the line is not meant. */
export function matchPattern(pattern: Pattern, message: string): Matched | undefined {
  switch (pattern.kind) {
    case 'all':
      return { valueOf: (selector) => jsonValue(documentOf(message), selector) };
    case 'terms':
      return areTermsMet(pattern.terms, message) ? { valueOf: () => undefined } : undefined;
    case 'json': {
      const document = documentOf(message);
      if (document === undefined || !holdsFor(pattern.condition, document)) return undefined;
      return { valueOf: (selector) => jsonValue(document, selector) };
    }
    case 'columns': {
      const columns = matchColumns(pattern.columns, message);
      return columns && { valueOf: (selector) => columns.get(selector.replace(/^\$/, '')) };
    }
  }
}

function areTermsMet(terms: readonly Term[], message: string): boolean {
  const isIn = ({ test }: Term) => (test.kind === 'text' ? message.includes(test.text) : test.matches.test(message));
  const optional = terms.filter(({ wants }) => wants === 'any');
  return (
    terms.every((term) => (term.wants === 'any' ? true : isIn(term) === (term.wants === 'all'))) &&
    (optional.length === 0 || optional.some(isIn))
  );
}

/** The JSON document of a line; undefined for any other line. */
export function documentOf(message: string): unknown {
  if (!/^\s*[{[]/.test(message)) return undefined;
  try {
    return JSON.parse(message);
  } catch {
    return undefined; // a line that only looks like JSON
  }
}

function jsonValue(document: unknown, selector: string): string | undefined {
  if (!selector.startsWith('$.') && !selector.startsWith('$[')) return undefined;
  const [value] = valuesAt(document, parsePath(selector));
  return value === undefined || value === null || typeof value === 'object' ? undefined : String(value);
}
