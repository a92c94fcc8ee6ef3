import { BLANK, CAPITAL, DIGIT, FOLDED, HIDDEN, KIND, MARK, OTHER_LETTER, SIGN, SMALL } from './characters.ts';
import { classOf, PACKED, SKIP, shapeOf } from './fold.ts';

const SPACE = 0x20;
const CAPITAL_A = 0x41;
const CAPITAL_Z = 0x5a;
const SMALL_A = 0x61;
const SMALL_Z = 0x7a;
/** Behind the last unit: reads past the end find nothing. */
const PADDING = 4;

/** What is special about a word, as bits. */
export const OF_DIGITS = 1;
/** Capitals before a small letter: the last of them may begin a word ("AWSExperience"). */
export const HAS_JOINT = 2;
/** Marks of no width stand inside. */
export const HAS_HIDDEN = 4;
/** Letters of other scripts than the Latin. */
export const NOT_LATIN = 8;
/** One sign of a script without blanks. */
export const IS_SIGN = 16;
/** A letter or a mark that names are written with stands right behind: a name may go on. */
export const GOES_ON = 32;
/** Begins with a capital from A to Z. */
export const IS_CAPITAL = 64;

/**
 * A text cut into words, once for all who read it; overwritten when the next text is asked for. A word is a run of
 * letters, cut where a small one meets a capital, or a run of digits: "iPhone13" has three, one right after the other.
 */
export type Words = {
  readonly text: string;
  /** UTF-16 units: reading these again and again costs less than reading the text. */
  readonly codes: Uint16Array;
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Of the letters in lower case, or of the digits: see `hashOf`. */
  readonly hashes: Int32Array;
  readonly kinds: Uint8Array;
  /** Whether a letter of another script stands there; emoji are none. */
  readonly isForeign: boolean;
};

/** A polynomial over folded units, modulo 2³²: that of a text follows from those of its parts. */
const BASE = 0x01000193;
/** By length: what moves a hash past that many units. */
const POWERS = powers(64);

function powers(count: number): Int32Array {
  const all = new Int32Array(count);
  all[0] = 1;
  for (let at = 1; at < count; at += 1) all[at] = Math.imul(all[at - 1] ?? 1, BASE);
  return all;
}

export function hashOf(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at += 1) hash = (Math.imul(hash, BASE) + (FOLDED[word.charCodeAt(at)] ?? 0)) | 0;
  return hash;
}

/** The hash of two stretches, one after the other; `length` is that of the second, in letters. */
export function joined(first: number, second: number, length: number): number {
  return (Math.imul(first, length < POWERS.length ? (POWERS[length] ?? 1) : power(length)) + second) | 0;
}

function power(length: number): number {
  let all = 1;
  for (let at = 0; at < length; at += 1) all = Math.imul(all, BASE);
  return all;
}

/** Units for which room is kept from text to text: nearly all postings are shorter. */
const ROOM = 1 << 14;

type Draft = { -readonly [Field in keyof Words]: Words[Field] };

function draft(room: number): Draft {
  return {
    text: '',
    codes: new Uint16Array(room + PADDING),
    count: 0,
    starts: new Int32Array(room),
    ends: new Int32Array(room),
    hashes: new Int32Array(room),
    kinds: new Uint8Array(room),
    isForeign: false,
  };
}

let words = draft(ROOM);

/** The words of a text; valid until the next text is asked for. The last text is remembered. */
export function wordsOf(text: string): Words {
  if (text === words.text) return words;
  const { length } = text;
  if (words.starts.length < length || (words.starts.length > ROOM && length <= ROOM)) {
    words = draft(length <= ROOM ? ROOM : length + (length >> 2));
  }
  words.text = text;
  copyUnits(text, words.codes);
  cut(words, length);
  return words;
}

const ENCODER = new TextEncoder();
let bytes = new Uint8Array(ROOM);

/** Text in ASCII goes through the encoder, which is much faster than asking for each unit. */
function copyUnits(text: string, codes: Uint16Array): void {
  const { length } = text;
  if (bytes.length < length) bytes = new Uint8Array(codes.length);
  const { read, written } = ENCODER.encodeInto(text, bytes);
  if (read === length && written === length) codes.set(bytes.subarray(0, length));
  else for (let at = 0; at < length; at += 1) codes[at] = text.charCodeAt(at);
  codes.fill(0, length, length + PADDING);
}

