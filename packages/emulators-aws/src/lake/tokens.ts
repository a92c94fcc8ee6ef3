import { QueryFault } from './query-fault.ts';

/** A piece of SQL, Hive DDL, a partition expression or DQDL: all share these few kinds of words. */
export interface Token {
  readonly kind: 'word' | 'name' | 'string' | 'number' | 'symbol' | 'end';
  /** Without quotes; words as they stand. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const SPACE = /(?:\s+|--[^\n]*|\/\*[\s\S]*?\*\/)+/y;
const WORD = /[A-Za-z_@$][A-Za-z0-9_@$]*/y;
const NUMBER = /(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const SYMBOL = /<=|>=|<>|!=|\|\||->|=>|::|[^\s\w]/y;
const STRING = /'(?:[^']|'')*'/y;
const NAME = /"(?:[^"]|"")*"|`(?:[^`]|``)*`/y;

const KINDS = [
  ['string', STRING],
  ['name', NAME],
  ['number', NUMBER],
  ['word', WORD],
  ['symbol', SYMBOL],
] as const;

/** Throws QueryFault on a quote that is never closed. The last token is the end. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = skipSpace(text, 0);
  while (at < text.length) {
    const token = tokenAt(text, at);
    tokens.push(token);
    at = skipSpace(text, token.end);
  }
  tokens.push({ kind: 'end', text: '<EOF>', start: text.length, end: text.length });
  return tokens;
}

function skipSpace(text: string, at: number): number {
  SPACE.lastIndex = at;
  return SPACE.test(text) ? SPACE.lastIndex : at;
}

function tokenAt(text: string, start: number): Token {
  for (const [kind, pattern] of KINDS) {
    pattern.lastIndex = start;
    const found = pattern.exec(text)?.[0];
    if (found === undefined) continue;
    if (kind === 'symbol' && /['"`]/.test(found)) {
      throw new QueryFault('SYNTAX_ERROR', `${placeOf(text, start)}: the quote ${found} is never closed.`);
    }
    return { kind, text: isQuoted(kind) ? unquote(found) : found, start, end: start + found.length };
  }
  throw new RangeError(`no token at ${start}`); // SYMBOL takes any character that is no space
}

const isQuoted = (kind: string): boolean => kind === 'string' || kind === 'name';

function unquote(quoted: string): string {
  const quote = quoted.charAt(0);
  return quoted.slice(1, -1).replaceAll(quote + quote, quote);
}

/** `line 1:8`, both counted from 1. */
export function placeOf(text: string, at: number): string {
  const before = text.slice(0, at).split('\n');
  return `line ${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

/** Reads tokens one after the other; words are compared without regard to case. */
export class TokenReader {
  readonly text: string;
  readonly tokens: readonly Token[];
  at = 0;

  constructor(text: string) {
    this.text = text;
    this.tokens = tokensOf(text);
  }

  get next(): Token {
    return this.peek(0);
  }

  peek(ahead: number): Token {
    return this.tokens[this.at + ahead] ?? (this.tokens.at(-1) as Token); // there is always an end
  }

  take(): Token {
    const token = this.next;
    this.at += 1;
    return token;
  }

  is(...expected: readonly string[]): boolean {
    return expected.every((text, i) => isWord(this.peek(i), text));
  }

  /** Takes these words or symbols if they come next, all of them. */
  accept(...expected: readonly string[]): boolean {
    if (!this.is(...expected)) return false;
    this.at += expected.length;
    return true;
  }

  expect(...expected: readonly string[]): void {
    for (const text of expected) if (!this.accept(text)) throw this.mismatch(`'${text}'`);
  }

  name(): string {
    const { kind, text } = this.next;
    if (kind !== 'word' && kind !== 'name') throw this.mismatch('<identifier>');
    this.at += 1;
    return text;
  }

  string(): string {
    const { kind, text } = this.next;
    if (kind !== 'string') throw this.mismatch('<string>');
    this.at += 1;
    return text;
  }

  number(): number {
    const sign = this.accept('-') ? -1 : 1;
    const { kind, text } = this.next;
    if (kind !== 'number') throw this.mismatch('<number>');
    this.at += 1;
    return sign * Number(text);
  }

  /** `( one , one )`. */
  list<Item>(one: () => Item): Item[] {
    this.expect('(');
    const items = [one()];
    while (this.accept(',')) items.push(one());
    this.expect(')');
    return items;
  }

  get isAtEnd(): boolean {
    return this.next.kind === 'end';
  }

  end(): void {
    this.accept(';');
    if (!this.isAtEnd) throw this.mismatch('<EOF>');
  }

  mismatch(expected: string): QueryFault {
    const { text, start } = this.next;
    return new QueryFault(
      'SYNTAX_ERROR',
      `${placeOf(this.text, start)}: mismatched input '${text}'. Expecting: ${expected}`,
    );
  }
}

const isWord = ({ kind, text }: Token, expected: string): boolean =>
  (kind === 'word' || kind === 'symbol') && text.toUpperCase() === expected.toUpperCase();
