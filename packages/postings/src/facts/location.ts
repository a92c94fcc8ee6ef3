import type { LocationFinding } from '../posting.ts';
import { UnitSet } from '../text/unit-set.ts';
import { headLines, type Line, lineEnd, lineStart, sentenceEnd, solidBefore } from './around.ts';
import { LABEL_END, labelled } from './place-labels.ts';
import { alternativesEnd, listEnd } from './place-lists.ts';
import { CODES, STATES } from './place-names.ts';
import { quoteOf } from './place-quote.ts';
import { placeIn } from './places.ts';
import { inProse, seatOfCompany } from './prose-places.ts';
import { endAt, hasMark, marksWith, type Scan, scanText, startAt } from './scan.ts';
import { titleOf } from './title.ts';
import { inUnknownTown } from './towns.ts';
import { ROLE } from './vocabulary.ts';

const PIN = /📍(?!\s*(?:on-?site|remote|hybrid|in|at)\b)\s*([^\n|·•]{2,80})/iu;
const BASED =
  /\b(?:based|located|sits?|remote(?:ly)?|works?|working|office|offices|anywhere|located|campus|(?:duty\s+station|place\s+of\s+work|work\s?place|work\s+location)\s+(?:is|will\s+be|would\s+be))\b(?:\s+(?:out\s+of|in|at|from|near|within|anywhere|to|our|the|your|downtown|central|on-?site|offices?|home))*[\s,(–-]+$/i;
/** "our Berlin office", "the Spokane campus". */
const AT_OFFICE = /^(?:\s+[\p{L}-]+){0,1}\s+(?:office|campus|site|headquarters|hub|studio|lab)\b(?!\s+of\b)/iu;
const LONGEST = 120;
const HEAD_LINES = 8;

const NO_PLACE =
  /(?:Engineer|Scientist|Developer|Analyst|Manager|Python|AWS|Azure|Inc|LLC|Ltd|GmbH|Corp|Subject|Dear|Hi|Hello)\b/;

function afterPin(text: string, { start, end }: Line): LocationFinding | undefined {
  const pin = PIN.exec(text.slice(start, end));
  if (pin?.[1] === undefined) return undefined;
  const from = start + pin.index + pin[0].length - pin[1].length;
  return quoteOf(text, from, from + (LABEL_END.exec(pin[1])?.index ?? pin[1].length));
}

const STOPS = new UnitSet('.!?');

/** A sentence is read later; but a posting in one paragraph has its place in the beginning. */
const isRunning = (text: string, { start, end }: Line) =>
  start > 0 &&
  (end - start > LONGEST ||
    (STOPS.has(solidBefore(text, end)) &&
      /[.!?]\s*$/.test(text.slice(start, end)) &&
      /\b(?:is|are|was|we|our|you|has|have|will|a)\b/i.test(text.slice(start, end))));

/** "Acme, Lille, France. In our office on three days." begins with words that make no sentence; -1 where it does. */
function leadEnd(text: string, { start, end }: Line): number {
  const stop = sentenceEnd(text, start, LONGEST_LEAD);
  const isLead = stop < Math.min(end, start + LONGEST_LEAD) && text[stop] === '.';
  return isLead && !VERB.test(text.slice(start, stop)) ? stop : -1;
}
const LONGEST_LEAD = 64;
const VERB = /\b(?:is|are|was|we|our|you|has|have|will|a|an|the|in|from|to|by|for|with)\b/i;

function inHeadLine(scan: Scan, line: Line, title: Line | undefined): LocationFinding | undefined {
  const ends = Math.min(line.end, line.start + LONGEST);
  if (!hasMark(scan, ROLE.placeName, line.start, ends)) return undefined;
  const isText = isRunning(scan.text, line);
  const end = isText ? leadEnd(scan.text, line) : ends;
  if (end <= line.start) return undefined;
  const isTitle = line.start === 0 || (title !== undefined && title.start >= line.start && title.end <= line.end);
  const found = inParts(capitalized(scan, line.start, end), line.start, end, isTitle);
  return found === undefined ? undefined : quoteOf(scan.text, found.start, found.end);
}

/** A line without any capital, with those that names of places have: "seattle, wa" as "Seattle, WA". */
function capitalized(scan: Scan, from: number, to: number): Scan {
  const line = scan.text.slice(from, to);
  if (line !== line.toLowerCase()) return scan;
  const written = line
    .replaceAll(/(?<![\p{L}'’])\p{Ll}/gu, (letter) => letter.toUpperCase())
    .replaceAll(/(?<=, )\p{L}{2}(?!\p{L})/gu, (code) => code.toUpperCase());
  return written.length === line.length ? { ...scan, text: scan.text.slice(0, from) + written } : scan;
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
const DISTRICT = new RegExp(
  String.raw`^ \((?!(?:Remote|Hybrid|On-?site|Onsite|Flexible|Full|Part|Office|Option|Prefer)\b)(?:\p{Lu}\p{Ll}[\p{L}' -]{1,24}|(?:${CODES}|UK|USA|UAE|KSA))\)`,
  'u',
);

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
    if (place !== undefined) {
      const town = townOutside(text, from, place);
      const end = districtEnd(text, place.end, isOpening(text, cut) ? to : cut);
      return town ?? quoteOf(text, place.start, listEnd(scan, end, to));
    }
    if (separator === null) return undefined;
    at = cut + separator[0].length;
  }
  return undefined;
}

/** "Moncton (New Brunswick)": the town before a region in parentheses, where the line begins with it. */
function townOutside(text: string, from: number, { start, end }: Line): LocationFinding | undefined {
  if (text[start - 1] !== '(' || text[end] !== ')') return undefined;
  const town = text.slice(from, start - 1);
  return IS_STATE.test(text.slice(start, end)) && IS_TOWN.test(town) ? quoteOf(text, from, end + 1) : undefined;
}
const IS_STATE = new RegExp(`^(?:${STATES})$`, 'u');
const IS_TOWN = /^(?!Remote|Hybrid|On-?site|Anywhere|National)\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,2} $/u;

const SEPARATOR = /\s(?:[|·•–—-]|\/{1,3}|-{2,3})\s|[()|·•;\t[\]]|\s?📍/gu;

/** Whether a parenthesis opens at the end of a part. */
const isOpening = (text: string, cut: number) =>
  text[cut] === '(' || text[cut - 1] === '(' || (text[cut] === ' ' && text[cut + 1] === '(');

/** The place that makes the most of a part of a line: after a company's name and a comma, or the whole of it. */
function placeOf(scan: Scan, from: number, to: number, isTitle: boolean): Line | undefined {
  const { text } = scan;
  const named = placeIn(scan, from, to);
  const found = named === undefined ? undefined : { start: named.start, end: postcodeEnd(text, named.end, to) };
  if (found === undefined || NO_PLACE.test(text.slice(found.start, found.end))) return undefined;
  const lead = text.slice(from, found.start);
  const before = lead === '' ? lead : lead.replace(/^[*_#>\s]+/, '').trimEnd();
  const isGlued = isSmall(text.charCodeAt(found.start - 1));
  if (
    !(
      before === '' ||
      isGlued ||
      /(?:,|\b(?:University|Institute|College|Port) of)$/.test(before) ||
      OPENING.test(before)
    )
  )
    return undefined;
  const further = alternativesEnd(scan, found.end, to);
  if (further !== undefined) return { start: found.start, end: further };
  const rest = text.slice(found.end, to);
  if (isTitle && before === '' && rest.trim() !== '') return undefined;
  return /^\s*(?:$|[,(.:*])|^\s*(?:or|and|only|office|area|B2B|W2|C2C)\b/i.test(rest) ? found : undefined;
}

/** "Phoenix, AZ 85004", "Leeds LS1 4AP"; B2B and W2 are kinds of contracts. */
const ZIP = /^[A-Z]{2} \d{5}(?:-\d{4})?(?!\d)/;
const POSTCODE = /^.. (?!B2[BC]|W2|C2[CH]|H1)[A-Z]{1,2}\d{1,2}[A-Z]?(?: \d[A-Z]{2})?(?![\p{L}\d])/u;

function postcodeEnd(text: string, end: number, to: number): number {
  if (text.charCodeAt(end) !== SPACE) return end;
  const written = text.slice(end - 2, Math.min(to, end + 12));
  return end - 2 + ((ZIP.exec(written) ?? POSTCODE.exec(written))?.[0].length ?? 2);
}
const SPACE = 32;

const isSmall = (code: number) => code >= 97 && code <= 122;

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
  return labelled(scan) ?? inHead(scan) ?? inText(scan);
}

function inText(scan: Scan): LocationFinding | undefined {
  const inWords = inSentence(scan) ?? beforeDays(scan) ?? inLine(scan) ?? inProse(scan);
  return inWords ?? inUnknownTown(scan) ?? seatOfCompany(scan);
}

const LINE_REACH = 6_000;

/** "Lille, four days in the office", "*Lille*, hybrid": what begins a sentence so is the place of work. */
function beforeDays(scan: Scan): LocationFinding | undefined {
  const { text } = scan;
  for (const index of marksWith(scan, ROLE.placeName)) {
    if (!AFTER_PLACE.has(text.charCodeAt(endAt(scan, index)))) continue;
    const at = startAt(scan, index);
    const found = placeIn(scan, Math.max(0, at - 32), at + 48);
    if (found === undefined || found.end < at || !AFTER_PLACE.has(text.charCodeAt(found.end))) continue;
    if (!isFirst(text, found.start)) continue;
    if (THEN_DAYS.test(text.slice(found.end, found.end + 32))) return quoteOf(text, found.start, found.end);
  }
  return undefined;
}
/** A comma, or the end of bold type before it. */
const AFTER_PLACE = new UnitSet(',*_');
const THEN_DAYS =
  /^[*_]{0,3},\s+(?:(?:[1-5]|one|two|three|four|five)\s+days?(?=\s+(?:a|per|each|every|in|at|on|from)\b|\s*[(,;]|\/)|hybrid\b|on-?site\b|in[- ](?:the |our )?(?:office|person)\b)/i;

/** Whether nothing but signs stands between `start` and the end of what was said before. */
function isFirst(text: string, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && (isBold(text.charCodeAt(at)) || text.charCodeAt(at) === SPACE)) at -= 1;
  return at < 0 || text.charCodeAt(at) === LINE_BREAK || STOPS.has(text.charCodeAt(at));
}
const isBold = (code: number) => code === 42 || code === 95;
const LINE_BREAK = 10;

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

/**
 * The place of work as written: `given` (a field of the file) first, then a label, the head of the posting, a sentence.
 * With a `given` place that the text does not repeat, the quote is empty.
 */
export const findLocation = (text: string, given?: string): LocationFinding | undefined =>
  locationOfScan(scanText(text), given);