/** One pass over the units, in time linear in their number. */
function cut(words: Draft, size: number): void {
  const { codes, ends } = words;
  words.isForeign = false;
  let count = 0;
  let at = 0;
  while (at < size) {
    const kind = KIND[codes[at] as number] as number;
    if (kind === SMALL || kind === CAPITAL) cutWord(words, count, at, size);
    else if (kind === BLANK || kind === MARK || kind === HIDDEN) {
      at += 1;
      continue;
    } else cutOther(words, count, at, kind);
    at = ends[count] as number;
    count += 1;
    if (codes[at] === SPACE) at += 1;
  }
  words.count = count;
}

/** Nearly all words are a capital at most and small letters. */
function cutWord(words: Draft, index: number, start: number, size: number): void {
  const { codes } = words;
  const first = codes[start] as number;
  let hash = FOLDED[first] as number;
  let end = start + 1;
  let code = codes[end] as number;
  while (code >= SMALL_A && code <= SMALL_Z) {
    hash = (Math.imul(hash, BASE) + code) | 0;
    end += 1;
    code = codes[end] as number;
  }
  words.starts[index] = start;
  words.ends[index] = end;
  words.hashes[index] = hash;
  words.kinds[index] = kindAt(first, code);
  if (code >= CAPITAL_A && goesOn(code, end - start)) cutRare(words, index, start, size);
}

const BEHIND = PACKED.map((packed) => (shapeOf(packed) === 0 && classOf(packed) !== SKIP ? 0 : GOES_ON));

/** What is told by the first unit of a word and the one behind it. */
function kindAt(first: number, behind: number): number {
  return (BEHIND[behind] as number) | (first <= CAPITAL_Z ? IS_CAPITAL : 0);
}

/** Whether a word of small letters behind its first goes on at this unit. */
function goesOn(code: number, length: number): boolean {
  const kind = KIND[code];
  return kind === HIDDEN || kind === SMALL || (kind === CAPITAL && length === 1);
}

/** The same for words in capitals, with accents or with marks of no width. */
function cutRare({ codes, ends, hashes, kinds }: Draft, index: number, start: number, size: number): void {
  let hash = 0;
  let special = 0;
  let smallFrom = -1;
  let at = start;
  for (; at < size; at += 1) {
    const code = codes[at] as number;
    const kind = KIND[code] as number;
    if (kind === HIDDEN) {
      special |= HAS_HIDDEN;
      continue;
    }
    if (endsWord(kind, smallFrom)) break;
    if (kind === SMALL && smallFrom < 0) smallFrom = at;
    hash = (Math.imul(hash, BASE) + (FOLDED[code] as number)) | 0;
  }
  if (smallFrom > start + 1) special |= HAS_JOINT;
  ends[index] = at;
  hashes[index] = hash;
  kinds[index] = special | kindAt(codes[start] as number, codes[at] as number);
}

function endsWord(kind: number, smallFrom: number): boolean {
  return kind === CAPITAL ? smallFrom >= 0 : kind !== SMALL;
}

/** A run of digits or of letters of another script, or one sign. */
function cutOther(words: Draft, index: number, start: number, kind: number): void {
  const { codes, starts, ends, hashes, kinds } = words;
  let hash = 0;
  let at = start;
  do {
    const code = codes[at] ?? 0;
    if (KIND[code] !== HIDDEN) hash = (Math.imul(hash, BASE) + (FOLDED[code] ?? 0)) | 0;
    if (isOfScript(code)) words.isForeign = true;
    at += 1;
  } while (runsOn(kind, KIND[codes[at] ?? 0] ?? 0));
  starts[index] = start;
  ends[index] = at;
  hashes[index] = hash;
  kinds[index] = SPECIAL[kind] ?? NOT_LATIN;
}

/** By kind of character: what a word of it is. */
const SPECIAL: Readonly<Record<number, number>> = { [DIGIT]: OF_DIGITS, [SIGN]: NOT_LATIN | IS_SIGN };

function runsOn(kind: number, next: number): boolean {
  return kind === OTHER_LETTER ? next === OTHER_LETTER || next === HIDDEN : kind === DIGIT && next === DIGIT;
}

/** From Greek to Hangul: no emoji, no accents that stand by themselves. */
function isOfScript(code: number): boolean {
  return code >= 0x370 && code <= 0xd7af;
}

/** The first word that ends behind a place. */
export function wordFrom({ ends, count }: Words, place: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}
