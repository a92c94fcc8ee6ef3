import { letterSet, letters, MANY, meets, ONE, type PatternPart } from '../../lake/wildcard.ts';
import { notSupported } from '../errors.ts';

const PIECE = /\.\*|\[[^\]]+\]|\.|[^()[\]{}+?*\\^$|]/y;

/** GetTables' Expression, which a table's whole name meets: of regular expressions `.`, `.*`, `[a-z]` and `|`. */
export function nameTest(expression: string | undefined): (name: string) => boolean {
  if (!expression || expression === '*') return () => true;
  const patterns = expression
    .toLowerCase()
    .split('|')
    .map((pattern) => partsOf(pattern.replace(/^\^/, '').replace(/\$$/, '')));
  return (name) => patterns.some((parts) => meets(name, parts));
}

function partsOf(pattern: string): PatternPart[] {
  const parts: PatternPart[] = [];
  PIECE.lastIndex = 0;
  while (PIECE.lastIndex < pattern.length) {
    const at = PIECE.lastIndex;
    const piece = PIECE.exec(pattern)?.[0];
    if (piece === undefined) throw notSupported(`"${pattern.slice(at, at + 1)}" in the Expression of a table's name`);
    parts.push(...partOf(piece));
  }
  return parts;
}

function partOf(piece: string): readonly PatternPart[] {
  if (piece === '.*') return [MANY];
  if (piece === '.') return [ONE];
  return piece.length > 1 ? [letterSet(piece.slice(1, -1))] : letters(piece);
}
