import type { YearsFinding } from '../posting.ts';
import { UnitSet } from '../text/unit-set.ts';
import { isSpace, sentenceEnd, solidBefore } from './around.ts';
import { isAsked, isMoreAfter } from './asked-years.ts';
import { NUMBER, numberOf } from './numbers.ts';
import { isPreferred } from './preference.ts';
import { endAt, marksWith, rolesAt, type Scan, scanText, startAt, wordAt } from './scan.ts';
import { ROLE } from './vocabulary.ts';

const MORE = String.raw`\s*(?:\+|-?\s*plus|(?:or|and)\s+(?:more|above|over|up|longer))?`;
/** From a number to the word "years": "3-5", "five (5) or more", "3 to 5+", "two full". */
const AMOUNT = new RegExp(
  String.raw`^${NUMBER}(?:${MORE}\s*(?:[-‐‑‒–—−~]{1,2}|to|and|or|/)\s*${NUMBER})?(${MORE})[\s*_]*(?:full[- ]time\s+|full\s+|solid\s+|good\s+|-\s*)?$`,
  'i',
);
/** "Years of experience: 5-7", "years_xp >= 3", "years: "3+ in DevOps"". */
const LABELLED = new RegExp(
  String.raw`^[\s_]*(?:of\s+)?(?:\w*exp\w*|xp)?(?:\s+(?:required|needed))?\)?\s*(?:[:=]|>=?|≥)+\s*["'“]?(?:at\s+least\s+|minimum\s+)?${NUMBER}(?:\s*(?:[-–—]|to)\s*${NUMBER})?(\+?)`,
  'i',
);
/** "8+ years in software, at least 4 in natural language processing", "six years, two of them in banking". */
const PART = new RegExp(
  String.raw`^[^.;\n]{0,60}?(?:,|\(|with|including|(?:out\s+)?of\s+which)\s*(?:with\s+|including\s+|and\s+)?(?:(?:at\s+least|minimum(?:\s+of)?|incl\.)\s+(?<part>${NUMBER}\+?)\s+(?:of\s+(?:them|which|those|these)|in\s+\w+)|(?<some>${NUMBER}\+?(?:\s+or\s+more)?)\s+of\s+(?:them|which|those|these)|(?<=(?:of\s+which|including|incl\.)\s+)(?:at\s+least\s+)?(?<within>${NUMBER}\+?)\s+(?:in|with|on|as|at|of)\s+\w|(?<=,\s*(?:and\s+)?)(?<more>${NUMBER}\+)\s+(?:in|with|as)\s+\w)`,
  'i',
);
const REACH = 48;
/** No posting asks for more. */
const MOST = 30;
const DECADE = 10;

type Amount = { readonly start: number; readonly low: number; readonly high?: number; readonly isFloor: boolean };

const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const isDigit = (code: number) => code >= 48 && code <= 57;
/** With what a line begins that was glued to the one before: a digit, or the capital of "Three". */
const isGlued = (code: number) => isDigit(code) || (code >= 65 && code <= 90);
/** What makes the number before "years" another number: money, decimals, a ratio, a word that it belongs to. */
function isPartOfMore(text: string, start: number): boolean {
  const code = text.charCodeAt(start - 1);
  if (Number.isNaN(code)) return false;
  if ('$£€₹%/'.includes(text[start - 1] as string)) return true;
  if (code === 46 || code === 44) return isDigit(text.charCodeAt(start - 2));
  // "What you'll need6+ years": a lost line break.
  return isLetter(code) && !(code >= 97 && isLetter(text.charCodeAt(start - 2)) && isGlued(text.charCodeAt(start)));
}

const UP_TO = /(?:(?<!\b(?:no|not)\s+)(?:less\s+than)|up\s+to|max(?:imum)?(?:\s+of)?)\s*$/i;

/** Last letters of what `UP_TO` looks for. */
const LAST_OF_UP_TO = new UnitSet('noxmf');

const isUpTo = (text: string, start: number) =>
  LAST_OF_UP_TO.has(solidBefore(text, start)) && UP_TO.test(text.slice(Math.max(0, start - 24), start));

