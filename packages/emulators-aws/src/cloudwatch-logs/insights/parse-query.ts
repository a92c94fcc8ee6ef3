import { malformedQuery, notSupported } from '../errors.ts';
import { expressionOf } from '../patterns/tokens.ts';
import type { Aggregate, Column, SortKey, Step, Term } from './query.ts';
import { TermParser } from './term-parser.ts';
import { tokensOf } from './tokens.ts';

const AGGREGATIONS = new Set([
  'avg',
  'count',
  'count_distinct',
  'earliest',
  'latest',
  'max',
  'median',
  'min',
  'pct',
  'stddev',
  'sum',
]);
const MISSING = new Set(['anomaly', 'diff', 'filterindex', 'join', 'lookup', 'pattern', 'source', 'unmask', 'unnest']);
const MOST_ROWS = 10_000;

type Reader = (parser: TermParser) => Step;

const COMMANDS: Readonly<Record<string, Reader>> = {
  fields: (parser) => ({ kind: 'fields', columns: columns(parser) }),
  display: (parser) => ({ kind: 'display', columns: columns(parser) }),
  filter: (parser) => ({ kind: 'filter', condition: parser.term() }),
  where: (parser) => ({ kind: 'filter', condition: parser.term() }),
  stats,
  sort: (parser) => ({ kind: 'sort', keys: separated(parser, sortKey) }),
  order: (parser) => ({ kind: 'sort', keys: separated(parser, sortKey) }),
  limit,
  head: limit,
  dedup: (parser) => ({ kind: 'dedup', names: separated(parser, (one) => one.name()) }),
  parse,
};

/** Throws MalformedQueryException with what was not understood. */
export function parseQuery(text: string): readonly Step[] {
  const parser = new TermParser(tokensOf(text));
  const steps: Step[] = [];
  if (parser.isAtEnd) throw malformedQuery('the query is empty');
  do {
    const word = parser.next().text.toLowerCase();
    const command = COMMANDS[word];
    if (!command)
      throw MISSING.has(word)
        ? notSupported(`The query command ${word}`)
        : malformedQuery(`unexpected symbol found ${word} at the beginning of a command`);
    steps.push(command(parser));
  } while (parser.takes('|'));
  if (!parser.isAtEnd) throw parser.fault('unexpected words after a command');
  return steps;
}

function separated<Part>(parser: TermParser, read: (parser: TermParser) => Part): readonly Part[] {
  const parts: Part[] = [];
  do parts.push(read(parser));
  while (parser.takes(','));
  return parts;
}

const columns = (parser: TermParser): readonly Column[] => separated(parser, column);

function column(parser: TermParser): Column {
  const term = parser.term();
  return { term, name: parser.takes('as') ? parser.name() : nameOf(term) };
}

/** What a column without a name of its own is called. */
function nameOf(term: Term): string {
  switch (term.kind) {
    case 'field':
      return term.name;
    case 'number':
      return String(term.value);
    case 'text':
      return term.text;
    case 'call':
      return `${term.name}(${term.given.map((given) => (term.name === 'bin' && given.kind === 'number' ? durationOf(given.value) : nameOf(given))).join(', ')})`;
    case 'operation':
      return `${nameOf(term.left)} ${term.operator} ${nameOf(term.right)}`;
    case 'not':
      return `not ${nameOf(term.of)}`;
    case 'list':
    case 'expression':
      return '';
  }
}

function durationOf(milliseconds: number): string {
  const units = [
    ['w', 604_800_000],
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['m', 60_000],
    ['s', 1000],
  ] as const;
  const [unit, length] = units.find(([, size]) => milliseconds % size === 0) ?? ['ms', 1];
  return `${milliseconds / length}${unit}`;
}

function stats(parser: TermParser): Step {
  const aggregates = separated(parser, aggregate);
  return { kind: 'stats', aggregates, groups: parser.takes('by') ? columns(parser) : [] };
}

function aggregate(parser: TermParser): Aggregate {
  const { term, name } = column(parser);
  if (term.kind !== 'call' || !AGGREGATIONS.has(term.name)) {
    throw malformedQuery(`stats takes functions such as count(*) and avg(field), not ${name}`);
  }
  const [of, percent] = term.given;
  if (term.name === 'pct' && percent?.kind !== 'number') throw malformedQuery('pct(field, percent) needs a percent');
  const isAll = of === undefined || (of.kind === 'field' && of.name === '*');
  if (isAll && term.name !== 'count') throw malformedQuery(`${term.name}() needs a field`);
  return {
    name,
    aggregation: term.name,
    of: isAll ? undefined : of,
    percent: percent?.kind === 'number' ? percent.value : term.name === 'median' ? 50 : 100,
  };
}

function sortKey(parser: TermParser): SortKey {
  const term = parser.term();
  const isDescending = parser.takes('desc');
  if (!isDescending) parser.takes('asc');
  return { term, isDescending };
}

function limit(parser: TermParser): Step {
  const { kind, text } = parser.next();
  const count = Number(text);
  if (kind !== 'number' || !Number.isInteger(count) || count < 1 || count > MOST_ROWS) {
    throw malformedQuery(`limit takes a whole number from 1 to ${MOST_ROWS}`);
  }
  return { kind: 'limit', count };
}

/** `parse @message "a * b *" as x, y` or `parse @message /(?<x>\d+)/`. */
function parse(parser: TermParser): Step {
  const isDirect = parser.peek()?.kind === 'text' || parser.peek()?.kind === 'expression';
  const from: Term = isDirect ? { kind: 'field', name: '@message' } : { kind: 'field', name: parser.name() };
  const { kind, text, flags } = parser.next();
  if (kind === 'expression') {
    const names = [...text.matchAll(/\(\?<([A-Za-z]\w*)>/g)].map((match) => match[1] ?? '');
    if (names.length === 0) throw malformedQuery('the expression of parse needs a named group: (?<name>...)');
    const matches = expressionOf(text, flags.includes('i'));
    return { kind: 'parse', from, by: { kind: 'expression', matches }, names };
  }
  if (kind !== 'text') throw parser.fault('parse takes a text with * or a regular expression');
  parser.expect('as');
  const names = separated(parser, (one) => one.name());
  const parts = text.split('*');
  if (parts.length - 1 !== names.length) {
    throw malformedQuery(`parse has ${parts.length - 1} * and ${names.length} names`);
  }
  return { kind: 'parse', from, by: { kind: 'glob', parts }, names };
}
