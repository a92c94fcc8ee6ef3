import { SHAPE } from '../text/fold.ts';
import { UnitSet } from '../text/unit-set.ts';

const LINE_FEED = 0x0a;
/** A text whose longest line is within these was broken at a margin; longer lines break where the writer broke them. */
const MARGINS = [50, 100] as const;
/** A line that goes on with a small letter after this many characters was broken in the middle of a sentence. */
const LONG_LINE = 40;

/** The width at which a text was broken into lines, or 0. */
export function marginOf(text: string): number {
  let longest = 0;
  let start = 0;
  while (start < text.length && longest <= MARGINS[1]) {
    const end = lineEnd(text, start);
    longest = Math.max(longest, end - start);
    start = end + 1;
  }
  return longest >= MARGINS[0] && longest <= MARGINS[1] ? longest : 0;
}

export function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Whether the line break at `at` only turns the line: the next word would not have fitted. */
export function isTurn(text: string, at: number, margin: number): boolean {
  const first = afterBlanks(text, at + 1);
  const unit = text.charCodeAt(first);
  if (first >= text.length || unit === LINE_FEED || isBulletAt(text, first)) return false;
  const length = at - 1 - text.lastIndexOf('\n', at - 1);
  if (SHAPE[unit] === 1 && length >= LONG_LINE) return true;
  if (margin === 0) return false;
  return (
    length + 1 + wordLength(text, first) > margin || (length >= SHORT_LINE && LEFT_OPEN.test(text.slice(at - 6, at)))
  );
}

const SHORT_LINE = 20;
/** No sentence ends with such a word. */
const LEFT_OPEN = /\s(?:or|and|the|an?|of|with|to|for|from|by|as|our|your)\s?$/;

/** Blanks of one line, carriage returns included. */
export function afterBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlankOfLine(text.charCodeAt(at))) at += 1;
  return at;
}

function isBlankOfLine(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0d || unit === 0xa0;
}

function wordLength(text: string, from: number): number {
  let at = from;
  while (at < text.length && at - from < 40 && text.charCodeAt(at) > 0x20) at += 1;
  return at - from;
}

const BULLETS = new UnitSet('•▪●◦‣∙■□◆➢➤✓✔✅→»·❖♦★☆▸▶⁃');

export function isBullet(unit: number): boolean {
  return BULLETS.has(unit);
}

/** A bullet of any kind, "- ", "~ ", "> ", "o ", "3. " or "(b) " at the start of a line. */
export function isBulletAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit > 0x7f && (isBullet(unit) || unit >= 0xd800)) return true;
  // Most lines begin with a word of several letters.
  if (SHAPE[unit] !== 0 && (SHAPE[text.charCodeAt(at + 1)] ?? 0) === 1) return false;
  if (unit === 0x6f || isLoneMark(unit)) return text.charCodeAt(at + 1) <= 0x20;
  return NUMBERED.test(text.slice(at, at + 6));
}

/** Whatever mark a writer sets before the items of a list; `#` and `=` head a line, `&` `/` `|` go on with one. */
function isLoneMark(unit: number): boolean {
  return (SHAPE[unit] ?? 0) === 0 && unit > 0x20 && !NO_BULLETS.has(unit);
}

const NO_BULLETS = new UnitSet('#=&/|\\"\'([{.,;:');

const NUMBERED = /^\(?(?:\d{1,2}|[a-z])[.)]\s/;
