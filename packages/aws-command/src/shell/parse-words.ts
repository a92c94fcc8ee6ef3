import { type Script, ScriptFault, type Word, type WordPart } from './script.ts';

const BREAKS = new Set([' ', '\t', '\n', '\r', ';', '&', '|', '<', '>', '(', ')']);
const NAME = /[A-Za-z_][A-Za-z0-9_]*/y;
const BRACED = /\{([A-Za-z_][A-Za-z0-9_]*|\?)(?::?-([^}]*))?\}/y;
const TEXT_IN_QUOTES = /[^"\\$`]+/y;
const PLAIN_TEXT = /[^\s;&|<>()"'\\$`]+/y;

/** A text and a place in it that moves on. */
export class Cursor {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  get isOver(): boolean {
    return this.at >= this.text.length;
  }

  peek(ahead = 0): string {
    return this.text[this.at + ahead] ?? '';
  }

  next(): string {
    this.at += 1;
    return this.text[this.at - 1] ?? '';
  }

  starts(text: string): boolean {
    return this.text.startsWith(text, this.at);
  }

  take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found === null) return undefined;
    this.at += found[0].length;
    return found;
  }
}

/** Reads the script of `$(…)`, up to the bracket. */
export type NestedReader = (close: ')' | '`') => Script;

export class WordReader {
  readonly #cursor: Cursor;
  readonly #nested: NestedReader;

  constructor(cursor: Cursor, nested: NestedReader) {
    this.#cursor = cursor;
    this.#nested = nested;
  }

  /** @param close a character that also ends the word: the backquote inside backquotes */
  read(close: string): Word {
    const parts: WordPart[] = [];
    while (!this.#cursor.isOver && !BREAKS.has(this.#cursor.peek()) && this.#cursor.peek() !== close) {
      parts.push(...this.#part());
    }
    return parts;
  }

  /** The lines of a `<<` document: expanded, but quotes are plain characters. */
  readDocument(): Word {
    const parts: WordPart[] = [];
    while (!this.#cursor.isOver) parts.push(...this.#inQuotes(/[^\\$`]+/y));
    return parts;
  }

  #part(): WordPart[] {
    const cursor = this.#cursor;
    const character = cursor.peek();
    if (character === "'") return [this.#singleQuoted()];
    if (character === '"') return this.#doubleQuoted();
    if (character === '$' || character === '`') return [this.#expansion(false)];
    if (character === '\\') return this.#escaped();
    return [quoted(cursor.take(PLAIN_TEXT)?.[0] ?? cursor.next(), false)]; // a space of another script is a letter
  }

  #escaped(): WordPart[] {
    const next = this.#cursor.peek(1);
    this.#cursor.at += 2;
    if (next === '') throw new ScriptFault('incomplete', 'The line goes on after the backslash.');
    return next === '\n' ? [] : [quoted(next, true)];
  }

  #singleQuoted(): WordPart {
    const cursor = this.#cursor;
    const end = cursor.text.indexOf("'", cursor.at + 1);
    if (end < 0) throw new ScriptFault('incomplete', "A single quote (') is still open: close it, or go on.");
    const text = cursor.text.slice(cursor.at + 1, end);
    cursor.at = end + 1;
    return quoted(text, true);
  }

  #doubleQuoted(): WordPart[] {
    const cursor = this.#cursor;
    cursor.at += 1;
    const parts: WordPart[] = [quoted('', true)];
    while (cursor.peek() !== '"') {
      if (cursor.isOver) throw new ScriptFault('incomplete', 'A double quote (") is still open: close it, or go on.');
      parts.push(...this.#inQuotes(TEXT_IN_QUOTES));
    }
    cursor.at += 1;
    return parts;
  }

  #inQuotes(plain: RegExp): WordPart[] {
    const cursor = this.#cursor;
    const character = cursor.peek();
    if (character === '$' || character === '`') return [this.#expansion(true)];
    if (character !== '\\') return [quoted(cursor.take(plain)?.[0] ?? cursor.next(), true)];
    const next = cursor.peek(1);
    const isEscape = next !== '' && '$`"\\\n'.includes(next);
    cursor.at += isEscape ? 2 : 1;
    if (next === '\n') return [];
    return [quoted(isEscape ? next : '\\', true)];
  }

  #expansion(isQuoted: boolean): WordPart {
    const cursor = this.#cursor;
    const isBackquote = cursor.peek() === '`';
    cursor.at += 1;
    if (isBackquote) return { kind: 'command', script: this.#nested('`'), isQuoted };
    if (cursor.starts('((')) throw new ScriptFault('refused', 'There is no arithmetic here: write the number.');
    if (cursor.peek() === '(') {
      cursor.at += 1;
      return { kind: 'command', script: this.#nested(')'), isQuoted };
    }
    if (cursor.peek() === '{') return this.#braced(isQuoted);
    if (cursor.peek() === '?') {
      cursor.at += 1;
      return { kind: 'variable', name: '?', fallback: '', isQuoted };
    }
    const name = cursor.take(NAME)?.[0];
    return name === undefined ? quoted('$', isQuoted) : { kind: 'variable', name, fallback: '', isQuoted };
  }

  #braced(isQuoted: boolean): WordPart {
    const found = this.#cursor.take(BRACED);
    if (found) return { kind: 'variable', name: found[1] ?? '', fallback: found[2] ?? '', isQuoted };
    if (!this.#cursor.text.includes('}', this.#cursor.at)) {
      throw new ScriptFault('incomplete', 'A brace ({) is still open: close it, or go on.');
    }
    throw new ScriptFault('refused', 'In braces after $ only NAME and NAME:-default are known here.');
  }
}

function quoted(text: string, isQuoted: boolean): WordPart {
  return { kind: 'text', text, isQuoted };
}
