import { QueryFault } from './query-fault.ts';
import { placeOf, type Token, tokensOf } from './tokens.ts';

/**
 * The few spellings of Trino that DuckDB's parser does not read: `ARRAY(varchar)` for a type and a sample in percent.
 * All else is changed in the parsed query. Throws QueryFault for DuckDB's own spellings.
 */
export function readableSql(sql: string): string {
  const tokens = tokensOf(sql);
  const edits: Edit[] = [];
  for (const [i, token] of tokens.entries()) {
    refuseForeign(sql, token);
    if (isWord(token, 'array') && tokens[i + 1]?.text === '(') edits.push(...arrayType(tokens, i));
    if (isWord(token, 'bernoulli') || isWord(token, 'system')) edits.push(...percent(tokens, i));
  }
  return applied(sql, edits);
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const isWord = ({ kind, text }: Token, word: string): boolean => kind === 'word' && text.toLowerCase() === word;

function refuseForeign(sql: string, { kind, text, start }: Token): void {
  if (kind === 'symbol' && (text === '::' || text === '{' || text === '$' || text === '#')) {
    throw new QueryFault('SYNTAX_ERROR', `${placeOf(sql, start)}: mismatched input '${text}'`);
  }
}

/** `ARRAY(x)` becomes `x[]`. */
function arrayType(tokens: readonly Token[], at: number): Edit[] {
  const close = closing(tokens, at + 1);
  const word = tokens[at];
  const open = tokens[at + 1];
  if (!close || !word || !open) return [];
  return [
    { start: word.start, end: open.end, text: '' },
    { start: close.start, end: close.end, text: '[]' },
  ];
}

/** `BERNOULLI (10)` becomes `BERNOULLI (10 PERCENT)`. */
function percent(tokens: readonly Token[], at: number): Edit[] {
  if (tokens[at + 1]?.text !== '(' || !isWord(tokens[at - 1] ?? ({ kind: 'end', text: '' } as Token), 'tablesample'))
    return [];
  const close = closing(tokens, at + 1);
  return close ? [{ start: close.start, end: close.start, text: ' PERCENT' }] : [];
}

function closing(tokens: readonly Token[], open: number): Token | undefined {
  let depth = 0;
  for (const token of tokens.slice(open)) {
    if (token.kind === 'symbol' && token.text === '(') depth += 1;
    if (token.kind === 'symbol' && token.text === ')') depth -= 1;
    if (depth === 0) return token;
  }
  return undefined;
}

function applied(sql: string, edits: readonly Edit[]): string {
  const backwards = [...edits].sort((a, b) => b.start - a.start);
  return backwards.reduce((text, { start, end, text: by }) => text.slice(0, start) + by + text.slice(end), sql);
}

/** Puts the texts of `parameters` in the place of the query's question marks. Throws QueryFault on another count. */
export function withParameters(sql: string, parameters: readonly string[]): string {
  const marks = tokensOf(sql).filter(({ kind, text }) => kind === 'symbol' && text === '?');
  if (marks.length !== parameters.length) {
    const message = `Incorrect number of parameters: expected ${marks.length} but found ${parameters.length}`;
    throw new QueryFault('INVALID_PARAMETER_USAGE', message);
  }
  return applied(
    sql,
    marks.map(({ start, end }, i) => ({ start, end, text: ` ${parameters[i]} ` })),
  );
}
