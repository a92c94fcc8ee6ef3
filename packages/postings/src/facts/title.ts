import { UnitSet } from '../text/unit-set.ts';
import { headLines, type Line } from './around.ts';
import type { Scan } from './scan.ts';

const ROLE_NOUN =
  /\b(?:engineer|scientist|developer|architect|analyst|researcher|manager|consultant|specialist|intern(?:ship)?|apprentice(?:ship)?|working\s+student|lead|director|head|administrator|programmer|officer|expert|technologist|statistician|metrologist|strategist|trainee|practitioner|evangelist|advocate|designer|owner|modell?er|economist|mathematician|president|vp|fellow|professor|postdoc\w*|associate|tester|sre|mle|werkstudent|praktikant|entwickler|graduate\s+(?:program(?:me)?|scheme))(?:s|in)?\b/i;
const LABEL =
  /^[\s*_#>]*(?:job\s+title|title|position(?:\s+title)?|role|job|subject|vacancy|hiring|we(?:['’]re| are)\s+hiring|now\s+hiring)\s*[:\-–!]\s*/i;
/** A title is found in the first lines; what comes later is text. */
const LINES = 6;
const LONGEST = 130;

const OF_SENTENCE = /\b(?:we|you|our)\b/i;
/**
 * What a posting in one run-on paragraph begins with: its title, up to "at", "for", a dash, a parenthesis or a label
 * that lost its line break.
 */
const RUN_ON = /^[^.!?\n]{8,80}?(?=\s+(?:at|for|[-–|])\s|\s*\(|(?<=[a-z])[A-Z][a-z]+:)/;

function runOnTitle(written: string): string | undefined {
  const title = RUN_ON.exec(written)?.[0];
  return title !== undefined && ROLE_NOUN.test(title) && !/\b(?:we|you|our|is|are)\b/i.test(title) ? title : undefined;
}

/** The last word of a title that a lost line break glued to the next: "Data EngineerQuay & Sons - Bath". */
const GLUED_ROLE =
  /^[^.!?\n]{0,80}?(?:Engineer|Scientist|Developer|Architect|Analyst|Researcher|Manager|Consultant|Specialist|Administrator|Director|Designer|Intern|Lead)(?=[A-Z][a-z])/;

/** ". " and a capital before the last full stop, or a word for those who speak. */
const isSentence = (written: string, label: number) =>
  (STOPS.has(written.charCodeAt(written.length - 1)) && /[.!?]\s+[A-Z].*[.!?]$/.test(written)) ||
  OF_SENTENCE.test(written.slice(label));
const STOPS = new UnitSet('.!?');

function gluedTitle(written: string): string | undefined {
  const title = GLUED_ROLE.exec(written)?.[0];
  return title === undefined || OF_SENTENCE.test(title) ? undefined : title;
}

function titleIn(text: string, { start, end }: Line, isFirst: boolean): Line | undefined {
  const isShort = end - start <= LONGEST;
  if (!isShort && !isFirst) return undefined;
  const written = text.slice(start, end);
  if (isShort && ROLE_NOUN.test(written)) {
    const label = LABEL.exec(written)?.[0].length ?? 0;
    if (!isSentence(written, label)) return { start: start + label, end };
  }
  const runOn = isFirst ? (runOnTitle(written) ?? gluedTitle(written)) : undefined;
  return runOn === undefined ? undefined : { start, end: start + runOn.length };
}

function findTitle(text: string): Line | undefined {
  for (const [index, line] of headLines(text, LINES, LONGEST * 4).entries()) {
    const title = titleIn(text, line, index === 0);
    if (title !== undefined) return title;
  }
  return undefined;
}

/** The line near the top that names the job, without its label; looked for once in each text. */
export function titleOf(scan: Scan): Line | undefined {
  if (scan.title === undefined) scan.title = findTitle(scan.text) ?? null;
  return scan.title ?? undefined;
}
