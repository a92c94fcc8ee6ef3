/** Arithmetic as typed: + - × ÷ ( ) and %, with the usual precedence. No names, no functions, nothing is executed. */

export type Calculation =
  | { readonly outcome: 'value'; readonly value: number }
  | { readonly outcome: 'incomplete' }
  | { readonly outcome: 'impossible'; readonly reason: string };

class Unfinished extends Error {}

const TOKEN = /\s*(\d+(?:\.\d*)?|\.\d+|[-+*/()%])/y;

function tokensOf(text: string): string[] {
  const plain = text.replace(/[×x]/g, '*').replace(/÷/g, '/').replace(/[−–]/g, '-').replace(/,/g, '.').trim();
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < plain.length) {
    const match = TOKEN.exec(plain);
    if (!match?.[1]) throw new Unfinished();
    tokens.push(match[1]);
  }
  return tokens;
}

/** Recursive descent; `position` walks along the tokens. */
class Reader {
  readonly #tokens: readonly string[];
  #position = 0;

  constructor(tokens: readonly string[]) {
    this.#tokens = tokens;
  }

  #takes(...wanted: string[]): string | undefined {
    const token = this.#tokens[this.#position];
    if (token === undefined || !wanted.includes(token)) return undefined;
    this.#position += 1;
    return token;
  }

  sum(): number {
    let value = this.#product();
    for (let sign = this.#takes('+', '-'); sign; sign = this.#takes('+', '-')) {
      const next = this.#product();
      value = sign === '+' ? value + next : value - next;
    }
    return value;
  }

  #product(): number {
    let value = this.#factor();
    for (let sign = this.#takes('*', '/'); sign; sign = this.#takes('*', '/')) {
      const next = this.#factor();
      value = sign === '*' ? value * next : value / next;
    }
    return value;
  }

  #factor(): number {
    if (this.#takes('-')) return -this.#factor();
    if (this.#takes('+')) return this.#factor();
    let value = this.#atom();
    while (this.#takes('%')) value /= 100;
    return value;
  }

  #atom(): number {
    if (this.#takes('(')) {
      const value = this.sum();
      if (!this.#takes(')')) throw new Unfinished();
      return value;
    }
    const value = Number(this.#tokens[this.#position]);
    if (Number.isNaN(value)) throw new Unfinished();
    this.#position += 1;
    return value;
  }

  isAtEnd = (): boolean => this.#position === this.#tokens.length;
}

export function calculate(text: string): Calculation {
  try {
    const reader = new Reader(tokensOf(text));
    const value = reader.sum();
    if (!reader.isAtEnd()) return { outcome: 'incomplete' };
    if (!Number.isFinite(value)) return { outcome: 'impossible', reason: 'Nothing can be divided by zero.' };
    return { outcome: 'value', value };
  } catch (thrown) {
    if (thrown instanceof Unfinished) return { outcome: 'incomplete' };
    throw thrown;
  }
}

/** Twelve significant digits hide what binary fractions add: 0.1 + 0.2 reads 0.3. */
export const resultText = (value: number): string => String(Number(value.toPrecision(12)));
