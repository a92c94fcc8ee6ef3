/**
 * What a UTF-16 unit is to the cutting of texts into words. Latin letters are cut where a small one meets a capital;
 * letters of other scripts run on; in scripts without blanks each sign is a word.
 */
export const BLANK = 0;
export const SMALL = 1;
export const CAPITAL = 2;
export const DIGIT = 3;
/** Soft hyphens, joiners, marks of direction: a reader does not see them, and a word goes on after them. */
export const HIDDEN = 4;
export const OTHER_LETTER = 5;
export const SIGN = 6;
export const MARK = 7;

const UNITS = 0x10000;
/** Alphabets with two cases end before this, but for a few of full width. */
const CASES_END = 0x2000;
const LATIN_END = 0x250;

/** Surrogates count as letters, so that emoji and rare scripts are seen when texts are compared. */
const RANGES: readonly (readonly [from: number, to: number, kind: number])[] = [
  [LATIN_END, 0x1fff, OTHER_LETTER],
  [0x2c00, 0x2dff, OTHER_LETTER],
  [0x3040, 0x30ff, SIGN],
  [0x3100, 0x33ff, OTHER_LETTER],
  [0x3400, 0x9fff, SIGN],
  [0xa000, 0xdfff, OTHER_LETTER],
  [0xf900, 0xfdff, OTHER_LETTER],
  [0xfe70, 0xfefc, OTHER_LETTER],
  [0xff10, 0xffdc, OTHER_LETTER],
];
const BLANKS =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000';
const HIDDEN_UNITS = '\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\u202a\u202b\u202c\u202d\u202e\ufeff';

function kinds(): Uint8Array {
  const table = new Uint8Array(UNITS).fill(MARK);
  for (const [from, to, kind] of RANGES) table.fill(kind, from, to + 1);
  for (let code = 0; code < LATIN_END; code += 1) {
    const unit = String.fromCharCode(code);
    if (/\p{L}/u.test(unit)) table[code] = unit.toLowerCase() === unit ? SMALL : CAPITAL;
    if (/[0-9]/.test(unit)) table[code] = DIGIT;
  }
  for (const unit of BLANKS) table[unit.charCodeAt(0)] = BLANK;
  for (const unit of HIDDEN_UNITS) table[unit.charCodeAt(0)] = HIDDEN;
  return table;
}

/** By unit. */
export const KIND = kinds();
/** By unit: a letter in lower case, everything else as it is. */
export const FOLDED = Uint16Array.from({ length: UNITS }, (_, code) =>
  code < CASES_END ? String.fromCharCode(code).toLowerCase().charCodeAt(0) : code,
);
