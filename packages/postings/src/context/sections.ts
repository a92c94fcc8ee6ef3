import { scan } from '../text/scan.ts';
import type { SectionKind } from './heading-phrases.ts';
import type { Heading, Holds } from './heading-shape.ts';
import { headingsIn } from './headings.ts';
import { afterBlanks, isBulletAt, isTurn, lineEnd, marginOf } from './lines.ts';
import { GLUE } from './phrasebook.ts';

/** A part of a posting: from its heading to the next. The parts cover the text without gaps. */
export type Section = { readonly kind: SectionKind; readonly start: number; readonly end: number };

/** The parts of a posting by its headings; what no heading names is `title` (the first line) or `other`. */
export function sectionsOf(text: string): Section[] {
  const joints: number[] = [];
  scan(text, GLUE, 0, text.length, { phrases: () => true, joint: (at) => joints.push(at) });
  return sectionsBetween(text, joints, marginOf(text), () => false);
}

/** As `sectionsOf`, for a caller that knows where words are glued, how wide the lines are, and where names stand. */
export function sectionsBetween(text: string, joints: readonly number[], margin: number, holds: Holds): Section[] {
  const headings = headingsIn(text, joints, holds);
  const titleEnd = endOfTitle(text, headings[0]?.start ?? text.length);
  const parts: Parts = { text, margin, kind: 'other', at: titleEnd, sections: [] };
  if (titleEnd > 0) parts.sections.push({ kind: 'title', start: 0, end: titleEnd });
  headings.forEach((heading, index) => {
    if (heading.start < parts.at) return;
    const isBelow = isBelowAnother(text, headings[index - 1], heading);
    pushParts(parts, heading.start);
    if (heading.isInline) pushInline(parts, heading, headings[index + 1]?.start ?? text.length);
    else if (!isBelow) parts.kind = heading.kind;
  });
  pushParts(parts, text.length);
  return parts.sections;
}

/** "Nice to have" and right below it "Technical skills": the wish holds for both. */
function isBelowAnother(text: string, above: Heading | undefined, { kind, start, isInline }: Heading): boolean {
  if (above === undefined || above.isInline || isInline || above.kind !== 'preferred') return false;
  return kind === 'requirements' && text.slice(above.end, start).trim() === '';
}

/** What is done so far: `kind` is that of the text from `at` on. */
type Parts = {
  readonly text: string;
  readonly margin: number;
  kind: SectionKind;
  at: number;
  readonly sections: Section[];
};

/** Words before a colon head their paragraph; where it runs up to the next heading, or nothing was headed before, also what follows. */
function pushInline(parts: Parts, { kind, start, end: from }: Heading, next: number): void {
  const end = Math.min(next, endOfParagraph(parts.text, from, parts.margin));
  parts.sections.push({ kind, start, end });
  parts.at = end;
  if (end >= next) parts.kind = kind;
}

const LONGEST_TITLE = 110;

function endOfTitle(text: string, firstHeading: number): number {
  const start = /\S/.exec(text)?.index ?? 0;
  const end = lineEnd(text, start);
  if (end > firstHeading || end - start > LONGEST_TITLE || /[.!?]\s|[.!]$/.test(text.slice(start, end).trim()))
    return 0;
  return end;
}

/**
 * Where a paragraph after words with a colon ends: at the line break that neither turns a line nor leads to bullets.
 * Words that begin a bullet head that bullet alone.
 */
function endOfParagraph(text: string, from: number, margin: number): number {
  const own = markOfLine(text, from);
  let end = lineEnd(text, from);
  while (end < text.length) {
    const next = afterBlanks(text, end + 1);
    const goesOn = isBulletAt(text, next) ? text.charCodeAt(next) !== own : isTurn(text, end, margin);
    if (!goesOn) break;
    end = lineEnd(text, end + 1);
  }
  return end;
}

/** The bullet that begins the line of `at`, or −1. */
function markOfLine(text: string, at: number): number {
  const start = afterBlanks(text, text.lastIndexOf('\n', at - 1) + 1);
  return isBulletAt(text, start) ? text.charCodeAt(start) : -1;
}

const ENDED_BY_ANY_HEADING: ReadonlySet<SectionKind> = new Set(['company', 'benefits', 'legal', 'apply', 'not-asked']);

/** A part as it is; one about the company ends at the next line that looks like a heading, though we do not know it. */
function pushParts(parts: Parts, end: number): void {
  const { text, kind, at: start, sections } = parts;
  parts.at = Math.max(start, end);
  if (start >= end) return;
  const unknown = ENDED_BY_ANY_HEADING.has(kind) ? unknownHeading(text, start, end) : -1;
  if (unknown < 0) sections.push({ kind, start, end });
  else sections.push({ kind, start, end: unknown }, { kind: 'other', start: unknown, end });
}

/** A short line between blank lines without a stop, after the first line. */
function unknownHeading(text: string, start: number, end: number): number {
  for (let line = lineEnd(text, start) + 1; line < end; line = lineEnd(text, line) + 1) {
    const stop = lineEnd(text, line);
    const words = text.slice(line, Math.min(stop, line + 80)).trim();
    if (text.charCodeAt(line - 2) === 0x0a && words.length >= 3 && words.length <= 48 && LOOKS_LIKE_HEADING.test(words))
      return line;
  }
  return -1;
}

const LOOKS_LIKE_HEADING = /^(?:[#*\s]*)(?:[A-Z][^.;,]*[^.;,!])[:*]*$/;
