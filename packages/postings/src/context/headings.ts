import { LOWER, SHAPE } from '../text/fold.ts';
import { freeHeading } from './free-headings.ts';
import type { SectionKind } from './heading-phrases.ts';
import { firstWord, type Heading, type Holds, type LineShape, shapeOf } from './heading-shape.ts';
import { colonStarts, freeLead, inlineHeading } from './inline-headings.ts';
import { afterBlanks, isBulletAt, lineEnd } from './lines.ts';

const LONGEST_LINE = 90;
const MOST_WORDS = 12;
/** A line between others that is a heading by its words alone is no longer than this. */
const MOST_PLAIN_WORDS = 7;

/** The headings of a text in order: lines of their own, words before a colon, words glued to what follows. */
export function headingsIn(text: string, joints: readonly number[], holds: Holds): Heading[] {
  const found: Heading[] = [];
  for (let start = 0; start < text.length; ) {
    const end = lineEnd(text, start);
    const heading = headingOfLine(text, start, end, holds);
    if (heading !== undefined) found.push(heading);
    start = end + 1;
  }
  for (const start of joints) pushInline(found, text, start, true);
  for (const start of colonStarts(text)) pushInline(found, text, start, false);
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

function pushInline(found: Heading[], text: string, start: number, isJoint: boolean): void {
  const heading = inlineHeading(text, start, isJoint);
  if (heading !== undefined) found.push(heading);
}

function headingOfLine(text: string, lineStart: number, end: number, holds: Holds): Heading | undefined {
  const start = firstWord(text, lineStart, end);
  if (start < 0) return undefined;
  if (end - start <= LONGEST_LINE && !isLeadOfNames(text, start, end, holds)) {
    const kind = kindOfLine(text, lineStart, start, end, holds);
    if (kind !== undefined) return { start: lineStart, end, kind, isInline: false };
  }
  return inlineHeading(text, start, false) ?? freeLead(text, start, end, holds);
}

/** "Essential: AWS. Desirable: Azure": words before a colon, and what they ask for. */
function isLeadOfNames(text: string, start: number, end: number, holds: Holds): boolean {
  const colon = start + text.slice(start, end).indexOf(': ');
  return colon >= start && !holds(start, colon) && holds(colon, end);
}

/** Marks that are set before headings as often as before the items of a list, and numbers. */
const HEADING_MARK =
  /^\s*(?:[■□◆◇▶►★☆❖◉⬛⭐【]|[✨⚡☁☀☎☕⌚⌛⏰⏳⌨⚒⚓⚖⚗⚙⚛⚠⚽⛏⛰⛳⛵✈✉✋✌✍✏❓❗❤♥♻➕](?=\s)|\(?\d{1,2}[.)])/;

/** Without a colon or marks a heading is no item of a list: what stands before it differs from the next line's mark. */
function mayBePlainHeading(text: string, lineStart: number, start: number, end: number): boolean {
  if (start === lineStart || text.charCodeAt(lineStart) >= 0xd800 || !isBulletAt(text, lineStart)) return true;
  const mark = HEADING_MARK.exec(text.slice(lineStart, start));
  if (mark === null) return false;
  const next = nextWritten(text, end);
  return next >= 0 && text.charAt(next) !== mark[0].trim().charAt(0) && !/\d/.test(text.charAt(next));
}

/** The place of the next character that is not blank, within two line breaks; −1 if there is none. */
function nextWritten(text: string, end: number): number {
  const next = /\S/.exec(text.slice(end, end + 8));
  return next === null ? -1 : end + next.index;
}

/** Whether the next line that is not empty is a bullet, and this one no bullet beside it. */
function leadsToBullets(text: string, lineStart: number, end: number): boolean {
  const next = nextWritten(text, end);
  if (next < 0 || !isBulletAt(text, next) || HEADING_MARK.test(text.charAt(next))) return false;
  const own = afterBlanks(text, lineStart);
  return !isBulletAt(text, own) || markAt(text, own) !== markAt(text, next);
}

/** The sort of bullet: its mark, or of "b)" and "2." what stands after the letter or number. */
function markAt(text: string, at: number): string {
  const counted = COUNTED.exec(text.slice(at, at + 5));
  return counted === null ? text.charAt(at) : `${/\d/.test(counted[0]) ? '1' : 'a'}${counted[1]}`;
}

const COUNTED = /^\(?(?:\d{1,2}|[a-z])([.)])/;

function kindOfLine(
  text: string,
  lineStart: number,
  start: number,
  end: number,
  holds: Holds,
): SectionKind | undefined {
  const last = lastMark(text, start, end);
  if (last === '.' || last === ',' || last === ';') return undefined;
  const hasColon = last === ':';
  const isMarked = isMarkedUp(text, lineStart, start, end) || isRemarked(text, start, end, holds);
  if (!hasColon && !isMarked && !mayBePlainHeading(text, lineStart, start, end)) return undefined;
  const shape = shapeOf(text, start, end, MOST_WORDS);
  if (shape.words > MOST_WORDS) return undefined;
  if (shape.best !== undefined && isHeading(shape, hasColon, isMarked)) {
    return kindOfKnown(shape, shape.best.kind, text.slice(start, end));
  }
  if (hasColon || isMarked || leadsToBullets(text, lineStart, end)) {
    return kindOfMarked(text, start, end);
  }
  return holds(start, end) ? undefined : (kindOfHalf(text, start, end) ?? kindOfPlain(text, lineStart, shape, end));
}

/** "Duties / Fonctions", "Ihr Profil / Your profile": one of two languages is ours. */
function kindOfHalf(text: string, start: number, end: number): SectionKind | undefined {
  const slash = text.slice(start, end).indexOf(' / ');
  if (slash < 0 || /[\d:](?=.)/.test(text.slice(start, end).trimEnd())) return undefined;
  for (const [from, to] of [
    [start, start + slash],
    [start + slash + 3, end],
  ] as const) {
    const { best, covered, letters } = shapeOf(text, from, to, MOST_WORDS);
    if (best?.isClear === true && covered >= letters * CLEAR_SHARE) return best.kind;
  }
  return undefined;
}

function kindOfMarked(text: string, start: number, end: number): SectionKind | undefined {
  return kindOfHalf(text, start, end) ?? freeHeading(text.slice(start, end));
}

/** A line that nothing but its words makes a heading: they must be sure. */
function kindOfPlain(text: string, lineStart: number, shape: LineShape, end: number): SectionKind | undefined {
  const half = kindOfHalf(text, lineStart, end);
  if (half !== undefined) return half;
  return isPlainHeading(text, lineStart, shape, end) ? freeHeading(text.slice(lineStart, end), SURE) : undefined;
}

/** Weight of words that make a heading of a line by themselves. */
const SURE = 4;
const CLEAR_SHARE = 0.8;

/** "Requirements, optional ones": words of our own lists give way to a wish in the same line. */
function kindOfKnown({ covered, letters }: LineShape, kind: SectionKind, line: string): SectionKind {
  if (kind === 'preferred' || covered >= letters * CLEAR_SHARE) return kind;
  return freeHeading(line, SURE) === 'preferred' ? 'preferred' : kind;
}

/** A short line after an empty one that neither ends nor goes on like a sentence. */
function isPlainHeading(text: string, lineStart: number, { words }: LineShape, end: number): boolean {
  if (words > MOST_PLAIN_WORDS || text.charCodeAt(lineStart - 2) !== 0x0a) return false;
  return end < text.length && SHAPE[text.charCodeAt(end + 1)] !== LOWER;
}

function isHeading({ words, letters, covered, leads, best }: LineShape, hasColon: boolean, isMarked: boolean): boolean {
  const share = covered / Math.max(1, letters);
  if (best?.isClear === true) {
    return (
      share >= 0.8 || (leads && share >= 0.45) || ((hasColon || isMarked) && words <= 10 && (leads || share >= 0.4))
    );
  }
  if (leads && share >= 0.6) return true;
  if (hasColon && words <= 5) return leads || share >= 0.4;
  return isMarked && leads && words <= 5;
}

function lastMark(text: string, start: number, end: number): string {
  let at = end - 1;
  while (at > start && isTrailing(text.charCodeAt(at))) at -= 1;
  return text.charAt(at);
}

/** Blanks and marks after the words of a heading: * _ # = ~ - */
function isTrailing(unit: number): boolean {
  if (unit <= 0x20 || unit === 0xa0) return true;
  return unit === 0x2a || unit === 0x5f || unit === 0x23 || unit === 0x3d || unit === 0x7e || unit === 0x2d;
}

/** "## …", "**…**", "ALL CAPITALS", "[…]", and a line of dashes below. */
function isMarkedUp(text: string, lineStart: number, start: number, end: number): boolean {
  if (start > lineStart && /[#[【]|\*\*|__/.test(text.slice(lineStart, start))) return true;
  return isInCapitals(text, start, end) || UNDERLINE.test(text.slice(end, end + 6));
}

const UNDERLINE = /^\r?\n[-=~]{3}/;

function isInCapitals(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (SHAPE[text.charCodeAt(at)] === LOWER) return false;
  return true;
}

const SHORTEST_IN_CAPITALS = 6;

/** "STRETCH TOPPINGS (nice, not needed)": capitals with a remark. */
function isRemarked(text: string, start: number, end: number, holds: Holds): boolean {
  if (SHAPE[text.charCodeAt(start + 1)] === LOWER) return false;
  const open = text.slice(start, end).indexOf('(');
  return open >= SHORTEST_IN_CAPITALS && isInCapitals(text, start, start + open) && !holds(start, end);
}
