import { validation } from '../errors.ts';

/** A piece of a metric math expression. */
export type Token =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name' | 'operator' | 'text'; readonly text: string };

const PIECE =
  /\s*(?:(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+)|([A-Za-z_][A-Za-z0-9_]*)|(?:"([^"]*)"|'([^']*)')|(&&|\|\||[<>=!]=|[-+*/^<>(),[\]]))/y;

export function tokensOf(expression: string): readonly Token[] {
  const tokens: Token[] = [];
  const text = expression.trimEnd();
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < text.length) {
    const at = PIECE.lastIndex;
    const match = PIECE.exec(text);
    if (!match) throw validation(`Error in expression '${expression}': Unexpected character at position ${at + 1}.`);
    tokens.push(tokenOf(match));
  }
  return tokens;
}

function tokenOf([, number, name, double, single, operator = '']: RegExpExecArray): Token {
  if (number !== undefined) return { kind: 'number', value: Number(number) };
  if (name !== undefined) return { kind: 'name', text: name };
  const text = double ?? single;
  return text === undefined ? { kind: 'operator', text: operator } : { kind: 'text', text };
}
