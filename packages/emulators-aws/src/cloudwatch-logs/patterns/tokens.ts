import { type LinearPattern, linearPattern } from '../../linear-pattern.ts';
import { invalidParameter } from '../errors.ts';

export const invalidPattern = (why: string): Error => invalidParameter(`Invalid filter pattern: ${why}`);

/** A regular expression of a pattern or query. Throws InvalidParameterException for what is none, or is not taken. */
export function expressionOf(source: string, isCaseBlind = false): LinearPattern {
  const pattern = linearPattern(source, isCaseBlind);
  if (pattern) return pattern;
  throw invalidPattern(
    `${source.slice(0, 80)} is not a regular expression of up to 500 characters without look-arounds and back references.`,
  );
}

/** What a field is compared with. */
export type Wanted =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'wildcard'; readonly parts: readonly string[] }
  | { readonly kind: 'expression'; readonly matches: LinearPattern };

export type Comparison = '=' | '!=' | '<' | '>' | '<=' | '>=';

/** Reads a value: `"text with *"`, `404`, `4*`, `%expression%`. */
export function wantedOf(piece: string): Wanted {
  if (piece.length > 1 && piece.startsWith('%') && piece.endsWith('%')) {
    return { kind: 'expression', matches: expressionOf(piece.slice(1, -1)) };
  }
  const isQuoted = piece.startsWith('"');
  const text = isQuoted ? piece.slice(1, -1).replaceAll('\\"', '"') : piece;
  if (!isQuoted && /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text)) return { kind: 'number', value: Number(text) };
  return { kind: 'wildcard', parts: text.split('*') };
}

/** What stood between the parts, each found as early as it can be; so the time grows with the text only. */
export function between(parts: readonly string[], text: string, start = 0): readonly string[] | undefined {
  const gaps: string[] = [];
  let at = start;
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const found = isLast && part === '' ? text.length : text.indexOf(part, at);
    if (found < 0) return undefined;
    gaps.push(text.slice(at, found));
    at = found + part.length;
  }
  return gaps;
}

function matchesWildcard(parts: readonly string[], text: string): boolean {
  const [first = '', ...rest] = parts;
  const last = rest.at(-1);
  if (last === undefined) return text === first;
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last)) return false;
  const middle = text.slice(first.length, text.length - last.length);
  return between([...rest.slice(0, -1), ''], middle) !== undefined;
}

/** Whether a value that is there compares as wanted. */
export function compares(found: string | number | boolean, comparison: Comparison, wanted: Wanted): boolean {
  if (comparison === '=' || comparison === '!=') return isEqual(found, wanted) === (comparison === '=');
  if (wanted.kind !== 'number' || typeof found === 'boolean') return false;
  const value = typeof found === 'number' ? found : Number(found);
  if (found === '' || Number.isNaN(value)) return false;
  if (comparison === '<') return value < wanted.value;
  if (comparison === '>') return value > wanted.value;
  return comparison === '<=' ? value <= wanted.value : value >= wanted.value;
}

function isEqual(found: string | number | boolean, wanted: Wanted): boolean {
  if (wanted.kind === 'number') return found !== '' && Number(found) === wanted.value;
  const text = String(found);
  return wanted.kind === 'wildcard' ? matchesWildcard(wanted.parts, text) : wanted.matches.test(text);
}
