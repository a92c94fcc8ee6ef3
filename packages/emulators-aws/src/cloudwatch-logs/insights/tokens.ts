import { malformedQuery } from '../errors.ts';

/** A piece of a Logs Insights query. */
export interface Token {
  readonly kind: 'number' | 'text' | 'expression' | 'name' | 'quoted-name' | 'operator';
  readonly text: string;
  /** Of expressions: `i` and the like. */
  readonly flags: string;
}

const PIECES: readonly (readonly [Token['kind'], RegExp])[] = [
  ['number', /(\d+(?:\.\d+)?)(?![A-Za-z_])/y],
  ['text', /"((?:[^"\\]|\\.)*)"/y],
  ['text', /'((?:[^'\\]|\\.)*)'/y],
  ['quoted-name', /`([^`]+)`/y],
  ['name', /([@A-Za-z_0-9][\w.@]*(?:\[\d+\])*(?:\.[\w@]+)*)/y],
  ['operator', /(!=|=~|<=|>=|\|\||&&|[=<>+\-*/%^()[\],|])/y],
];
const EXPRESSION = /\/((?:[^/\\\n]|\\.)+)\/([a-z]*)/y;
/** Before these a slash begins a regular expression; elsewhere it divides. */
const BEFORE_EXPRESSION = /^(like|=~|parse|in|,|\()$/i;
const BLANK = /\s*(?:#[^\n]*\s*)*/y;

export function tokensOf(query: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = skip(query, 0);
  while (at < query.length) {
    const [token, next] = tokenAt(query, at, tokens);
    tokens.push(token);
    at = skip(query, next);
  }
  return tokens;
}

function skip(query: string, at: number): number {
  BLANK.lastIndex = at;
  BLANK.exec(query);
  return BLANK.lastIndex;
}

function tokenAt(query: string, at: number, before: readonly Token[]): readonly [token: Token, next: number] {
  if (query[at] === '/' && mayBeExpression(before)) {
    EXPRESSION.lastIndex = at;
    const [whole, text = '', flags = ''] = EXPRESSION.exec(query) ?? [];
    if (whole !== undefined) return [{ kind: 'expression', text, flags }, at + whole.length];
  }
  for (const [kind, piece] of PIECES) {
    piece.lastIndex = at;
    const [whole, text = ''] = piece.exec(query) ?? [];
    if (whole === undefined) continue;
    const plain = kind === 'text' ? text.replace(/\\(["'\\])/g, '$1') : text;
    return [{ kind, text: plain, flags: '' }, at + whole.length];
  }
  throw malformedQuery(`unexpected symbol found ${query[at]} at line 1 and position ${at}`);
}

/** After `parse @message` or `parse` too. */
function mayBeExpression(before: readonly Token[]): boolean {
  const [last, previous] = [before.at(-1), before.at(-2)];
  return BEFORE_EXPRESSION.test(last?.text ?? '') || /^parse$/i.test(previous?.text ?? '');
}
