import type { Column } from '@aws-sdk/client-glue';
import { QueryFault } from '../../lake/query-fault.ts';
import { TokenReader } from '../../lake/tokens.ts';
import { likeParts, meets } from '../../lake/wildcard.ts';
import { invalidInput } from '../errors.ts';

/** Whether the values of a partition meet the expression that was parsed. */
export type PartitionTest = (values: readonly string[]) => boolean;
type Value = string | number;
type Operand = (values: readonly string[]) => Value;

const NUMERIC = new Set(['tinyint', 'smallint', 'int', 'bigint', 'long', 'float', 'double', 'decimal']);

/** Parses the WHERE-like text of GetPartitions: `year = '2024' AND month IN ('1', '2')`. Throws InvalidInputException. */
export function parsePartitionExpression(expression: string, keys: readonly Column[]): PartitionTest {
  try {
    const parser = new Parser(new TokenReader(expression), keys);
    return parser.parse();
  } catch (error) {
    if (error instanceof QueryFault) throw invalidInput(`Unsupported expression '${expression}': ${error.message}`);
    throw error;
  }
}

const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '!=': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

const compare = (a: Value, b: Value): number => (a < b ? -1 : a > b ? 1 : 0);

class Parser {
  readonly #reader: TokenReader;
  readonly #keys: readonly Column[];

  constructor(reader: TokenReader, keys: readonly Column[]) {
    this.#reader = reader;
    this.#keys = keys;
  }

  parse(): PartitionTest {
    const test = this.#or();
    this.#reader.end();
    return test;
  }

  #or(): PartitionTest {
    const tests = [this.#and()];
    while (this.#reader.accept('OR')) tests.push(this.#and());
    return (values) => tests.some((test) => test(values));
  }

  #and(): PartitionTest {
    const tests = [this.#not()];
    while (this.#reader.accept('AND')) tests.push(this.#not());
    return (values) => tests.every((test) => test(values));
  }

  #not(): PartitionTest {
    if (this.#reader.accept('NOT')) {
      const test = this.#not();
      return (values) => !test(values);
    }
    if (!this.#reader.accept('(')) return this.#condition();
    const test = this.#or();
    this.#reader.expect(')');
    return test;
  }

  #condition(): PartitionTest {
    const [key, isNumeric] = this.#key();
    const isNot = this.#reader.accept('NOT');
    const test = this.#rest(key, isNumeric);
    return isNot ? (values) => !test(values) : test;
  }

  /** What follows a key: a comparison, IN, BETWEEN, LIKE or IS NULL. */
  #rest(key: Operand, isNumeric: boolean): PartitionTest {
    const reader = this.#reader;
    const literal = () => this.#literal(isNumeric);
    if (reader.accept('IN')) {
      const all = reader.list(literal);
      return (values) => all.includes(key(values));
    }
    if (reader.accept('BETWEEN')) {
      const low = literal();
      reader.expect('AND');
      const high = literal();
      return (values) => compare(key(values), low) >= 0 && compare(key(values), high) <= 0;
    }
    if (reader.accept('LIKE')) {
      const parts = likeParts(reader.string());
      return (values) => meets(String(key(values)), parts);
    }
    if (reader.accept('IS')) return this.#isNull(key);
    const holds = COMPARISONS[reader.take().text];
    if (!holds) throw reader.mismatch('an operator');
    const against = literal();
    return (values) => holds(compare(key(values), against));
  }

  #isNull(key: Operand): PartitionTest {
    const isNot = this.#reader.accept('NOT');
    this.#reader.expect('NULL');
    return (values) => (key(values) === '__HIVE_DEFAULT_PARTITION__') !== isNot;
  }

  #key(): readonly [Operand, boolean] {
    const name = this.#reader.name().toLowerCase();
    const at = this.#keys.findIndex(({ Name }) => Name?.toLowerCase() === name);
    if (at < 0) throw new QueryFault('INVALID_EXPRESSION', `${name} is no partition key.`);
    const type = (this.#keys[at]?.Type ?? 'string').replace(/\(.*/, '');
    const isNumeric = NUMERIC.has(type);
    return [(values) => (isNumeric ? Number(values[at]) : (values[at] ?? '')), isNumeric];
  }

  #literal(isNumeric: boolean): Value {
    const reader = this.#reader;
    if (!isNumeric) {
      reader.accept('DATE');
      return reader.next.kind === 'number' ? reader.take().text : reader.string();
    }
    return reader.next.kind === 'string' ? Number(reader.string()) : reader.number();
  }
}
