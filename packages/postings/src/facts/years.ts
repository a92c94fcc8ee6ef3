import type { YearsFinding } from '../posting.ts';
import { isAsked, MORE_AFTER } from './asked-years.ts';
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
  String.raw`^[^.;\n]{0,60}?(?:,|\(|with|including|of\s+which)\s*(?:with\s+|including\s+|and\s+)?(?:(?:at\s+least|minimum(?:\s+of)?|incl\.)\s+(?<part>${NUMBER}\+?)\s+(?:of\s+(?:them|which|those|these)|in\s+\w+)|(?<some>${NUMBER}\+?)\s+of\s+(?:them|which|those|these))`,
  'i',
);
const REACH = 48;
/** No posting asks for more. */
const MOST = 30;
const DECADE = 10;

type Amount = { readonly start: number; readonly low: number; readonly high?: number; readonly isFloor: boolean };

const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const isDigit = (code: number) => code >= 48 && code <= 57;
/** What makes the number before "years" another number: money, decimals, a ratio, a word that it belongs to. */
function isPartOfMore(text: string, start: number): boolean {
  const code = text.charCodeAt(start - 1);
  if (Number.isNaN(code)) return false;
  if ('$£€₹%/'.includes(text[start - 1] as string)) return true;
  if (code === 46 || code === 44) return isDigit(text.charCodeAt(start - 2));
  // "What you'll need6+ years": a lost line break.
  return isLetter(code) && !(code >= 97 && isLetter(text.charCodeAt(start - 2)) && isDigit(text.charCodeAt(start)));
}

const UP_TO = /(?:(?<!\b(?:no|not)\s+)(?:less\s+than)|up\s+to|max(?:imum)?(?:\s+of)?)\s*$/i;

function amountFrom(text: string, start: number, at: number): Amount | undefined {
  const found = isPartOfMore(text, start) ? null : AMOUNT.exec(text.slice(start, at));
  if (found === null) return undefined;
  const [first, second] = [numberOf(found[1]), numberOf(found[2])];
  if (first === undefined || first > MOST || (second ?? 0) > MOST) return undefined;
  const isFloor = (found[3] ?? '').trim() !== '';
  if (second === undefined)
    return UP_TO.test(text.slice(Math.max(0, start - 24), start))
      ? { start, low: 0, high: first, isFloor }
      : { start, low: first, isFloor };
  if (first > second) return undefined;
  return first === second ? { start, low: first, isFloor } : { start, low: first, high: second, isFloor };
}

/** The number or range that stands before the word at `index`: from the leftmost number that leads up to it. */
function amountBefore(scan: Scan, index: number): Amount | undefined {
  const at = startAt(scan, index);
  let first = index;
  for (let near = index - 1; near >= 0 && startAt(scan, near) >= at - REACH && near >= index - 6; near--) {
    if (scan.ids[near] === -1 || (rolesAt(scan, near) & ROLE.number) !== 0) first = near;
  }
  for (let near = first; near < index; near++) {
    if (scan.ids[near] !== -1 && (rolesAt(scan, near) & ROLE.number) === 0) continue;
    const amount = amountFrom(scan.text, startAt(scan, near), at);
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

function labelledAt(text: string, end: number): Asked | undefined {
  const found = LABELLED.exec(text.slice(end, end + 56));
  const low = numberOf(found?.[1]);
  if (found === null || low === undefined || low > MOST) return undefined;
  const high = numberOf(found[2]);
  const start = end + found[0].search(new RegExp(`${found[1]}(?!.*[:=])`));
  const isRange = high !== undefined && high > low && high <= MOST;
  return { start, end: end + found[0].length, low, ...(isRange ? { high } : {}), isFloor: true };
}

function askedAt(scan: Scan, index: number): Asked | undefined {
  const { text } = scan;
  const isDecade = wordAt(scan, index).startsWith('decade');
  const amount = isDecade ? decadeAt(scan, index) : amountBefore(scan, index);
  const end = endAt(scan, index);
  if (amount === undefined) return isDecade ? undefined : labelledAt(text, end);
  const isFloor = amount.isFloor || MORE_AFTER.test(text.slice(end, end + 16));
  const isRange = amount.high !== undefined;
  return isAsked(text, { start: amount.start, end, isFloor, isRange }) ? { ...amount, end } : undefined;
}

/** The years within the years: their place and number. */
function partOf(text: string, end: number): Asked | undefined {
  const groups = PART.exec(text.slice(end, end + 140).replaceAll('\n', ' '));
  const written = groups?.groups?.part ?? groups?.groups?.some;
  if (groups === null || written === undefined) return undefined;
  const low = numberOf(/^\d+|^\w+/.exec(written)?.[0]);
  if (low === undefined || Number.isNaN(low) || low > MOST) return undefined;
  const start = end + groups[0].lastIndexOf(written);
  return { start, end: start + written.length, low, isFloor: true };
}

export function yearsOfScan(scan: Scan): readonly YearsFinding[] {
  const findings = new Map<string, YearsFinding>();
  const keep = ({ start, end, low, high }: Asked, at: number) => {
    const key = `${low}-${high ?? ''}`;
    if (findings.has(key)) return;
    const quote = scan.text.slice(start, end);
    findings.set(key, {
      quote,
      start,
      end,
      low,
      ...(high === undefined ? {} : { high }),
      isRequired: !isPreferred(scan, at),
    });
  };
  for (const index of marksWith(scan, ROLE.years)) {
    const asked = askedAt(scan, index);
    if (asked === undefined) continue;
    keep(asked, asked.start);
    const part = partOf(scan.text, asked.end);
    if (part !== undefined) keep(part, asked.start);
  }
  return [...findings.values()];
}

/** Years of experience that are asked for, each number or range once. */
export const findYears = (text: string): readonly YearsFinding[] => yearsOfScan(scanText(text));
