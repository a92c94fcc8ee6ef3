import type { LocationFinding } from '../posting.ts';
import { quoteOf } from './place-quote.ts';
import { endAt, marksWith, type Scan, startAt, wordAt } from './scan.ts';
import { ROLE } from './vocabulary.ts';
import { DAYS_AFTER, SOME_DAYS } from './work-days.ts';

/** Towns that no list has, where the sentence can mean nothing else. */

const TOWN = String.raw`(?!(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Sept|Nov|Dec)ember|October|(?:Mon|Tues|Wednes|Thurs|Fri)day|The\b|Our\b|In\b|Home|Head|Main|Back|Front|Central|Remote|Hybrid)\p{Lu}\p{Ll}[\p{Ll}'’-]+(?:[ -]\p{Lu}[\p{Ll}'’-]+){0,2}`;
const IN_TOWN = new RegExp(
  String.raw`^\s+(?:in|at|near)\s+(${TOWN}(?:, (?:${TOWN}|[A-Z]{2}\b))?)(?=\s*[.,;:)\n]|\s+(?:and|with|or|on)\b|\s*$)`,
  'u',
);
const TOWN_BEFORE = new RegExp(String.raw`(?<=[\s:(])(${TOWN})\s$`, 'u');
const DAYS_A = /\bdays?\s+(?:a|per|each|every)\s+$/i;
const OF_JOB = /\b(?:role|job|position|post|desk|you(?:['’]ll|['’]d)?)\b[^.;\n]{0,32}$/i;

/** The one of the employer; an office that people only visit says nothing. */
const OUR = /^(?!.*\b(?:visit\w*|customers?|clients?|gather\w*|retreats?|other|new|second)\b).*\b(?:our|the)\s+$/is;

/** An office is near a street or a station. */
const NEAR = /^\s+near\b/;

/** Words after which "in Frome" is the place of work, and what has to stand before them. */
const LEADS: ReadonlyMap<string, RegExp> = new Map([
  ['week', DAYS_A],
  ['based', OF_JOB],
  ['located', OF_JOB],
  ['office', OUR],
  ['campus', OUR],
]);

/** "Morpeth office Monday and Tuesday". */
function townOfOffice(text: string, start: number, end: number): LocationFinding | undefined {
  const after = text.slice(end, end + 40);
  if (!SOME_DAYS.test(after) && !DAYS_AFTER.test(after)) return undefined;
  const town = TOWN_BEFORE.exec(text.slice(Math.max(0, start - 40), start))?.[1];
  return town === undefined ? undefined : quoteOf(text, start - 1 - town.length, start - 1);
}

/** "one day a week in Morpeth", "the job is based in Frome". */
export function inUnknownTown(scan: Scan): LocationFinding | undefined {
  const { text } = scan;
  for (const index of marksWith(scan, ROLE.place | ROLE.mode)) {
    const word = wordAt(scan, index);
    const [start, end] = [startAt(scan, index), endAt(scan, index)];
    if (word === 'office') {
      const found = townOfOffice(text, start, end);
      if (found !== undefined) return found;
    }
    const lead = LEADS.get(word);
    if (lead?.test(text.slice(Math.max(0, start - 48), start)) !== true) continue;
    const town = IN_TOWN.exec(text.slice(end, end + 64));
    if (town?.[1] === undefined || (lead === OUR && NEAR.test(town[0]))) continue;
    const from = end + town[0].length - town[1].length;
    return quoteOf(text, from, from + town[1].length);
  }
  return undefined;
}
