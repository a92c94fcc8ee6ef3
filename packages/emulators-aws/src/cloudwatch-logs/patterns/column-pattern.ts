import { type Comparison, compares, invalidPattern, type Wanted, wantedOf } from './tokens.ts';

/** `[ip, ..., status = 4* || status = 500, size > 1000]`: one entry a word of the line. */
export type Column =
  | { readonly kind: 'rest' }
  | { readonly kind: 'column'; readonly name: string; readonly alternatives: readonly (readonly Test[])[] };

interface Test {
  readonly comparison: Comparison;
  readonly wanted: Wanted;
}

const SEPARATOR = /,(?=(?:[^"%]|"[^"]*"|%[^%]*%)*$)/;
const TEST = /^\s*([A-Za-z_]\w*)\s*(=|!=|<=|>=|<|>)\s*("(?:[^"\\]|\\.)*"|%[^%]*%|\S+)\s*$/;

export function parseColumnPattern(text: string): readonly Column[] {
  const columns = text.trim().slice(1, -1).split(SEPARATOR).map(columnOf);
  if (columns.filter(({ kind }) => kind === 'rest').length > 1) throw invalidPattern(`${text} has ... more than once.`);
  return columns;
}

function columnOf(text: string): Column {
  const trimmed = text.trim();
  if (trimmed === '...') return { kind: 'rest' };
  if (trimmed === '' || /^[A-Za-z_]\w*$/.test(trimmed)) return { kind: 'column', name: trimmed, alternatives: [] };
  const alternatives = trimmed.split('||').map((one) => one.split('&&').map(testOf));
  return { kind: 'column', name: /^\w+/.exec(trimmed)?.[0] ?? '', alternatives };
}

function testOf(text: string): Test {
  const [, , comparison, value = ''] = TEST.exec(text) ?? [];
  if (comparison === undefined) throw invalidPattern(`${text.trim()} is no condition on a column.`);
  return { comparison: comparison as Comparison, wanted: wantedOf(value) }; // the expression lists them
}

/** Words of a line: what stands in brackets or quotes is one. */
const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/\[([^\]]*)\]|"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');

/** The values of the columns by name, when the line has these columns and they are as wanted; else undefined. */
export function matchColumns(columns: readonly Column[], line: string): ReadonlyMap<string, string> | undefined {
  const words = wordsOf(line);
  const rest = columns.findIndex(({ kind }) => kind === 'rest');
  if (rest < 0 ? words.length !== columns.length : words.length < columns.length - 1) return undefined;
  const values = new Map<string, string>();
  for (const [index, column] of columns.entries()) {
    if (column.kind === 'rest') continue;
    const word = words[rest >= 0 && index > rest ? words.length - columns.length + index : index] ?? '';
    if (!isWanted(column.alternatives, word)) return undefined;
    values.set(column.name, word);
  }
  return values;
}

const isWanted = (alternatives: readonly (readonly Test[])[], word: string): boolean =>
  alternatives.length === 0 ||
  alternatives.some((tests) => tests.every(({ comparison, wanted }) => compares(word, comparison, wanted)));
