import { UnitSet } from '../text/unit-set.ts';

/** Where sentences, lines and clauses end. Every look is bounded, so hostile text costs no more than any other. */

const SENTENCE_REACH = 400;
/** A line of this length that ends without a stop was wrapped: the sentence goes on in the next one. */
const WRAPPED = 46;
/** A line that goes on in small letters may be shorter. */
const CONTINUED = 16;

const BULLETS = new UnitSet('-–—*•·●▪◦‣○■□✓✔➤►→');
/** How far from its line's start a bullet may stand. */
const INDENT = 8;
const ABBREVIATION =
  /(?:\b(?:approx|incl|excl|rs|no|dr|st|vs|etc|e\.g|i\.e|eg|ie|c|ca|p\.a|p\.m|p\.h|u\.s|b|m|ph|inc|yrs|max|min|jr|sr|snr))$/i;

const isBlank = (code: number) => code === 32 || code === 9 || code === 13 || code === 0xa0 || code === 0x202f;
/** As `\s`. */
export const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || (code >= 0x1680 && WIDE_SPACES.has(code));
const WIDE_SPACES = new UnitSet(
  '\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff',
);
const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** Whether the line break at `at` ends what is said: an empty line, a bullet, or a line that was not wrapped. */
export function isHardBreak(text: string, at: number): boolean {
  let next = at + 1;
  while (next < text.length && next < at + 40 && isBlank(text.charCodeAt(next))) next += 1;
  if (next >= text.length || text.charCodeAt(next) === 10) return true;
  let last = at - 1;
  while (last > 0 && last > at - 40 && isBlank(text.charCodeAt(last))) last -= 1;
  if (last < 0 || isStop(text.charCodeAt(last))) return true;
  const shortest = isContinued(text.charCodeAt(next)) ? CONTINUED : WRAPPED;
  if (last - lineStart(text, last, WRAPPED) < shortest) return true;
  return isBullet(text, at + 1);
}

const isDigit = (code: number) => code >= 48 && code <= 57;

/** Whether the line that begins at `from` has a bullet, a number ("1.", "12)") or a small letter ("a)") before its text. */
function isBullet(text: string, from: number): boolean {
  let at = from;
  while (at < from + INDENT && (isSpace(text.charCodeAt(at)) || text.charCodeAt(at) === 62)) at += 1;
  const code = text.charCodeAt(at);
  if (BULLETS.has(code)) return true;
  if (isDigit(code)) at += isDigit(text.charCodeAt(at + 1)) ? 2 : 1;
  else if (code >= 97 && code <= 122) at += 1;
  else return false;
  const stop = text.charCodeAt(at);
  return (stop === 46 || stop === 41) && isSpace(text.charCodeAt(at + 1));
}

/** . : ; ! ? or another line break. */
const isStop = (code: number) => code === 46 || code === 58 || code === 59 || code === 33 || code === 63 || code === 10;
/** A small letter, a comma, a parenthesis or an ampersand goes on with what was said. */
const isContinued = (code: number) => (code >= 97 && code <= 122) || code === 44 || code === 40 || code === 38;

/** Start of the line that holds `at`, looking back no further than `reach`. */
export function lineStart(text: string, at: number, reach = SENTENCE_REACH): number {
  const floor = Math.max(0, at - reach);
  for (let i = at; i > floor; i--) if (text.charCodeAt(i - 1) === 10) return i;
  return floor;
}

export function lineEnd(text: string, at: number, reach = SENTENCE_REACH): number {
  const ceiling = Math.min(text.length, at + reach);
  for (let i = at; i < ceiling; i++) if (text.charCodeAt(i) === 10) return i;
  return ceiling;
}

/**
 * Characters that a sentence may end at. A table, for a comparison of each character with more than one costs a branch
 * that no processor foretells.
 */
const MAY_END = new Uint8Array(0x10000);
for (const sign of '\n.!?·•') MAY_END[sign.charCodeAt(0)] = 1;

/** Whether the character at `at` ends a sentence. */
export function isSentenceEnd(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 10) return isHardBreak(text, at);
  if (code === 0x2022 || code === 0xb7) return true; // • and · between items of one line
  if (code !== 46 && code !== 33 && code !== 63) return false;
  const after = text.charCodeAt(at + 1);
  if (at + 1 < text.length && after > 32 && after !== 0xa0) return false;
  return code !== 46 || !isAbbreviation(text, at);
}

/** Whether the full stop at `at` belongs to the word before it. Of longer words only "incl", "excl" and "approx" do. */
function isAbbreviation(text: string, at: number): boolean {
  let length = 0;
  while (length < 4 && isLetter(text.charCodeAt(at - 1 - length))) length += 1;
  const last = text.charCodeAt(at - 1) | 32;
  if (length === 0 || (length === 4 && last !== LETTER_L && last !== LETTER_X)) return false;
  return ABBREVIATION.test(text.slice(Math.max(0, at - 8), at));
}
const LETTER_L = 108;
const LETTER_X = 120;

export function sentenceStart(text: string, at: number, reach = SENTENCE_REACH): number {
  const floor = Math.max(0, at - reach);
  for (let i = at - 1; i >= floor; i--) if (MAY_END[text.charCodeAt(i)] === 1 && isSentenceEnd(text, i)) return i + 1;
  return floor;
}

export function sentenceEnd(text: string, at: number, reach = SENTENCE_REACH): number {
  const ceiling = Math.min(text.length, at + reach);
  for (let i = at; i < ceiling; i++) if (MAY_END[text.charCodeAt(i)] === 1 && isSentenceEnd(text, i)) return i;
  return ceiling;
}

/** The nearest line above `at`'s line that is not empty, if it is short enough to be a heading. */
export function lineAbove(text: string, at: number, longest = 100): Line | undefined {
  let end = lineStart(text, at) - 1;
  const floor = Math.max(0, end - 8);
  while (end > floor && isSpace(text.charCodeAt(end - 1))) end -= 1;
  if (end <= 0) return undefined;
  const start = lineStart(text, end, longest + 1);
  return end - start > longest ? undefined : { start, end };
}

/** The last character before `at` that is no space, in lower case if it is a letter from A to Z; 0 if none is near. */
export function solidBefore(text: string, at: number): number {
  const floor = Math.max(0, at - 24);
  for (let i = at - 1; i >= floor; i--) {
    const code = text.charCodeAt(i);
    if (!isSpace(code)) return code >= 65 && code <= 90 ? code + 32 : code;
  }
  return 0;
}

/** Where something stands in a text. */
export type Line = { readonly start: number; readonly end: number };

function isEmpty(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
}

/** The first lines that are not empty; a longer line is cut at `reach`. */
export function headLines(text: string, count: number, reach: number): readonly Line[] {
  const lines: Line[] = [];
  for (let at = 0; lines.length < count && at < text.length; ) {
    const end = lineEnd(text, at, reach);
    if (!isEmpty(text, at, end)) lines.push({ start: at, end });
    if (text[end] !== '\n' && end < text.length) break; // one endless line is no head
    at = end + 1;
  }
  return lines;
}
