import type { LocationFinding } from '../posting.ts';
import { quoteOf } from './place-quote.ts';
import { placeIn } from './places.ts';
import { marksWith, type Scan, startAt } from './scan.ts';
import { ROLE } from './vocabulary.ts';

/** Places in flowing text, which nothing but the sentence makes the place of work. */

/** What is told later is seldom where the work is. */
const REACH = 2_000;

const NOT_OF_JOB =
  /\b(?:headquarter\w*|founded|customers?|clients\s+(?:across|in)|teams\s+in|offices\s+in|investors?|born|company\s+in|grew|merger|used\s+by|sold|users|shops|award\w*|supervisors?|labellers|trust|conference|retreat)\b[^.;\n]{0,60}$/i;

/** A town or country alone counts where the sentence speaks of the work. */
const OF_JOB =
  /\b(?:role|post|position|job|team|lab|university|institute|of\s+us(?=\s(?:in|at|near)\b)|office|studio|workshop|client|assignment|work|desk|we(?:['’]re)?\s+(?:are|sit|all)|we['’]re(?=\s(?:in|at|near)\b)|you(?:['’](?:ll|d)|\s(?:will|would))\s(?:be|live)(?=\s(?:in|at|near)\b)|join\s+us(?=\sin\b)|sits?)\b[^.\n]{0,60}$/i;

/** "In our warehouse in Kassel you make sure that". */
const THEN_YOU = /^,?\s+you\b/;
/** "in Poland, Czechia and Germany" names markets more often than a desk. */
const OTHER_PLACE = /^,?\s+(?:and|or)\s+\p{Lu}/u;

/** "We sit in Brooklyn", "a post at the University of X in Perth, Scotland": the first place that something is "in". */
export function inProse(scan: Scan): LocationFinding | undefined {
  const { text } = scan;
  for (let from = 0; ; ) {
    const found = placeIn(scan, from, Math.min(text.length, REACH));
    if (found === undefined) return undefined;
    from = found.end;
    const before = text.slice(Math.max(0, found.start - 80), found.start).replaceAll('\n', ' ');
    const isFull = text.slice(found.start, found.end).includes(',');
    const isOfJob = OF_JOB.test(before) || THEN_YOU.test(text.slice(found.end, found.end + 8));
    if (isFull && !isOfJob && OTHER_PLACE.test(text.slice(found.end, found.end + 12))) continue;
    if (/\b(?:in|at|near)\s$/i.test(before) && !NOT_OF_JOB.test(before) && (isFull || isOfJob))
      return quoteOf(text, found.start, found.end);
  }
}

/** "Acme is a games studio from Malmö, Sweden": the seat, where no place of work is told. */
const SEAT_BEFORE =
  /\b(?:is|are)\s+(?:an?|the)\s+(?:[\w-]+\s+){0,4}(?:company|firm|business|start-?up|studio|agency|bank|charity|lab|team)\s+from\s$/i;

const LAST_OF_FROM = 109;

export function seatOfCompany(scan: Scan): LocationFinding | undefined {
  const { text } = scan;
  for (const index of marksWith(scan, ROLE.placeName)) {
    const start = startAt(scan, index);
    if (start > REACH) return undefined;
    if (text.charCodeAt(start - 2) !== LAST_OF_FROM) continue;
    const found = placeIn(scan, start, start + LONGEST_SEAT);
    if (found === undefined || !text.slice(found.start, found.end).includes(',')) continue;
    const before = text.slice(Math.max(0, found.start - 80), found.start).replaceAll('\n', ' ');
    if (SEAT_BEFORE.test(before)) return quoteOf(text, found.start, found.end);
  }
  return undefined;
}

const LONGEST_SEAT = 60;
