import type { LocationFinding } from '../posting.ts';
import { lineEnd, lineStart } from './around.ts';
import { listEnd } from './place-lists.ts';
import { quoteOf } from './place-quote.ts';
import { endAt, marksWith, type Scan, startAt, wordAt } from './scan.ts';
import { ROLE } from './vocabulary.ts';

/** A line with a place is no longer. */
const LONGEST = 120;
const LABEL =
  /^[\s*_#>|«»\-–•📍🌍🏢]*(?:and\s+)?(?:(?:job|work|office|primary|role|duty)\s+)?(?:locations?(?:\(s\))?|place(?:\s+of\s+work)?|work\s?place|duty\s+station|city|town|base|office|site|ort|standort|lieu|ubicación|locatie|plats|location of (?:work|position)|based in|where(?:\s+you(?:['’]ll|\s+will)?\s+(?:be|work|sit)|\s+we\s+are)?)\s*[*_]*\s*(?:\?\s*|[:\-–|=]+\s*|\n\s*)[*_'"“]*/iu;

/** Where what a label says of the place ends. */
export const LABEL_END =
  /\s(?:[|·•–—-]|--)\s|\s?[|;]|\s?\((?!\p{Lu}(?!emote|ybrid|n-?site|nsite|lexib|ption)[\p{L}' -]{2,24}\))|,\s(?=\d+\s?(?:days?\b|x\b|%))|,\s(?=(?!the\s\p{Lu})\p{Ll}|Hybrid|Remote|On-?site)|['"”](?:\s|$)|(?<=\p{Ll}{3}|\p{Lu}{2,}|\))\.\s(?=[\p{Lu}\d])|(?<=,\s[A-Z]{2})(?=\p{Lu}\p{Ll})|\t|\s{3,}/u;

/** What stands after the label that begins the line at `lineAt`. */
function afterLabel(scan: Scan, lineAt: number): LocationFinding | undefined {
  const { text } = scan;
  const label = LABEL.exec(text.slice(lineAt, lineAt + 80));
  if (label === null) return undefined;
  const labelEnd = lineAt + label[0].length;
  const start = labelEnd + (VACANCIES.exec(text.slice(labelEnd, labelEnd + 40))?.[0].length ?? 0);
  const end = lineEnd(text, start, LONGEST);
  if (text[end] !== '\n' && end < text.length) return undefined;
  const cut = LABEL_END.exec(text.slice(start, end));
  const found = quoteOf(text, start, cut === null ? end : listEnd(scan, start + cut.index, end));
  return found !== undefined && /^[\p{Lu}\d]/u.test(found.place) && !OTHER_LABEL.test(found.place) ? found : undefined;
}

/** "1 vacancy in Springfield, IL". */
const VACANCIES =
  /^(?:\d+|one|two|three|several|multiple|many)\s+(?:vacanc(?:y|ies)|positions?|openings?|posts?|jobs?)\s+(?:in|at)\s+/i;

/** After "where:" another label may follow; "Base: £40,000" and "Base: 10 years" are no places. */
const OTHER_LABEL =
  /^\p{L}+\s?:|^\d[\d.,]*\s*(?:k\b|per|years?|%|hours|days|USD|EUR|GBP|$)|^(?:Salary|Remote|Hybrid|On-?site|In[- ](?:person|office|the\s+office)|From home|Home|Yes|No|Full|Fully|Part|We|You|This|The|It|Our|Any|Flexible|TBD|Various|Multiple)\b/u;
const NO_LABEL: ReadonlySet<string> = new Set('located works work working anywhere campus sit sits'.split(' '));

/** Where the line begins, or the part of it after a bar: "Team: Maps | Office: Kwun Tong, Hong Kong". */
function partStart(text: string, at: number): number {
  const line = lineStart(text, at, 60);
  const bar = text.slice(line, at).lastIndexOf('|');
  if (bar > 1) return line + bar + 1;
  return isAfterStop(text, at) ? at : line;
}

/** "28 days off. Place of work: Lyon": a label that begins a sentence. */
const isAfterStop = (text: string, at: number) => text.charCodeAt(at - 1) === 32 && text.charCodeAt(at - 2) === STOP;
const STOP = 46;

/** A label begins no further than this from the word that makes it one. */
const LABEL_LEAD = 24;

/** Whether the line, or a part of it after a bar, may begin so near before `at` that a label stands there. */
function isNearStart(text: string, at: number): boolean {
  if (at <= LABEL_LEAD || isAfterStop(text, at)) return true;
  for (let i = at - 1; i >= at - LABEL_LEAD - 1; i--) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 124) return true;
  }
  return false;
}

/** "Based in: Bath"; without the colon it is a sentence. */
const isBasedWithout = (scan: Scan, index: number) =>
  wordAt(scan, index) === 'based' && scan.text.charCodeAt(endAt(scan, index) + 3) !== COLON;
const COLON = 58;

/** After a label that a lost line break glued to the word before it: "Data EngineerLocation: Austin, TXType: full-time". */
function gluedAt(text: string, at: number, end: number): LocationFinding | undefined {
  const last = text.charCodeAt(at - 1);
  const isGlued = (last >= 97 && last <= 122) || last === PARENTHESIS;
  if (!isGlued || text.charCodeAt(at) > 90 || text.charCodeAt(end) !== COLON) return undefined;
  const value = text.slice(end + 1, lineEnd(text, end + 1, GLUED_REACH));
  const cut = [LABEL_END.exec(value.trimStart()), GLUE.exec(value.trimStart())].flatMap((found) => found?.index ?? []);
  const lead = value.length - value.trimStart().length;
  const found = quoteOf(text, end + 1, end + 1 + Math.min(value.length, ...cut.map((index) => index + lead)));
  return found !== undefined && /^\p{Lu}/u.test(found.place) && !OTHER_LABEL.test(found.place) ? found : undefined;
}
const PARENTHESIS = 41;
const GLUED_REACH = 80;
const GLUE = /(?<=\p{Ll}|\)|[A-Z]{2})(?=\p{Lu}\p{Ll})/u;

/** "Location: Berlin, Germany" and the line below a heading "Location". */
export function labelled(scan: Scan): LocationFinding | undefined {
  for (const index of marksWith(scan, ROLE.place)) {
    const at = startAt(scan, index);
    const glued = gluedAt(scan.text, at, endAt(scan, index));
    if (glued !== undefined) return glued;
    if (!isNearStart(scan.text, at) || NO_LABEL.has(wordAt(scan, index)) || isBasedWithout(scan, index)) continue;
    const lineAt = partStart(scan.text, at);
    const found = at - lineAt > LABEL_LEAD ? undefined : afterLabel(scan, lineAt);
    if (found !== undefined) return found;
  }
  return undefined;
}
