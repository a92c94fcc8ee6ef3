import { validation } from '../errors.ts';
import { type Token, tokensOf } from './tokens.ts';

/** A metric math expression as a tree. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'reference'; readonly id: string }
  | { readonly kind: 'list'; readonly entries: readonly Expression[] }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Expression[] }
  | { readonly kind: 'negation'; readonly of: Expression }
  | { readonly kind: 'operation'; readonly operator: string; readonly left: Expression; readonly right: Expression };

/** Loosest first; those in one row bind alike. */
const BINARY: readonly (readonly string[])[] = [
  ['||', 'OR'],
  ['&&', 'AND'],
  ['==', '!=', '<=', '>=', '<', '>'],
  ['+', '-'],
  ['*', '/'],
];
/** Names that are words, not ids, as the second argument of FILL. */
export const WORDS: ReadonlySet<string> = new Set(['REPEAT', 'LINEAR']);
/** Deeper nesting than any real expression. */
const DEEPEST = 100;

/** Throws ValidationError with the place where the expression stops making sense. */
export function parseExpression(text: string): Expression {
  const parser = new Parser(text);
  const tree = parser.binary(0);
  parser.end();
  return tree;
}

class Parser {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
    this.#tokens = tokensOf(text);
  }

  binary(level: number): Expression {
    const operators = BINARY[level];
    if (!operators) return this.#power();
    let left = this.binary(level + 1);
    for (let found = this.#operator(operators); found !== undefined; found = this.#operator(operators)) {
      left = { kind: 'operation', operator: found, left, right: this.binary(level + 1) };
    }
    return left;
  }

  end(): void {
    if (this.#at < this.#tokens.length) throw this.#fault('Unexpected text after the end');
  }

  #power(): Expression {
    if (this.#takes('-')) return { kind: 'negation', of: this.#power() };
    const left = this.#atom();
    return this.#takes('^') ? { kind: 'operation', operator: '^', left, right: this.#power() } : left;
  }

  #atom(): Expression {
    const token = this.#tokens[this.#at];
    this.#at += 1;
    switch (token?.kind) {
      case 'number':
        return { kind: 'number', value: token.value };
      case 'text':
        return { kind: 'text', text: token.text };
      case 'name':
        return this.#takes('(')
          ? { kind: 'call', name: token.text.toUpperCase(), arguments: this.#listUntil(')') }
          : { kind: 'reference', id: token.text };
      case 'operator':
        return this.#enclosed(token.text);
      case undefined:
        throw this.#fault('Unexpected end');
    }
  }

  #enclosed(opening: string): Expression {
    if (opening === '[') return { kind: 'list', entries: this.#listUntil(']') };
    if (opening !== '(') throw this.#fault(`Unexpected '${opening}'`);
    return this.#nested(() => {
      const inner = this.binary(0);
      this.#expect(')');
      return inner;
    });
  }

  #listUntil(closing: string): readonly Expression[] {
    return this.#nested(() => {
      const entries: Expression[] = [];
      if (this.#takes(closing)) return entries;
      do entries.push(this.binary(0));
      while (this.#takes(','));
      this.#expect(closing);
      return entries;
    });
  }

  #nested<Result>(read: () => Result): Result {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw this.#fault('Too deeply nested');
    const result = read();
    this.#depth -= 1;
    return result;
  }

  #operator(among: readonly string[]): string | undefined {
    const token = this.#tokens[this.#at];
    if (token === undefined || token.kind === 'number' || token.kind === 'text') return undefined;
    const text = token.kind === 'name' ? token.text.toUpperCase() : token.text;
    if (!among.includes(text)) return undefined;
    this.#at += 1;
    return text === 'OR' ? '||' : text === 'AND' ? '&&' : text;
  }

  #takes(operator: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'operator' || token.text !== operator) return false;
    this.#at += 1;
    return true;
  }

  #expect(operator: string): void {
    if (!this.#takes(operator)) throw this.#fault(`Expected '${operator}'`);
  }

  #fault(what: string): Error {
    return validation(`Error in expression '${this.#text}': ${what} at token ${this.#at + 1}.`);
  }
}

/** The ids that an expression names. */
export function referencesOf(expression: Expression): readonly string[] {
  switch (expression.kind) {
    case 'reference':
      return WORDS.has(expression.id) ? [] : [expression.id];
    case 'list':
      return expression.entries.flatMap(referencesOf);
    case 'call':
      return expression.arguments.flatMap(referencesOf);
    case 'negation':
      return referencesOf(expression.of);
    case 'operation':
      return [...referencesOf(expression.left), ...referencesOf(expression.right)];
    case 'number':
    case 'text':
      return [];
  }
}
