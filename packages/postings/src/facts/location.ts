import type { LocationFinding } from '../posting.ts';
import { headLines, isSpace, type Line, lineEnd, lineStart, solidBefore } from './around.ts';
import { placeIn } from './places.ts';
import { endAt, hasMark, marksWith, type Scan, scanText, startAt, wordAt } from './scan.ts';
import { titleOf } from './title.ts';
import { ROLE } from './vocabulary.ts';

const LABEL =
  /^[\s*_#>|«»\-–•📍🌍🏢]*(?:and\s+)?(?:(?:job|work|office|primary|role|duty)\s+)?(?:locations?(?:\(s\))?|place(?:\s+of\s+work)?|work\s?place|duty\s+station|city|town|base|office|site|ort|standort|lieu|ubicación|locatie|plats|location of (?:work|position)|based in|where)\s*[*_]*\s*(?:\?\s*|[:\-–|=]+\s*|\n\s*)[*_'"“]*/iu;
const PIN = /📍(?!\s*(?:on-?site|remote|hybrid|in|at)\b)\s*([^\n|·•]{2,80})/iu;
const BASED =
  /\b(?:based|located|sits?|remote(?:ly)?|works?|working|office|offices|anywhere|located|campus)\b(?:\s+(?:out\s+of|in|at|from|near|within|anywhere|to|our|the|your|downtown|central|on-?site|offices?|home))*[\s,(–-]+$/i;
/** "our Berlin office", "the Spokane campus". */
const AT_OFFICE = /^(?:\s+[\p{L}-]+){0,1}\s+(?:office|campus|site|headquarters|hub|studio)\b(?!\s+of\b)/iu;
const LONGEST = 120;
const HEAD_LINES = 8;

const quoteOf = (text: string, start: number, end: number): LocationFinding | undefined => {
  let from = start;
  while (from < end && isSpace(text.charCodeAt(from))) from += 1;
  let to = end;
  while (to > from && isTail(text.charCodeAt(to - 1))) to -= 1;
  const written = text.slice(from, to);
  const quote = written.endsWith('.') ? written.replace(/(?<!\b\p{Lu}\.\p{Lu})\.+$/u, '') : written;
  if (quote.length < 2) return undefined;
  const place = UNEVEN.test(quote) ? quote.replaceAll('\u00ad', '').replaceAll(/\s+/g, ' ') : quote;
  return { quote, start: from, end: from + quote.length, place };
};

/** Blanks and the signs * _ , ; that a place does not end with. */
const isTail = (code: number) => code === 42 || code === 95 || code === 44 || code === 59 || isSpace(code);
/** A soft hyphen, two blanks, a blank that is no space. */
const UNEVEN = /\u00ad|\s\s|[^\S ]/;

const LABEL_END =
  /\s(?:[|·•–—-]|--)\s|\s?[|;]|\s?\((?!\p{Lu}(?!emote|ybrid|n-?site|nsite|lexib|ption)[\p{L}' -]{2,24}\))|,\s(?=(?!the\s\p{Lu})\p{Ll}|Hybrid|Remote|On-?site)|['"”](?:\s|$)|(?<=\p{Ll}{3}|\p{Lu}{2,}|\))\.\s(?=[\p{Lu}\d])|\t|\s{3,}/u;

/** What stands after the label that begins the line at `lineAt`. */
function afterLabel(text: string, lineAt: number): LocationFinding | undefined {
  const label = LABEL.exec(text.slice(lineAt, lineAt + 80));
  if (label === null) return undefined;
  const start = lineAt + label[0].length;
  const end = lineEnd(text, start, LONGEST);
  if (text[end] !== '\n' && end < text.length) return undefined;
  const cut = LABEL_END.exec(text.slice(start, end));
  const found = quoteOf(text, start, cut === null ? end : start + cut.index);
  return found !== undefined && /^[\p{Lu}\d]/u.test(found.place) && !OTHER_LABEL.test(found.place) ? found : undefined;
}

/** After "where:" another label may follow; "Base: £40,000" and "Base: 10 years" are no places. */
const OTHER_LABEL =
  /^\p{L}+\s?:|^\d[\d.,]*\s*(?:k\b|per|years?|%|hours|days|USD|EUR|GBP|$)|^(?:Salary|Remote|Hybrid|On-?site|Yes|No|Full|Part|We|You|This|The|It|Our|Any|Flexible|TBD|Various|Multiple)\b/u;
const NO_LABEL: ReadonlySet<string> = new Set('based located works work working anywhere campus sit sits'.split(' '));

/** Where the line begins, or the part of it after a bar: "Team: Maps | Office: Kwun Tong, Hong Kong". */
function partStart(text: string, at: number): number {
  const line = lineStart(text, at, 60);
  const bar = text.slice(line, at).lastIndexOf('|');
  return bar > 1 ? line + bar + 1 : line;
}

/** A label begins no further than this from the word that makes it one. */
const LABEL_LEAD = 24;

/** Whether the line, or a part of it after a bar, may begin so near before `at` that a label stands there. */
function isNearStart(text: string, at: number): boolean {
  if (at <= LABEL_LEAD) return true;
  for (let i = at - 1; i >= at - LABEL_LEAD - 1; i--) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 124) return true;
  }
  return false;
}

/** "Location: Berlin, Germany" and the line below a heading "Location". */
function labelled(scan: Scan): LocationFinding | undefined {
  for (const index of marksWith(scan, ROLE.place)) {
    const at = startAt(scan, index);
    if (!isNearStart(scan.text, at) || NO_LABEL.has(wordAt(scan, index))) continue;
    const lineAt = partStart(scan.text, at);
    const found = at - lineAt > LABEL_LEAD ? undefined : afterLabel(scan.text, lineAt);
    if (found !== undefined) return found;
  }
  return undefined;
}

const NO_PLACE =
  /(?:Engineer|Scientist|Developer|Analyst|Manager|Python|AWS|Azure|Inc|LLC|Ltd|GmbH|Corp|Subject|Dear|Hi|Hello)\b/;

function afterPin(text: string, { start, end }: Line): LocationFinding | undefined {
  const pin = PIN.exec(text.slice(start, end));
  if (pin?.[1] === undefined) return undefined;
  const from = start + pin.index + pin[0].length - pin[1].length;
  return quoteOf(text, from, from + pin[1].length);
}

const STOPS: ReadonlySet<number> = new Set([...'.!?'].map((stop) => stop.charCodeAt(0)));

/** A sentence is read later; but a posting in one paragraph has its place in the beginning. */
const isRunning = (text: string, { start, end }: Line) =>
  start > 0 &&
  (end - start > LONGEST ||
    (STOPS.has(solidBefore(text, end)) &&
      /[.!?]\s*$/.test(text.slice(start, end)) &&
      /\b(?:is|are|was|we|our|you|has|have|will|a)\b/i.test(text.slice(start, end))));

function inHeadLine(scan: Scan, line: Line, title: Line | undefined): LocationFinding | undefined {
  const end = Math.min(line.end, line.start + LONGEST);
  if (!hasMark(scan, ROLE.placeName, line.start, end) || isRunning(scan.text, line)) return undefined;
  const isTitle = line.start === 0 || (title !== undefined && title.start >= line.start && title.end <= line.end);
  return inParts(scan, line.start, end, isTitle);
}

/** A place in the first lines: "Austin, TX (Hybrid)", "ML Engineer – Berlin, Germany". */
function inHead(scan: Scan): LocationFinding | undefined {
  const title = titleOf(scan);
  const hasPin = scan.text.includes('📍');
  if (!hasPin && (scan.seen & ROLE.placeName) === 0) return undefined;
  for (const line of headLines(scan.text, HEAD_LINES, LONGEST * 4)) {
    const found = (hasPin ? afterPin(scan.text, line) : undefined) ?? inHeadLine(scan, line, title);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** "Tokyo (Shibuya)": the part of the town belongs to the place. */
const DISTRICT =
  /^ \((?!(?:Remote|Hybrid|On-?site|Onsite|Flexible|Full|Part|Office|Option|Prefer)\b)\p{Lu}\p{Ll}[\p{L}' -]{1,24}\)/u;

const STREETS = /^, (?=[^,]*[&\d])\p{Lu}[\p{L}\d &.'-]{2,28}$/u;

const districtEnd = (text: string, end: number, to: number): number => {
  const next = text[end];
  const pattern = next === ' ' ? DISTRICT : next === ',' ? STREETS : undefined;
  return end + (pattern?.exec(text.slice(end, to))?.[0].length ?? 0);
};

/** The parts of a head line, between bars, bullets, dashes and parentheses. */
function inParts(scan: Scan, from: number, to: number, isTitle: boolean): LocationFinding | undefined {
  const { text } = scan;
  const line = text.slice(from, to);
  for (let at = from; at <= to; ) {
    SEPARATOR.lastIndex = at - from;
    const separator = SEPARATOR.exec(line);
    const cut = separator === null ? to : from + separator.index;
    const place = placeOf(scan, at, cut, isTitle && at === from);
    if (place !== undefined)
      return quoteOf(text, place.start, districtEnd(text, place.end, isOpening(text, cut) ? to : cut));
    if (separator === null) return undefined;
    at = cut + separator[0].length;
  }
  return undefined;
}

const SEPARATOR = /\s(?:[|·•–—-]|\/{1,3}|-{2,3})\s|[()|·•;\t[\]]|\s?📍/gu;

/** Whether a parenthesis opens at the end of a part. */
const isOpening = (text: string, cut: number) =>
  text[cut] === '(' || text[cut - 1] === '(' || (text[cut] === ' ' && text[cut + 1] === '(');

/** Where a second place ends: "Charlotte, NC or Wilmington, DE". */
function alternativeEnd(scan: Scan, from: number, to: number): number | undefined {
  const joint = scan.text[from] === ' ' ? /^ (?:or|and|\/|&) /.exec(scan.text.slice(from, to))?.[0].length : undefined;
  if (joint === undefined) return undefined;
  const other = placeIn(scan, from + joint, to);
  if (other?.start === from + joint) return other.end;
  const town = /^\p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*)?, [A-Z]{2}(?!\p{L})/u.exec(scan.text.slice(from + joint, to));
  return town === null ? undefined : from + joint + town[0].length;
}

/** The place that makes the most of a part of a line: after a company's name and a comma, or the whole of it. */
function placeOf(scan: Scan, from: number, to: number, isTitle: boolean): Line | undefined {
  const { text } = scan;
  const found = placeIn(scan, from, to);
  if (found === undefined || NO_PLACE.test(text.slice(found.start, found.end))) return undefined;
  const lead = text.slice(from, found.start);
  const before = lead === '' ? lead : lead.replace(/^[*_#>\s]+/, '').trimEnd();
  if (!(before === '' || /(?:,|\b(?:University|Institute|College|Port) of)$/.test(before) || OPENING.test(before)))
    return undefined;
  const further = alternativeEnd(scan, found.end, to);
  if (further !== undefined) return { start: found.start, end: further };
  const rest = text.slice(found.end, to);
  if (isTitle && before === '' && rest.trim() !== '') return undefined;
  return /^\s*(?:$|[,(.:*])|^\s*(?:or|and|only|office|area)\b/i.test(rest) ? found : undefined;
}

const OPENING = /^(?:remote|hybrid|on-?site|in|from|at|where:?|national:?|and|or)[\s,:]*$/i;
const OF_COMPANY =
  /\b(?:headquarter\w*|founded|compan(?:y|ies)|offices|customers|clients|teams|we\s+are|start-?up|investors?)\b[^.\n]{0,70}$/i;

/** "This role is based in Berlin", "two days a week in the office in London"; the company's own seat only at last. */
function inSentence(scan: Scan): LocationFinding | undefined {
  const { text } = scan;
  if ((scan.seen & ROLE.placeName) === 0) return undefined;
  let company: LocationFinding | undefined;
  let from = 0;
  for (const index of marksWith(scan, ROLE.place | ROLE.mode)) {
    const start = startAt(scan, index);
    if (start < from) continue;
    const found = placeIn(scan, Math.max(0, start - 40), endAt(scan, index) + 70);
    if (found === undefined) continue;
    from = found.end;
    const before = text.slice(Math.max(0, found.start - 80), found.start);
    if (!BASED.test(before) && !AT_OFFICE.test(text.slice(found.end, found.end + 40))) continue;
    const place = quoteOf(text, found.start, found.end);
    if (!OF_COMPANY.test(before)) return place;
    company ??= place;
  }
  return company;
}

/** The place of work as a field of the file says it; quoted where the text has it too. */
function ofField(text: string, given: string): LocationFinding {
  const at = text.indexOf(given);
  return at < 0
    ? { quote: '', start: 0, end: 0, place: given }
    : { quote: given, start: at, end: at + given.length, place: given };
}

export function locationOfScan(scan: Scan, given?: string): LocationFinding | undefined {
  if (given !== undefined && given.trim() !== '') return ofField(scan.text, given.trim());
  return labelled(scan) ?? inHead(scan) ?? inSentence(scan) ?? inLine(scan) ?? inProse(scan);
}

const LINE_REACH = 6_000;

/** A line further down that begins with a place: "Pittsburgh, PA, on-site, five days a week". */
function inLine(scan: Scan): LocationFinding | undefined {
  const { text } = scan;
  for (const index of marksWith(scan, ROLE.placeName)) {
    const at = startAt(scan, index);
    if (at > LINE_REACH) return undefined;
    const line = lineStart(text, at, 24);
    if (line > 0 && text.charCodeAt(line - 1) !== 10) continue;
    const found = placeIn(scan, line, Math.min(lineEnd(text, line, 60), line + 60));
    if (found !== undefined && found.start - line < 4 && text.slice(found.start, found.end).includes(','))
      return quoteOf(text, found.start, found.end);
  }
  return undefined;
}

const NOT_OF_JOB =
  /\b(?:headquarter\w*|founded|customers?|clients\s+(?:across|in)|teams\s+in|offices\s+in|investors?|born|company\s+in|grew|merger|award\w*|supervisors?|labellers|trust|conference|retreat)\b[^.\n]{0,60}$/i;

/** A town or country alone counts where the sentence speaks of the work. */
const OF_JOB =
  /\b(?:role|post|position|job|team|lab|university|institute|office|studio|client|assignment|work|desk|we(?:['’]re)?\s+(?:are|sit|all)|sits?)\b[^.\n]{0,60}$/i;

/** "We sit in Brooklyn", "a post at the University of X in Perth, Scotland": the first place that something is "in". */
function inProse(scan: Scan): LocationFinding | undefined {
  const { text } = scan;
  for (let from = 0; ; ) {
    const found = placeIn(scan, from, Math.min(text.length, 2_000));
    if (found === undefined) return undefined;
    from = found.end;
    const before = text.slice(Math.max(0, found.start - 80), found.start).replaceAll('\n', ' ');
    const isFull = text.slice(found.start, found.end).includes(',');
    if (/\b(?:in|at|near)\s$/i.test(before) && !NOT_OF_JOB.test(before) && (isFull || OF_JOB.test(before)))
      return quoteOf(text, found.start, found.end);
  }
}

/**
 * The place of work as written: `given` (a field of the file) first, then a label, the head of the posting, a sentence.
 * With a `given` place that the text does not repeat, the quote is empty.
 */
export const findLocation = (text: string, given?: string): LocationFinding | undefined =>
  locationOfScan(scanText(text), given);
