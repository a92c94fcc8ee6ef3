/** A value in shorthand before its shape is known. */
export type ShorthandValue = string | Uint8Array | ShorthandValue[] | { readonly [key: string]: ShorthandValue };

/** The text is not shorthand: the message shows where. */
export class ShorthandError extends Error {
  override readonly name = 'ShorthandError';
}

/** What was expected is elsewhere; a list that ends here may go back to its last comma. */
class UnexpectedCharacter extends ShorthandError {}

const SINGLE_QUOTED = /'(?:\\\\|\\'|[^'])*'/y;
const DOUBLE_QUOTED = /"(?:\\\\|\\"|[^"])*"/y;
const FIRST_VALUE = /(?:\\,|[!#-&(-+\-.-<>-Z\\-z|-\uffff])(?:\\,|[\s!#-&(-+\--\\^-|~-\uffff])*/y;
const SECOND_VALUE = /(?:\\,|[!#-&(-+\-.-<>-Z\\-z|-\uffff])(?:\\,|[\s!#-&(-+\--<>-\uffff])*/y;
const KEY = /[A-Za-z0-9\-_.#/:]*/y;
const DEEPEST = 50;

/**
 * Reads `Key=a,Value=b`, `Tags=[{Key=a,Value=b}],Names=x,y` and `Body@=file://x` as the AWS CLI does.
 *
 * @param load gives the content behind `file://…` or `fileb://…` after `@=`
 * @throws ShorthandError
 */
export function parseShorthand(text: string, load: (uri: string) => string | Uint8Array): ShorthandValue {
  return new ShorthandParser(text, load).parse();
}

class ShorthandParser {
  readonly #text: string;
  readonly #load: (uri: string) => string | Uint8Array;
  #at = 0;
  #depth = 0;

  constructor(text: string, load: (uri: string) => string | Uint8Array) {
    this.#text = text;
    this.#load = load;
  }

  parse(): ShorthandValue {
    const entries = new Map<string, ShorthandValue>([this.#entry()]);
    let last = this.#at;
    while (this.#at < this.#text.length) {
      this.#expect(',', true);
      const [key, value] = this.#entry();
      if (entries.has(key)) throw this.#duplicate(key, last + 1);
      entries.set(key, value);
      last = this.#at;
    }
    return Object.fromEntries(entries);
  }

  #entry(): [string, ShorthandValue] {
    const key = this.#match(KEY) ?? '';
    return [key, this.#assigned(() => this.#values())];
  }

  /** After a key: `=` and a value, or `@=` and where the value is to be loaded from. */
  #assigned(read: () => ShorthandValue): ShorthandValue {
    const isLoaded = this.#text.startsWith('@=', this.#at);
    if (isLoaded) this.#at += 1;
    this.#expect('=', true);
    const value = read();
    if (!isLoaded) return value;
    if (typeof value !== 'string' || !/^fileb?:\/\//.test(value)) {
      throw new ShorthandError('after @= a file:// or fileb:// address is expected');
    }
    return this.#load(value);
  }

  #values(): ShorthandValue {
    if (this.#at >= this.#text.length) return '';
    if (this.#text[this.#at] === '[') return this.#list();
    if (this.#text[this.#at] === '{') return this.#record();
    return this.#commaSeparated();
  }

  #commaSeparated(): ShorthandValue {
    const first = this.#value();
    this.#skipSpace();
    if (this.#text[this.#at] !== ',') return first;
    this.#expect(',', true);
    const values = [first, ...this.#furtherValues()];
    return values.length === 1 ? first : values;
  }

  /** Up to what turns out to be the next key: there it goes back to the comma. */
  #furtherValues(): string[] {
    const values: string[] = [];
    for (;;) {
      try {
        const value = this.#secondValue();
        this.#skipSpace();
        const isLast = this.#at >= this.#text.length;
        if (!isLast) this.#expect(',', true);
        values.push(value);
        if (isLast) return values;
      } catch (error) {
        if (!(error instanceof UnexpectedCharacter) || this.#at >= this.#text.length) throw error;
        this.#at = this.#text.lastIndexOf(',', this.#at);
        return values;
      }
    }
  }

  #list(): ShorthandValue[] {
    return this.#nested('[', ']', () => this.#inner());
  }

  #record(): ShorthandValue {
    const entries = this.#nested('{', '}', (): [string, ShorthandValue] => {
      const key = this.#match(KEY) ?? '';
      return [key, this.#assigned(() => this.#inner())];
    });
    return Object.fromEntries(entries);
  }

  #nested<Part>(open: string, close: string, read: () => Part): Part[] {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new ShorthandError(`more than ${DEEPEST} levels of brackets; use JSON`);
    this.#expect(open, true);
    const parts: Part[] = [];
    while (this.#text[this.#at] !== close) {
      const before = this.#at;
      parts.push(read());
      this.#skipSpace();
      if (this.#text[this.#at] !== close) {
        this.#expect(',', false);
        this.#skipSpace();
      }
      if (this.#at === before) throw this.#unexpected(close);
    }
    this.#expect(close, false);
    this.#depth -= 1;
    return parts;
  }

  #inner(): ShorthandValue {
    if (this.#text[this.#at] === '[') return this.#list();
    if (this.#text[this.#at] === '{') return this.#record();
    return this.#value();
  }

  #value(): string {
    return this.#quoted() ?? unescapeCommas(this.#match(FIRST_VALUE) ?? '');
  }

  #secondValue(): string {
    const found = this.#quoted() ?? this.#match(SECOND_VALUE);
    if (found === undefined) throw this.#unexpected('<second>', '<none>');
    return unescapeCommas(found);
  }

  #quoted(): string | undefined {
    const quote = this.#text[this.#at];
    if (quote !== "'" && quote !== '"') return undefined;
    const found = this.#match(quote === '"' ? DOUBLE_QUOTED : SINGLE_QUOTED);
    if (found === undefined) {
      throw this.#unexpected(quote === '"' ? '<double quoted>' : '<singled quoted>', '<none>');
    }
    return found.slice(1, -1).replaceAll(`\\${quote}`, quote).replaceAll('\\\\', '\\');
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }

  #expect(character: string, isSpaceSkipped: boolean): void {
    if (isSpaceSkipped) this.#skipSpace();
    if (this.#text[this.#at] !== character) throw this.#unexpected(character);
    this.#at += 1;
    if (isSpaceSkipped) this.#skipSpace();
  }

  #skipSpace(): void {
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at += 1;
  }

  #unexpected(expected: string, received = this.#text[this.#at] ?? 'EOF'): UnexpectedCharacter {
    const message = `Expected: '${expected}', received: '${received}' for input:\n${pointAt(this.#text, this.#at)}`;
    return new UnexpectedCharacter(message);
  }

  #duplicate(key: string, at: number): ShorthandError {
    return new ShorthandError(
      `Second instance of key "${key}" encountered for input:\n${pointAt(this.#text, at)}\n` +
        'This is often because there is a preceding "," instead of a space.',
    );
  }
}

function unescapeCommas(text: string): string {
  return text.replaceAll('\\,', ',').trimEnd();
}

/** The input with a caret under the place. */
function pointAt(text: string, at: number): string {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const lineEnd = text.indexOf('\n', at);
  const consumed = lineEnd < 0 ? text : text.slice(0, lineEnd);
  return `${consumed}\n${' '.repeat(at - lineStart)}^${lineEnd < 0 ? '' : text.slice(lineEnd)}`;
}
