import { letterSet, letters, MANY, meets, ONE, type PatternPart } from '../../lake/wildcard.ts';

/** Whether a key, seen from the include path, meets one of a crawler's exclusion patterns. */
export const isExcluded = (key: string, patterns: readonly string[]): boolean =>
  patterns.some((pattern) => alternatives(pattern).some((glob) => meets(key, globParts(glob))));

const MOST_ALTERNATIVES = 64;

/** `a{b,c}` is `ab` or `ac`. */
function alternatives(glob: string): string[] {
  const found = [glob];
  for (let i = 0; i < found.length && found.length < MOST_ALTERNATIVES; i += 1) {
    const [whole, inside = ''] = /\{([^}]*)\}/.exec(found[i] ?? '') ?? [];
    if (whole !== undefined)
      found.push(...inside.split(',').map((choice) => (found[i] ?? '').replace(whole, () => choice)));
  }
  return found;
}

const inFolder = (letter: string): boolean => letter !== '/';

/** Globs of Glue: `*` within a folder, `**` across folders, `?`, `[a-z]`. */
const globParts = (glob: string): PatternPart[] => (glob.match(/\*\*|\*|\?|\[[^\]]*\]|\\.|./gs) ?? []).flatMap(partOf);

function partOf(piece: string): readonly PatternPart[] {
  if (piece === '**') return [MANY];
  if (piece === '*') return [{ isMany: true, holds: inFolder }];
  if (piece === '?') return [{ ...ONE, holds: inFolder }];
  if (piece.length > 1 && piece.startsWith('[')) return [letterSet(piece.slice(1, -1))];
  return letters(piece.replace(/^\\(.)/s, '$1'));
}