/** "5 years", "10+ years": most amounts are as plain as this. Undefined for all that is not. */
function plainAmount(text: string, start: number, at: number): Amount | undefined {
  let end = start;
  let low = 0;
  for (; end < start + 2 && isDigit(text.charCodeAt(end)); end++) low = low * 10 + text.charCodeAt(end) - 48;
  const isFloor = text.charCodeAt(end) === 43;
  if (isFloor) end += 1;
  if (text.charCodeAt(end) === 32) end += 1;
  return end === at && low <= MOST && !isUpTo(text, start) ? { start, low, isFloor } : undefined;
}

function amountFrom(text: string, start: number, at: number): Amount | undefined {
  const found = AMOUNT.exec(text.slice(start, at));
  if (found === null) return undefined;
  const [first, second] = [numberOf(found[1]), numberOf(found[2])];
  if (first === undefined || first > MOST || (second ?? 0) > MOST) return undefined;
  const isFloor = (found[3] ?? '').trim() !== '';
  if (second === undefined)
    return isUpTo(text, start) ? { start, low: 0, high: first, isFloor } : { start, low: first, isFloor };
  if (first > second) return undefined;
  return first === second ? { start, low: first, isFloor } : { start, low: first, high: second, isFloor };
}

function amountAt(text: string, start: number, at: number): Amount | undefined {
  if (isPartOfMore(text, start)) return undefined;
  const plain = isDigit(text.charCodeAt(start)) ? plainAmount(text, start, at) : undefined;
  return plain ?? amountFrom(text, start, at);
}

/** Digits, or a number in words. */
const isNumber = (scan: Scan, index: number) => scan.ids[index] === -1 || (rolesAt(scan, index) & ROLE.number) !== 0;

/** The number or range that stands before the word at `index`: from the leftmost number that leads up to it. */
function amountBefore(scan: Scan, index: number): Amount | undefined {
  const at = startAt(scan, index);
  let first = index;
  for (let near = index - 1; near >= 0 && startAt(scan, near) >= at - REACH && near >= index - 6; near--) {
    if (isNumber(scan, near)) first = near;
  }
  for (let near = first; near < index; near++) {
    if (!isNumber(scan, near)) continue;
    const amount = amountAt(scan.text, startAt(scan, near), at);
    if (amount !== undefined) return amount;
  }
  return undefined;
}

type Asked = Amount & { readonly end: number };

/** "a decade of experience" is ten years. */
function decadeAt(scan: Scan, index: number): Asked | undefined {
  const [start, end] = [startAt(scan, index), endAt(scan, index)];
  const before = /\b(?:an?|one|two|1|2)\s+(?:full\s+)?$/i.exec(scan.text.slice(Math.max(0, start - 12), start));
  if (before === null || !/^\s*(?:\+|plus\b|or\s+(?:more|so)|of\b|in\b)/i.test(scan.text.slice(end, end + 12)))
    return undefined;
  const low = /two|2/i.test(before[0]) ? 2 * DECADE : DECADE;
  return { start: start - before[0].length, end, low, isFloor: false };
}

const SIGNS = new UnitSet(':=>≥');
const LABEL_REACH = 56;

/** Whether only words and blanks stand between "years" and a colon or another sign of a label. */
function hasLabel(text: string, end: number): boolean {
  for (let at = end; at < end + LABEL_REACH; at++) {
    const code = text.charCodeAt(at);
    if (SIGNS.has(code)) return true;
    if (!(isLetter(code) || isDigit(code) || code === 95 || code === 41 || isSpace(code))) return false;
  }
  return false;
}

function labelledAt(text: string, end: number): Asked | undefined {
  if (!hasLabel(text, end)) return undefined;
  const found = LABELLED.exec(text.slice(end, end + LABEL_REACH));
  const low = numberOf(found?.[1]);
  if (found === null || low === undefined || low > MOST) return undefined;
  const high = numberOf(found[2]);
  const start = end + found[0].search(new RegExp(`${found[1]}(?!.*[:=])`));
  const isRange = high !== undefined && high > low && high <= MOST;
  return { start, end: end + found[0].length, low, ...(isRange ? { high } : {}), isFloor: true };
}

