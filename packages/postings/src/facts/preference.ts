import { lineEnd, lineStart, sentenceEnd, sentenceStart } from './around.ts';
import { endAt, markFrom, rolesAt, type Scan, startAt, wordAt } from './scan.ts';
import { ROLE } from './vocabulary.ts';

/** A heading is a short line that is no bullet and no sentence. */
const LONGEST_HEADING = 64;
/** How far above its first bullet a heading may stand. */
const HEADING_REACH = 1_500;

function isHeading(scan: Scan, index: number): boolean {
  const { text } = scan;
  const start = lineStart(text, startAt(scan, index), LONGEST_HEADING + 1);
  const end = lineEnd(text, endAt(scan, index), LONGEST_HEADING + 1);
  if (end - start > LONGEST_HEADING || (start > 0 && text[start - 1] !== '\n')) return false;
  const line = text.slice(start, end);
  return !/^\s*(?:[-•·▪●◦✓✔➤o]\s|\*\s)/.test(line) && !/\d|[.;,]\s*$/.test(line);
}

const PLUS_IS_MORE = /(?:\d\s?|equity\s+|salary\s+)plus\b/i;

/** Whether a word of the sentence calls it a wish: "preferred", "a plus", "ideally". */
function isWished(scan: Scan, from: number, to: number): boolean {
  for (let index = markFrom(scan, from); index < scan.ids.length && startAt(scan, index) < to; index++) {
    if ((rolesAt(scan, index) & ROLE.preferred) === 0) continue;
    const around = scan.text.slice(Math.max(from, startAt(scan, index) - 10), endAt(scan, index));
    const isPlus = wordAt(scan, index) === 'plus';
    if (!isPlus || (/\b(?:a|big|huge|strong|definite|is)\s+plus$/i.test(around) && !PLUS_IS_MORE.test(around)))
      return true;
  }
  return false;
}

/** A paste that lost its line breaks is one long line; a small letter before a capital ends what is said in it. */
const PASTE = 380;

function gluedEnd(text: string, at: number, end: number): number {
  if (lineEnd(text, at, PASTE / 2) - lineStart(text, at, PASTE / 2) < PASTE) return end;
  const glue = /[a-z)](?=[A-Z][a-z]+ [a-z])/.exec(text.slice(at, end));
  return glue === null ? end : at + glue.index + 1;
}

/**
 * Whether what stands at `at` is a wish: by a word of its own sentence (before `to`, where another thing begins), or by
 * the nearest heading above it.
 */
export function isPreferred(scan: Scan, at: number, to = Number.POSITIVE_INFINITY): boolean {
  if ((scan.seen & ROLE.preferred) === 0) return false;
  const { text } = scan;
  const start = sentenceStart(text, at, 200);
  const end = Math.min(to, sentenceEnd(text, at, 200));
  if (isWished(scan, start, end) && isWished(scan, start, gluedEnd(text, at, end))) return true;
  for (let index = markFrom(scan, start) - 1; index >= 0; index--) {
    if (startAt(scan, index) < at - HEADING_REACH) return false;
    const roles = rolesAt(scan, index) & (ROLE.preferred | ROLE.required);
    if (roles !== 0 && isHeading(scan, index)) return headingIsWish(scan, index);
  }
  return false;
}

/** "Preferred qualifications" holds words of both kinds; the wish decides. */
function headingIsWish(scan: Scan, index: number): boolean {
  const from = lineStart(scan.text, startAt(scan, index));
  const to = lineEnd(scan.text, endAt(scan, index));
  for (let i = markFrom(scan, from); i < scan.ids.length && startAt(scan, i) < to; i++) {
    if ((rolesAt(scan, i) & ROLE.preferred) !== 0) return true;
  }
  return false;
}
