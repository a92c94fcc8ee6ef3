import { malformedQuery } from '../errors.ts';
import type { Term } from './query.ts';

/** A cell: what a field or an expression stands for in one row; undefined when the row has no such field. */
export type Cell = string | number | boolean | undefined;

/** Looks up a field of a row. */
export type Row = ReadonlyMap<string, Cell>;

export function cellOf(term: Term, row: Row): Cell {
  switch (term.kind) {
    case 'number':
      return term.value;
    case 'text':
      return term.text;
    case 'field':
      return row.get(term.name);
    case 'not':
      return !isTrue(cellOf(term.of, row));
    case 'operation':
      return operated(term.operator, term.left, term.right, row);
    case 'call':
      return called(term.name, term.given, row);
    case 'list':
    case 'expression':
      throw malformedQuery('a list or a regular expression stands after in, like and =~ only');
  }
}

export const isTrue = (cell: Cell): boolean =>
  cell === true || cell === 'true' || (typeof cell === 'number' && cell !== 0);

export function numberOf(cell: Cell): number | undefined {
  if (cell === undefined || cell === '') return undefined;
  const value = Number(cell);
  return Number.isNaN(value) ? undefined : value;
}

function operated(operator: string, left: Term, right: Term, row: Row): Cell {
  switch (operator) {
    case 'and':
      return isTrue(cellOf(left, row)) && isTrue(cellOf(right, row));
    case 'or':
      return isTrue(cellOf(left, row)) || isTrue(cellOf(right, row));
    case 'like':
    case '=~':
      return isLike(cellOf(left, row), right);
    case 'in':
      return right.kind === 'list' && right.entries.some((entry) => isSame(cellOf(left, row), cellOf(entry, row)));
    case '=':
      return isSame(cellOf(left, row), cellOf(right, row));
    case '!=':
      return !isSame(cellOf(left, row), cellOf(right, row));
    default:
      return calculated(operator, numberOf(cellOf(left, row)), numberOf(cellOf(right, row)));
  }
}

function isLike(cell: Cell, pattern: Term): boolean {
  if (cell === undefined) return false;
  if (pattern.kind === 'expression') return pattern.matches.test(String(cell));
  if (pattern.kind === 'text') return String(cell).includes(pattern.text);
  throw malformedQuery('like takes a text or a regular expression');
}

function isSame(a: Cell, b: Cell): boolean {
  if (a === undefined || b === undefined) return a === b;
  const [left, right] = [numberOf(a), numberOf(b)];
  return left !== undefined && right !== undefined ? left === right : String(a) === String(b);
}

function calculated(operator: string, a: number | undefined, b: number | undefined): Cell {
  if (a === undefined || b === undefined) return undefined;
  const change = ARITHMETIC[operator];
  if (!change) throw malformedQuery(`unknown operator ${operator}`);
  return change(a, b);
}

const ARITHMETIC: Readonly<Record<string, (a: number, b: number) => Cell>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => (b === 0 ? undefined : a / b),
  '%': (a, b) => (b === 0 ? undefined : a % b),
  '^': (a, b) => a ** b,
  '<': (a, b) => a < b,
  '>': (a, b) => a > b,
  '<=': (a, b) => a <= b,
  '>=': (a, b) => a >= b,
};

type Function = (given: readonly Cell[], row: Row) => Cell;

const numeric =
  (change: (value: number) => number): Function =>
  ([cell]) => {
    const value = numberOf(cell);
    return value === undefined ? undefined : change(value);
  };
const textual =
  (change: (text: string) => Cell): Function =>
  ([cell]) =>
    cell === undefined ? undefined : change(String(cell));

const FUNCTIONS: Readonly<Record<string, Function>> = {
  abs: numeric(Math.abs),
  ceil: numeric(Math.ceil),
  floor: numeric(Math.floor),
  log: numeric(Math.log),
  sqrt: numeric(Math.sqrt),
  greatest: (given) => Math.max(...given.flatMap((cell) => numberOf(cell) ?? [])),
  least: (given) => Math.min(...given.flatMap((cell) => numberOf(cell) ?? [])),
  tolower: textual((text) => text.toLowerCase()),
  toupper: textual((text) => text.toUpperCase()),
  trim: textual((text) => text.trim()),
  strlen: textual((text) => text.length),
  concat: (given) => given.map((cell) => cell ?? '').join(''),
  strcontains: ([text, part]) => Number(String(text ?? '').includes(String(part ?? ''))),
  replace: ([text, from, to]) => (text === undefined ? undefined : String(text).replaceAll(String(from), String(to))),
  substr: ([text, from, length]) => {
    if (text === undefined) return undefined;
    const start = numberOf(from) ?? 0;
    return String(text).slice(start, length === undefined ? undefined : start + (numberOf(length) ?? 0));
  },
  coalesce: (given) => given.find((cell) => cell !== undefined && cell !== ''),
  ispresent: ([cell]) => cell !== undefined,
  isempty: ([cell]) => cell === undefined || cell === '',
  isblank: ([cell]) => cell === undefined || String(cell).trim() === '',
  bin: ([width], row) => binOf(row, numberOf(width)),
  datefloor: ([at, width]) => floored(numberOf(at), numberOf(width)),
  tomillis: ([at]) => numberOf(at),
  frommillis: ([at]) => numberOf(at),
  todate: ([at]) => numberOf(at),
};

function called(name: string, given: readonly Term[], row: Row): Cell {
  const found = FUNCTIONS[name];
  if (!found) throw malformedQuery(`Function ${name} is unknown or not supported in this sandbox`);
  return found(
    given.map((term) => cellOf(term, row)),
    row,
  );
}

const binOf = (row: Row, width: number | undefined): Cell => floored(numberOf(row.get('@timestamp')), width);

const floored = (at: number | undefined, width: number | undefined): Cell =>
  at === undefined || !width ? undefined : Math.floor(at / width) * width;
