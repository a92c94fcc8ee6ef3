/**
 * Classes of characters, by UTF-16 unit: what a name may be written with. Both cases of a letter are one class, so are
 * blanks, line breaks and hyphens of every kind; marks of Markdown and characters of no width are skipped.
 */
const FIRST_LETTER = 1;
const FIRST_DIGIT = 27;
export const SEPARATOR = 37;
export const DOT = 38;
export const SLASH = 39;
const PLUS = 40;
const HASH = 41;
const AMPERSAND = 42;
/** Classes that may stand in a name are below this; 0 stands in none. */
export const EDGES = 43;
/** A letter that no name is written with (é, ж, 中): part of a word, never of a name. */
const FOREIGN_LETTER = 43;
export const SKIP = 44;

/** What a character is to its neighbours; 0 is no part of a word. */
export const LOWER = 1;
export const UPPER = 2;
export const DIGIT = 3;

const HYPHENS = [0x2d, 0x2010, 0x2011, 0x2012, 0x2013, 0x2212, 0xfe63, 0xff0d];
const BLANKS = [0x20, 0x09, 0x0a, 0x0d, 0xa0, 0x0b, 0x0c, 0x202f, 0x205f, 0x3000, 0x2028, 0x2029];
const THIN_BLANKS = Array.from({ length: 11 }, (_, index) => 0x2000 + index);
const INVISIBLE = [0xad, 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0x200e, 0x200f, 0xfe0e, 0xfe0f];
const MARKDOWN = [0x2a, 0x5f, 0x60, 0x7e];
const APOSTROPHES = [0x27, 0x2019, 0x2bc];

export const CLASS: Uint8Array = classes();
export const SHAPE: Uint8Array = shapes();
const HYPHEN_SET: ReadonlySet<number> = new Set(HYPHENS);

/** Class and shape of a unit in one byte. */
const SHAPE_BITS = 6;
const CLASS_MASK = (1 << SHAPE_BITS) - 1;
export const PACKED: Uint8Array = CLASS.map((edge, unit) => edge | ((SHAPE[unit] ?? 0) << SHAPE_BITS));

export function classOf(packed: number): number {
  return packed & CLASS_MASK;
}

export function shapeOf(packed: number): number {
  return packed >> SHAPE_BITS;
}

// Reading beyond the end would give NaN, and make an engine give up its fast path for all later reads.
export function classAt(text: string, at: number): number {
  return at < text.length ? (CLASS[text.charCodeAt(at)] ?? 0) : 0;
}

export function shapeAt(text: string, at: number): number {
  return at < text.length ? (SHAPE[text.charCodeAt(at)] ?? 0) : 0;
}

export function isHyphen(unit: number): boolean {
  return HYPHEN_SET.has(unit);
}

/** A mark that stands inside a word without parting it: Markdown or no width; not an apostrophe. */
export function isUnseen(unit: number): boolean {
  return CLASS[unit] === SKIP && !APOSTROPHES.includes(unit);
}

export function isLineBreak(unit: number): boolean {
  return unit === 0x0a || unit === 0x0d || unit === 0x2028 || unit === 0x2029;
}

function classes(): Uint8Array {
  const table = new Uint8Array(65536);
  for (let unit = 0xc0; unit < 0xd800; unit += 1) if (isForeignLetter(unit)) table[unit] = FOREIGN_LETTER;
  for (let letter = 0; letter < 26; letter += 1) {
    table[0x61 + letter] = FIRST_LETTER + letter;
    table[0x41 + letter] = FIRST_LETTER + letter;
  }
  for (let digit = 0; digit < 10; digit += 1) table[0x30 + digit] = FIRST_DIGIT + digit;
  for (const unit of [...HYPHENS, ...BLANKS, ...THIN_BLANKS]) table[unit] = SEPARATOR;
  for (const unit of [...INVISIBLE, ...MARKDOWN, ...APOSTROPHES]) table[unit] = SKIP;
  table[0x2e] = DOT;
  table[0x2f] = SLASH;
  table[0x2b] = PLUS;
  table[0x23] = HASH;
  table[0x26] = AMPERSAND;
  return table;
}

function shapes(): Uint8Array {
  const table = new Uint8Array(65536);
  for (let unit = 0xc0; unit < 0xd800; unit += 1) if (isForeignLetter(unit)) table[unit] = LOWER;
  for (let letter = 0; letter < 26; letter += 1) {
    table[0x61 + letter] = LOWER;
    table[0x41 + letter] = UPPER;
  }
  for (let digit = 0; digit < 10; digit += 1) table[0x30 + digit] = DIGIT;
  return table;
}

/** Latin with accents, Greek, Cyrillic, Hebrew, Arabic, Devanagari and what follows; not × ÷ nor marks and symbols. */
function isForeignLetter(unit: number): boolean {
  if (unit < 0x2000) return unit !== 0xd7 && unit !== 0xf7;
  return unit >= 0x3040;
}
