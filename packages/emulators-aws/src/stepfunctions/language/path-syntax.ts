import type { Json } from './json.ts';

/** One step of a JSONPath. */
export type Step =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'wildcard' }
  | {
      readonly kind: 'slice';
      readonly start: number | undefined;
      readonly end: number | undefined;
      readonly by: number;
    }
  | { readonly kind: 'union'; readonly of: readonly Step[] }
  | { readonly kind: 'descend'; readonly to: Step }
  /** Any of the lists, all of whose tests pass. */
  | { readonly kind: 'filter'; readonly any: readonly (readonly Test[])[] };

/** `@.price < 10`; without an operator, that there is such a value. */
export interface Test {
  /** From the item on: `$.price`. */
  readonly path: string;
  readonly operator: '==' | '!=' | '<' | '<=' | '>' | '>=' | undefined;
  readonly value: Json | undefined;
}

const NAME = /^[^\s.[\]()'"*,:?@$]+/;
const TEST = /^\s*@((?:\.[\w-]+|\[\d+\]|\['[^']*'\])*)\s*(?:(==|!=|<=|>=|<|>)\s*(.+?))?\s*$/;
const SLICE = /^(-?\d+)?:(-?\d+)?(?::(\d+))?$/;

const known = new Map<string, readonly Step[]>();
const MOST_KNOWN = 1000;

/** The steps after `$`. Throws SyntaxError, which says what is wrong. */
export function parsePath(path: string): readonly Step[] {
  const found = known.get(path);
  if (found) return found;
  if (!path.startsWith('$')) throw new SyntaxError(`a path begins with $: ${path}`);
  const steps: Step[] = [];
  let rest = path.slice(1);
  while (rest !== '') {
    const [step, length] = firstStep(rest, path);
    steps.push(step);
    rest = rest.slice(length);
  }
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(path, steps);
  return steps;
}

function firstStep(text: string, path: string): readonly [Step, number] {
  if (text.startsWith('..')) {
    const isBracket = text[2] === '[';
    const [to, length] = isBracket ? firstStep(text.slice(2), path) : dotStep(text.slice(1), path);
    return [{ kind: 'descend', to }, length + (isBracket ? 2 : 1)];
  }
  if (text.startsWith('.')) return dotStep(text, path);
  if (!text.startsWith('[')) throw new SyntaxError(`unexpected '${text[0]}' in ${path}`);
  const end = closingBracket(text, path);
  return [bracketStep(text.slice(1, end).trim(), path), end + 1];
}

function dotStep(text: string, path: string): readonly [Step, number] {
  if (text.startsWith('.*')) return [{ kind: 'wildcard' }, 2];
  const name = NAME.exec(text.slice(1))?.[0];
  if (name === undefined) throw new SyntaxError(`a name is missing after a dot in ${path}`);
  return [{ kind: 'name', name }, name.length + 1];
}

/** Brackets with what they hold: texts, and brackets of a filter's own. */
const BRACKETS = /^\[(?:[^[\]'"]|'[^']*'|"[^"]*"|\[(?:[^[\]'"]|'[^']*'|"[^"]*")*\])*\]/;

function closingBracket(text: string, path: string): number {
  const found = BRACKETS.exec(text)?.[0];
  if (found === undefined) throw new SyntaxError(`a bracket is not closed in ${path}`);
  return found.length - 1;
}

function bracketStep(inside: string, path: string): Step {
  if (inside === '*') return { kind: 'wildcard' };
  const filter = /^\?\s*\((.*)\)$/s.exec(inside)?.[1];
  if (filter !== undefined) return filterStep(filter, path);
  const slice = SLICE.exec(inside);
  if (slice) {
    const [start, end, by] = slice.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
    return { kind: 'slice', start, end, by: Math.max(1, by ?? 1) };
  }
  const parts = inside.match(/'[^']*'|"[^"]*"|[^,]+/g)?.map((part) => single(part.trim(), path)) ?? [];
  const [first, ...others] = parts;
  if (!first) throw new SyntaxError(`brackets are empty in ${path}`);
  return others.length === 0 ? first : { kind: 'union', of: parts };
}

function single(part: string, path: string): Step {
  const quoted = /^'(.*)'$|^"(.*)"$/s.exec(part);
  if (quoted) return { kind: 'name', name: quoted[1] ?? quoted[2] ?? '' };
  if (/^-?\d+$/.test(part)) return { kind: 'index', index: Number(part) };
  throw new SyntaxError(`'${part}' is neither an index nor a quoted name in ${path}`);
}

function filterStep(text: string, path: string): Step {
  return { kind: 'filter', any: text.split('||').map((all) => all.split('&&').map((test) => testOf(test, path))) };
}

function testOf(text: string, path: string): Test {
  const [whole, at = '', operator, literal] = TEST.exec(text) ?? [];
  if (whole === undefined) throw new SyntaxError(`the filter '${text}' is not supported in ${path}`);
  const value = literal === undefined ? undefined : literalOf(literal, path);
  return { path: `$${at}`, operator: operator as Test['operator'], value }; // one of the expression's alternatives
}

function literalOf(text: string, path: string): Json {
  const quoted = /^'(.*)'$/s.exec(text)?.[1];
  if (quoted !== undefined) return quoted;
  try {
    return JSON.parse(text) as Json; // JSON is what it says
  } catch {
    throw new SyntaxError(`'${text}' is no value to compare with in ${path}`);
  }
}
