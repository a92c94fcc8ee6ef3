import { malformedQuery } from '../errors.ts';
import { expressionOf } from '../patterns/tokens.ts';
import type { Term } from './query.ts';
import type { Token } from './tokens.ts';

const LEVELS: readonly (readonly string[])[] = [
  ['or', '||'],
  ['and', '&&'],
  ['=', '!=', '<', '>', '<=', '>=', 'like', '=~', 'in'],
  ['+', '-'],
  ['*', '/', '%'],
  ['^'],
];
const COMPARISONS = 2;
const DEEPEST = 60;
/** `5m`, `1h`: what bin() and others are given. */
const DURATION = /^(\d+)(ms|s|m|h|d|w)$/;
const MILLISECONDS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** Reads the words of a query one after the other. */
export class TermParser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#tokens.length;
  }

  peek(): Token | undefined {
    return this.#tokens[this.#at];
  }

  next(): Token {
    const token = this.#tokens[this.#at];
    if (!token) throw malformedQuery('unexpected end of the query');
    this.#at += 1;
    return token;
  }

  /** Takes a word or sign when it comes next. */
  takes(word: string): boolean {
    const token = this.peek();
    const isWord = token?.kind === 'name' || token?.kind === 'operator';
    if (!isWord || token.text.toLowerCase() !== word) return false;
    this.#at += 1;
    return true;
  }

  expect(word: string): void {
    if (!this.takes(word)) throw this.fault(`expected ${word}`);
  }

  fault(why: string): Error {
    return malformedQuery(`${why}, found ${this.peek()?.text ?? 'the end'} at word ${this.#at + 1} of the query`);
  }

  name(): string {
    const token = this.next();
    if (token.kind !== 'name' && token.kind !== 'quoted-name') throw this.fault('expected a name');
    return token.text;
  }

  term(level = 0): Term {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw malformedQuery('the query is nested too deeply');
    const result = this.#binary(level);
    this.#depth -= 1;
    return result;
  }

  #binary(level: number): Term {
    const operators = LEVELS[level];
    if (!operators) return this.#unary();
    if (level === COMPARISONS && this.takes('not')) return { kind: 'not', of: this.#binary(level) };
    let left = this.#binary(level + 1);
    for (let found = this.#operator(operators, level); found; found = this.#operator(operators, level)) {
      const [operator, isNegated] = found;
      const joined: Term = { kind: 'operation', operator, left, right: this.#binary(level + 1) };
      left = isNegated ? { kind: 'not', of: joined } : joined;
    }
    return left;
  }

  #operator(among: readonly string[], level: number): readonly [operator: string, isNegated: boolean] | undefined {
    const isNegated = level === COMPARISONS && this.takes('not');
    const found = among.find((operator) => this.takes(operator));
    if (found !== undefined) return [found === '||' ? 'or' : found === '&&' ? 'and' : found, isNegated];
    if (isNegated) throw this.fault('expected like or in after not');
    return undefined;
  }

  #unary(): Term {
    if (!this.takes('-')) return this.#primary();
    return { kind: 'operation', operator: '-', left: { kind: 'number', value: 0 }, right: this.#unary() };
  }

  #primary(): Term {
    if (this.takes('(')) {
      const inner = this.term();
      this.expect(')');
      return inner;
    }
    if (this.takes('[')) return { kind: 'list', entries: this.#listUntil(']') };
    const { kind, text, flags } = this.next();
    switch (kind) {
      case 'number':
        return { kind: 'number', value: Number(text) };
      case 'text':
        return { kind: 'text', text };
      case 'expression':
        return { kind: 'expression', matches: expressionOf(text, flags.includes('i')) };
      case 'quoted-name':
        return { kind: 'field', name: text };
      case 'name':
        return this.#named(text);
      case 'operator':
        this.#at -= 1;
        throw this.fault('unexpected sign');
    }
  }

  #named(text: string): Term {
    if (this.takes('(')) return { kind: 'call', name: text.toLowerCase(), given: this.#listUntil(')') };
    const [, amount, unit = ''] = DURATION.exec(text) ?? [];
    if (amount !== undefined) return { kind: 'number', value: Number(amount) * (MILLISECONDS[unit] ?? 0) };
    return { kind: 'field', name: text };
  }

  #listUntil(closing: string): readonly Term[] {
    const entries: Term[] = [];
    if (this.takes(closing)) return entries;
    do entries.push(this.takes('*') ? { kind: 'field', name: '*' } : this.term());
    while (this.takes(','));
    this.expect(closing);
    return entries;
  }
}
