import { leftEdge, rightEdge } from '../text/boundary.ts';
import { SHAPE, UPPER } from '../text/fold.ts';
import { wordsOf } from '../text/words.ts';
import { freeHeading } from './free-headings.ts';
import type { SectionKind } from './heading-phrases.ts';
import { firstWord, type Heading, type Holds, phraseAt } from './heading-shape.ts';

/** Starts of what stands before a colon inside a line: "…in Go. Nice to have: Rust". */
export function colonStarts(text: string): number[] {
  const { codes } = wordsOf(text);
  const starts: number[] = [];
  for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
    let at = beforeAside(text, colon - 1);
    const from = Math.max(0, at + 1 - LONGEST_INLINE);
    while (at >= from && ENDS_SENTENCE[codes[at] as number] === 0) at -= 1;
    if (at < from || at === 0 || codes[at] === LINE_FEED) continue;
    const start = firstWord(text, at + 1, colon);
    if (start >= 0) starts.push(start);
  }
  return starts;
}

/** Where the words before a remark in parentheses end: "Wishes (weighed 60/40): …". */
function beforeAside(text: string, last: number): number {
  if (text.charCodeAt(last) !== 0x29) return last;
  const open = text.lastIndexOf('(', last);
  return open > last - LONGEST_ASIDE ? open - 1 : last;
}

const LONGEST_INLINE = 60;

const LINE_FEED = 0x0a;
const ENDS_SENTENCE = new Uint8Array(0x10000);
for (const mark of '.!?;\n\u2022)') ENDS_SENTENCE[mark.charCodeAt(0)] = 1;

/** A longer remark between the words and the colon: "Must haves (please answer each of these): …". */
const LONGEST_ASIDE = 110;
const LEAD_END = /^(?:\s*\([^)\n]*(?:\n[^)\n]+)?\))?[\s*_]{0,4}(?::|\s[–—-]\s|\s?\|\s)/;

/** "Requirements: …", "Nice to have – …", and "RequirementsExperience with …" where line breaks are lost. */
export function inlineHeading(text: string, start: number, isJoint: boolean): Heading | undefined {
  const isBig = isJoint || SHAPE[text.charCodeAt(start)] === UPPER;
  if (!isBig && text.charCodeAt(start - 2) !== SEMICOLON) return undefined;
  const phrase = phraseAt(wordsOf(text), start, Math.min(text.length, start + LONGEST_INLINE));
  if (phrase === undefined || leftEdge(text, start) === 'inside') return undefined;
  const { words, end } = phrase;
  if (rightEdge(text, end, end - start) === 'joint') {
    return words.isClear ? { start, end, kind: words.kind, isInline: false } : undefined;
  }
  const rest = LEAD_END.exec(text.slice(end, end + LONGEST_ASIDE + 18));
  // In small letters only wishes: "…; nice to have: …".
  if (rest !== null) return headingBefore(start, end + rest[0].length, words.kind, isBig);
  return isJoint && words.isClear && text.charCodeAt(end) === 0x0a
    ? { start, end, kind: words.kind, isInline: false }
    : undefined;
}

function headingBefore(start: number, end: number, kind: SectionKind, isBig: boolean): Heading | undefined {
  return isBig || kind === 'preferred' ? { start, end, kind, isInline: true } : undefined;
}

const SEMICOLON = 0x3b;

const LONGEST_FREE_LEAD = 45;
const SURE = 3;
const LEADING: ReadonlySet<SectionKind> = new Set(['preferred', 'requirements', 'not-asked', 'stack']);

/** "Non-negotiable: …", "Nice, but no must: …" in the writer's own words, at the start of a line. */
export function freeLead(text: string, start: number, lineEnd: number, holds: Holds): Heading | undefined {
  const colon = text.slice(start, Math.min(lineEnd, start + LONGEST_FREE_LEAD)).indexOf(':');
  if (colon < 3 || text.charCodeAt(start + colon + 1) > 0x20 || holds(start, start + colon)) return undefined;
  const kind = freeHeading(text.slice(start, start + colon), SURE);
  if (kind === undefined || !LEADING.has(kind)) return undefined;
  return { start, end: start + colon + 1, kind, isInline: true };
}
