import { QueryFault } from '../../lake/query-fault.ts';
import { TokenReader } from '../../lake/tokens.ts';

/** A rule of the Data Quality Definition Language, with the text it was written in. */
export type Rule =
  | { readonly kind: 'all' | 'any'; readonly rules: readonly Rule[]; readonly text: string }
  | SimpleRule;

export interface SimpleRule {
  readonly kind: 'rule';
  readonly type: string;
  /** Columns. */
  readonly parameters: readonly string[];
  readonly check: Check | undefined;
  /** Share of values that must pass: `with threshold > 0.9`. */
  readonly threshold: Check | undefined;
  readonly text: string;
}

export type Check =
  | { readonly kind: 'compare'; readonly operator: string; readonly value: Literal }
  | { readonly kind: 'between'; readonly low: Literal; readonly high: Literal; readonly isNot: boolean }
  | { readonly kind: 'in'; readonly values: readonly Literal[]; readonly isNot: boolean }
  | { readonly kind: 'matches'; readonly pattern: string; readonly isNot: boolean };

export type Literal = number | string;

/** Rule types with how many parameters each takes. */
const TYPES: Readonly<Record<string, readonly [least: number, most: number]>> = {
  RowCount: [0, 0],
  ColumnCount: [0, 0],
  ColumnExists: [1, 1],
  ColumnDataType: [1, 1],
  ColumnLength: [1, 1],
  ColumnValues: [1, 1],
  ColumnCorrelation: [2, 2],
  Completeness: [1, 1],
  IsComplete: [1, 1],
  IsPrimaryKey: [1, 20],
  IsUnique: [1, 1],
  Uniqueness: [1, 1],
  UniqueValueRatio: [1, 1],
  DistinctValuesCount: [1, 1],
  DataFreshness: [1, 1],
  Entropy: [1, 1],
  Mean: [1, 1],
  StandardDeviation: [1, 1],
  Sum: [1, 1],
};
const WITHOUT_CHECK = new Set(['ColumnExists', 'IsComplete', 'IsPrimaryKey', 'IsUnique']);

/** Reads `Rules = [ … ]`. Throws QueryFault with the place of what cannot be read. */
export function parseRuleset(text: string): Rule[] {
  const reader = new TokenReader(text.replaceAll(/#[^\n]*/g, (comment) => ' '.repeat(comment.length)));
  reader.expect('Rules', '=', '[');
  const rules: Rule[] = [];
  do {
    if (reader.is(']')) break;
    rules.push(readRule(reader));
  } while (reader.accept(','));
  reader.expect(']');
  reader.end();
  if (rules.length === 0) throw new QueryFault('INVALID_RULESET', 'a ruleset needs one rule at least.');
  return rules;
}

function readRule(reader: TokenReader): Rule {
  const { start } = reader.next;
  const rules = [readOne(reader)];
  const kind = reader.is('and') ? 'all' : 'any';
  const word = kind === 'all' ? 'and' : 'or';
  while (reader.accept(word)) rules.push(readOne(reader));
  const [only] = rules;
  if (rules.length === 1 && only) return only;
  return { kind, rules, text: reader.text.slice(start, reader.peek(-1).end) };
}

function readOne(reader: TokenReader): Rule {
  if (!reader.accept('(')) return readSimple(reader);
  const rule = readRule(reader);
  reader.expect(')');
  return rule;
}

function readSimple(reader: TokenReader): SimpleRule {
  const { start, text: type } = reader.next;
  const arity = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined;
  if (!arity) throw reader.mismatch(`a rule type (${Object.keys(TYPES).join(', ')})`);
  reader.take();
  const parameters: string[] = [];
  while (reader.next.kind === 'name') parameters.push(reader.name());
  if (parameters.length < arity[0] || parameters.length > arity[1]) {
    throw new QueryFault(
      'INVALID_RULESET',
      `${type} takes ${arity[0] === arity[1] ? arity[0] : `${arity[0]} or more`} names in double quotes.`,
    );
  }
  const check = WITHOUT_CHECK.has(type) ? undefined : readCheck(reader);
  const threshold = reader.accept('with', 'threshold') ? readCheck(reader) : undefined;
  return { kind: 'rule', type, parameters, check, threshold, text: reader.text.slice(start, reader.peek(-1).end) };
}

const OPERATORS = ['=', '!=', '>', '>=', '<', '<='];

function readCheck(reader: TokenReader): Check {
  const isNot = reader.accept('not');
  if (reader.accept('between')) {
    const low = readLiteral(reader);
    reader.expect('and');
    return { kind: 'between', low, high: readLiteral(reader), isNot };
  }
  if (reader.accept('in')) return { kind: 'in', values: readList(reader), isNot };
  if (reader.accept('matches')) return { kind: 'matches', pattern: reader.name(), isNot };
  if (isNot || !OPERATORS.includes(reader.next.text))
    throw reader.mismatch("'=', '!=', '>', '>=', '<', '<=', 'between', 'in', 'matches'");
  const operator = reader.take().text;
  return { kind: 'compare', operator, value: readLiteral(reader) };
}

function readList(reader: TokenReader): Literal[] {
  reader.expect('[');
  const values = [readLiteral(reader)];
  while (reader.accept(',')) values.push(readLiteral(reader));
  reader.expect(']');
  return values;
}

const HOURS: Readonly<Record<string, number>> = {
  minutes: 1 / 60,
  minute: 1 / 60,
  hours: 1,
  hour: 1,
  days: 24,
  day: 24,
};

/** A number, a text in double quotes, or a length of time, which is given in hours. */
function readLiteral(reader: TokenReader): Literal {
  if (reader.next.kind === 'name') return reader.name();
  const value = reader.number();
  const hours = reader.next.kind === 'word' ? HOURS[reader.next.text.toLowerCase()] : undefined;
  if (hours === undefined) return value;
  reader.take();
  return value * hours;
}
