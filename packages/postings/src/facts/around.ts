/** Where sentences, lines and clauses end. Every look is bounded, so hostile text costs no more than any other. */

const SENTENCE_REACH = 400;
/** A line of this length that ends without a stop was wrapped: the sentence goes on in the next one. */
const WRAPPED = 46;
/** A line that goes on in small letters may be shorter. */
const CONTINUED = 16;

const BULLET = /[\s>]{0,8}(?:[-–—*•·●▪◦‣○■□✓✔➤►→]|\d{1,2}[.)]\s|[a-z][.)]\s)/y;
const ABBREVIATION =
  /(?:\b(?:approx|incl|excl|rs|no|dr|st|vs|etc|e\.g|i\.e|eg|ie|c|ca|p\.a|p\.m|p\.h|u\.s|b|m|ph|inc|yrs|max|min|jr|sr|snr))$/i;

const isBlank = (code: number) => code === 32 || code === 9 || code === 13 || code === 0xa0 || code === 0x202f;
/** As `\s`. */
export const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || (code >= 0xa0 && /\s/.test(String.fromCharCode(code)));
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
  return isBullet(text, at + 1, next);
}

/** Whether the line that begins at `from`, its first character at `next`, has a bullet. Nearly all begin with a word. */
function isBullet(text: string, from: number, next: number): boolean {
  const after = text.charCodeAt(next + 1);
  if (isLetter(text.charCodeAt(next)) && after !== 46 && after !== 41) return false;
  BULLET.lastIndex = from;
  return BULLET.test(text);
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

/** Whether a sentence may end at such a character; nearly all are letters and blanks. */
const mayEnd = (code: number) => code !== 32 && (code < 64 || code >= 0xb7);

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
  const last = text.charCodeAt(at - 1) | 32;
  if (last !== 108 && last !== 120 && isLetter(text.charCodeAt(at - 4)) && isLetter(text.charCodeAt(at - 3))) {
    if (isLetter(text.charCodeAt(at - 2)) && isLetter(last)) return false;
  }
  return ABBREVIATION.test(text.slice(Math.max(0, at - 8), at));
}

export function sentenceStart(text: string, at: number, reach = SENTENCE_REACH): number {
  const floor = Math.max(0, at - reach);
  for (let i = at - 1; i >= floor; i--) if (mayEnd(text.charCodeAt(i)) && isSentenceEnd(text, i)) return i + 1;
  return floor;
}

export function sentenceEnd(text: string, at: number, reach = SENTENCE_REACH): number {
  const ceiling = Math.min(text.length, at + reach);
  for (let i = at; i < ceiling; i++) if (mayEnd(text.charCodeAt(i)) && isSentenceEnd(text, i)) return i;
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