/** Years as written at a word for them, asked for or not; behind a label they are asked for. */
type Written = { readonly amount: Amount; readonly end: number; readonly isLabelled: boolean };

function writtenAt(scan: Scan, index: number): Written | undefined {
  const isDecade = DECADES.has(wordAt(scan, index));
  const end = endAt(scan, index);
  const amount = isDecade ? decadeAt(scan, index) : amountBefore(scan, index);
  if (amount !== undefined) return { amount, end, isLabelled: false };
  const labelled = isDecade ? undefined : labelledAt(scan.text, end);
  return labelled === undefined ? undefined : { amount: labelled, end: labelled.end, isLabelled: true };
}

const DECADES: ReadonlySet<string> = new Set(['decade', 'decades']);

function isAskedFor(text: string, { amount, end, isLabelled }: Written): boolean {
  if (isLabelled) return true;
  const isFloor = amount.isFloor || isMoreAfter(text, end);
  return isAsked(text, { start: amount.start, end, isFloor, isRange: amount.high !== undefined });
}

const PART_REACH = 140;
const PART_BEGINS = 100;

/** Whether a number stands among the marks from `first` on, before `to`. */
function hasNumber(scan: Scan, first: number, to: number): boolean {
  for (let index = first; index < scan.ids.length && startAt(scan, index) < to; index++) {
    if (isNumber(scan, index)) return true;
  }
  return false;
}

/** The years within the years: their place and number. */
function partOf(scan: Scan, end: number): Asked | undefined {
  const { text } = scan;
  const to = sentenceEnd(text, end, PART_REACH);
  const groups = PART.exec(text.slice(end, to).replaceAll('\n', ' '));
  const { part, some, within, more } = groups?.groups ?? {};
  const written = part ?? some ?? within ?? more;
  if (groups === null || written === undefined) return undefined;
  const low = numberOf(/^\d+|^\w+/.exec(written)?.[0]);
  if (low === undefined || Number.isNaN(low) || low > MOST) return undefined;
  const start = end + groups[0].lastIndexOf(written);
  return { start, end: start + written.length, low, isFloor: true };
}

function isKept(findings: readonly YearsFinding[], { low, high }: Amount): boolean {
  for (const found of findings) if (found.low === low && found.high === high) return true;
  return false;
}

/** `at` is where the sentence stands that says how much they are wanted. */
function findingOf(scan: Scan, { start, low, high }: Amount, end: number, at: number): YearsFinding {
  const quote = scan.text.slice(start, end);
  const isRequired = !isPreferred(scan, at);
  return high === undefined ? { quote, start, end, low, isRequired } : { quote, start, end, low, high, isRequired };
}

/** Each number or range counts once, where it is met first: what repeats it is looked at only for a new part. */
function pushAt(findings: YearsFinding[], scan: Scan, index: number): void {
  const written = writtenAt(scan, index);
  if (written === undefined) return;
  const { amount, end } = written;
  const isNew = !isKept(findings, amount);
  if (isNew) {
    if (!isAskedFor(scan.text, written)) return;
    findings.push(findingOf(scan, amount, end, amount.start));
  }
  const part = hasNumber(scan, index + 1, end + PART_BEGINS) ? partOf(scan, end) : undefined;
  if (part === undefined || isKept(findings, part) || !(isNew || isAskedFor(scan.text, written))) return;
  findings.push(findingOf(scan, part, part.end, amount.start));
}

export function yearsOfScan(scan: Scan): readonly YearsFinding[] {
  const findings: YearsFinding[] = [];
  for (const index of marksWith(scan, ROLE.years)) pushAt(findings, scan, index);
  return findings;
}

/** Years of experience that are asked for, each number or range once. */
export const findYears = (text: string): readonly YearsFinding[] => yearsOfScan(scanText(text));
