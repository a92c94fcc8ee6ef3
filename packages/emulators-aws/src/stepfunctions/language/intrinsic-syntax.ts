import type { Json } from './json.ts';

/** A call of an intrinsic function, or what may stand as its argument. */
export type Expression =
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Expression[] }
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'value'; readonly value: Json };

/** Reads `States.Format('{} of {}', $.a, $$.Execution.Name)`. Throws SyntaxError. */
export function parseIntrinsic(text: string): Expression {
  const reader = new Reader(text);
  const expression = reader.expression();
  reader.demandEnd();
  return expression;
}

const PATH = /^\$\$?(?:\.{1,2}[^\s.[\](),']+|\.\.?\*|\[(?:'[^']*'|[^\]])*\])*/;

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  expression(): Expression {
    this.#skipSpace();
    const name = this.#take(/^States\.\w+/);
    if (name !== undefined) return { kind: 'call', name, arguments: this.#arguments() };
    const path = this.#take(PATH);
    if (path !== undefined) return { kind: 'path', path };
    if (this.#text[this.#at] === "'") return { kind: 'value', value: this.#quoted() };
    const literal = this.#take(/^(?:-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/);
    if (literal === undefined) throw new SyntaxError(`unexpected '${this.#text.slice(this.#at, this.#at + 10)}'`);
    return { kind: 'value', value: JSON.parse(literal) as Json }; // the expression admits JSON's literals only
  }

  demandEnd(): void {
    this.#skipSpace();
    if (this.#at < this.#text.length) throw new SyntaxError(`unexpected '${this.#text.slice(this.#at)}'`);
  }

  #arguments(): readonly Expression[] {
    this.#demand('(');
    const all: Expression[] = [];
    this.#skipSpace();
    if (this.#take(/^\)/) !== undefined) return all;
    for (;;) {
      all.push(this.expression());
      this.#skipSpace();
      if (this.#take(/^\)/) !== undefined) return all;
      this.#demand(',');
    }
  }

  /** Between apostrophes; a backslash keeps the next sign, but that of a brace is left for Format. */
  #quoted(): string {
    let text = '';
    for (this.#at += 1; this.#at < this.#text.length; this.#at += 1) {
      const sign = this.#text[this.#at];
      const next = this.#text[this.#at + 1];
      if (sign === "'") {
        this.#at += 1;
        return text;
      }
      if (sign === '\\' && next !== undefined) {
        text += next === '{' || next === '}' ? `\\${next}` : next;
        this.#at += 1;
      } else text += sign;
    }
    throw new SyntaxError('a text is not closed');
  }

  #demand(sign: string): void {
    this.#skipSpace();
    if (this.#text[this.#at] !== sign) throw new SyntaxError(`'${sign}' is missing`);
    this.#at += 1;
  }

  #take(pattern: RegExp): string | undefined {
    const found = pattern.exec(this.#text.slice(this.#at))?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #skipSpace(): void {
    this.#take(/^\s+/);
  }
}
