import { type Comparison, compares, invalidPattern, type Wanted, wantedOf } from './tokens.ts';

/** `{ $.a.b = "x" && ($.n > 5 || $.c IS TRUE) }` as a tree. */
export type JsonCondition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly JsonCondition[] }
  | { readonly kind: 'compare'; readonly path: Path; readonly comparison: Comparison; readonly wanted: Wanted }
  | { readonly kind: 'is'; readonly path: Path; readonly value: null | boolean; readonly isNegated: boolean }
  | { readonly kind: 'absent'; readonly path: Path };

/** Steps into a document; `*` stands for every entry of a list. */
export type Path = readonly (string | number)[];

const PIECE =
  /\s*(\(|\)|&&|\|\||!=|<=|>=|=|<|>|"(?:[^"\\]|\\.)*"|%(?:[^%\\]|\\.)*%|\$(?:\.[^\s()=!<>&|.[\]]+|\[\d+\]|\[\*\]|\['[^']*'\]|\["[^"]*"\])+|[^\s()=!<>&|]+)/y;
const COMPARISONS: ReadonlySet<string> = new Set(['=', '!=', '<', '>', '<=', '>=']);
const DEEPEST = 30;

export function parseJsonPattern(text: string): JsonCondition {
  const inner = text.trim().slice(1, -1).trimEnd();
  const pieces: string[] = [];
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < inner.length) {
    const match = PIECE.exec(inner);
    if (!match) throw invalidPattern(`${text} cannot be read.`);
    pieces.push(match[1] ?? '');
  }
  return new Parser(text, pieces).whole();
}

class Parser {
  readonly #text: string;
  readonly #pieces: readonly string[];
  #at = 0;

  constructor(text: string, pieces: readonly string[]) {
    this.#text = text;
    this.#pieces = pieces;
  }

  whole(): JsonCondition {
    const condition = this.#any(0);
    if (this.#at < this.#pieces.length) throw this.#fault();
    return condition;
  }

  #any(depth: number): JsonCondition {
    return this.#joined('||', () => this.#joined('&&', () => this.#one(depth)));
  }

  #joined(operator: '&&' | '||', part: () => JsonCondition): JsonCondition {
    const first = part();
    const parts = [first];
    while (this.#takes(operator)) parts.push(part());
    return parts.length === 1 ? first : { kind: operator === '&&' ? 'and' : 'or', parts };
  }

  #one(depth: number): JsonCondition {
    if (depth > DEEPEST) throw this.#fault();
    if (!this.#takes('(')) return this.#comparison();
    const inner = this.#any(depth + 1);
    if (!this.#takes(')')) throw this.#fault();
    return inner;
  }

  #comparison(): JsonCondition {
    const path = parsePath(this.#next());
    const word = this.#next().toUpperCase();
    if (word === 'NOT' && this.#takes('EXISTS')) return { kind: 'absent', path };
    if (word === 'IS') return this.#is(path);
    if (!COMPARISONS.has(word)) throw this.#fault();
    return { kind: 'compare', path, comparison: word as Comparison, wanted: wantedOf(this.#next()) }; // in the set
  }

  #is(path: Path): JsonCondition {
    const isNegated = this.#takes('NOT');
    const value = this.#next().toUpperCase();
    if (value !== 'NULL' && value !== 'TRUE' && value !== 'FALSE') throw this.#fault();
    return { kind: 'is', path, value: value === 'NULL' ? null : value === 'TRUE', isNegated };
  }

  #next(): string {
    const piece = this.#pieces[this.#at];
    if (piece === undefined) throw this.#fault();
    this.#at += 1;
    return piece;
  }

  #takes(piece: string): boolean {
    if (this.#pieces[this.#at]?.toUpperCase() !== piece) return false;
    this.#at += 1;
    return true;
  }

  #fault(): Error {
    return invalidPattern(`${this.#text} has a mistake at its part ${this.#at + 1}.`);
  }
}

/** `$.a["b.c"].d[0].e[*]` */
export function parsePath(text: string): Path {
  if (!text.startsWith('$')) throw invalidPattern(`${text} is no selector: it must begin with $.`);
  const steps: (string | number)[] = [];
  const step = /\.([^.[\]]+)|\[(\d+)\]|\[(\*)\]|\['([^']*)'\]|\["([^"]*)"\]/y;
  step.lastIndex = 1;
  while (step.lastIndex < text.length) {
    const match = step.exec(text);
    if (!match) throw invalidPattern(`${text} is no selector.`);
    const [, name, index, every, single, double] = match;
    steps.push(index === undefined ? (name ?? every ?? single ?? double ?? '') : Number(index));
  }
  return steps;
}

/** The values a path leads to; several when it goes through a list. */
export function valuesAt(document: unknown, path: Path): readonly unknown[] {
  const [step, ...rest] = path;
  if (step === undefined) return [document];
  if (typeof document !== 'object' || document === null) return [];
  if (step === '*') return Object.values(document).flatMap((entry) => valuesAt(entry, rest));
  if (!Object.hasOwn(document, step)) return [];
  return valuesAt(Reflect.get(document, step), rest);
}

export function holdsFor(condition: JsonCondition, document: unknown): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.parts.every((part) => holdsFor(part, document));
    case 'or':
      return condition.parts.some((part) => holdsFor(part, document));
    case 'absent':
      return valuesAt(document, condition.path).length === 0;
    case 'is':
      return valuesAt(document, condition.path).some((value) => (value === condition.value) !== condition.isNegated);
    case 'compare':
      return valuesAt(document, condition.path).some(
        (value) => isScalar(value) && compares(value, condition.comparison, condition.wanted),
      );
  }
}

const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
