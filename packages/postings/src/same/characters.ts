/**
 * What a UTF-16 unit is to the comparison of texts, in one table: a unit of a word stands as its lower case, which is
 * at least `#`; everything else as one of these.
 */
export const UNSEEN = 0;
export const BLANK = 1;
export const MARK = 2;
export const IDEOGRAPH = 3;
export const FIRST_OF_WORD = 35;

const UNITS = 65_536;
const BLANKS = /^[\s\u200b\u2060\ufeff]$/;
/** Soft hyphen, joiners and marks of direction: a reader does not see them. */
const HIDDEN = /^[\u00ad\u200c-\u200f\u202a-\u202e]$/;
/** Scripts without blanks between words: each sign is a word. */
const SIGNS = /^[\u3040-\u30ff\u3400-\u9fff]$/;
/** + and # belong to words because of C++ and C#. Surrogates count as letters, so that emoji and rare scripts are seen. */
const LETTER = /^[\p{L}\p{M}\p{N}+#\ud800-\udfff]$/u;

function foldedUnit(unit: string): number {
  if (HIDDEN.test(unit)) return UNSEEN;
  if (BLANKS.test(unit)) return BLANK;
  if (SIGNS.test(unit)) return IDEOGRAPH;
  return LETTER.test(unit) ? unit.toLowerCase().charCodeAt(0) : MARK;
}

let table: Uint16Array | undefined;

/** By unit. Made at the first call (about 15 ms), then kept: it depends on nothing. */
export function foldedUnits(): Uint16Array {
  table ??= Uint16Array.from({ length: UNITS }, (_, code) => foldedUnit(String.fromCharCode(code)));
  return table;
}
