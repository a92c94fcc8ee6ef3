import { UnitSet } from '../text/unit-set.ts';
import { sentenceStart } from './around.ts';
import { endAt, type Scan, startAt, wordAt } from './scan.ts';
import { type Found, HOUSE } from './work-days.ts';

/** Where people are on which days, told of the days: "we're in on Tuesdays", "at our mill every working day". */

const REACH = 120;
const PEOPLE = String.raw`\b(?:(?:we|you)['’](?:re|ll|d)|(?:we|you|everyone|everybody|people|team|us)(?=\s+(?:are|is|be|will|would|should|meets?|sees?|comes?|works?|gets?|gathers?|sits?|all|both)\b))`;
const BE_THERE = String.raw`(?:\s+(?:are|is|be|will|would|should|meets?|comes?|works?|gets?|sits?|together|all|both|back|usually|mostly)){0,4}`;
const THE_OFFICE = String.raw`(?:the|our)\s+(?:[\w'’-]+\s+){0,2}?(?:office|depot|campus|site)\b`;
const PLACE = String.raw`(?:${HOUSE}|(?:in|at|from|to)\s+${THE_OFFICE})`;

const IN_ON = new RegExp(
  String.raw`${PEOPLE}${BE_THERE}\s+in(?:\s+(?:it|there|together))?\s+(?:on\s+|every\s+|each\s+|from\s+)?$`,
  'i',
);
const WHERE_ALL =
  /\b(?:office|studio|lab|workshop|building|plant|loft|mill|house)\b[^.;]{0,60}\bwhere\s+(?:we|you|everyone|everybody|the\s+(?:whole\s+)?team)\b[^.;]{0,32}\b(?:work|sit|are|is|meet|come)s?\s+(?:all\s+|together\s+|in\s+person\s+){0,2}(?:on\s+|from\s+|every\s+|each\s+)?$/i;
const THERE_EVERY = new RegExp(
  String.raw`(?:\b(?:work|sit|be|are|come|meet|gather)s?|['’]re)\s+(?:together\s+|all\s+|back\s+)?${PLACE}[^.;]{0,60}$`,
  'i',
);
const SIT_EVERY = /\b(?:you|we|everyone|everybody)\b[^.;]{0,24}\bsits?\s+(?!between|in\s+on|down|above)[^.;]{0,60}$/i;
const ARE_FOR_HOME =
  /^\s+(?:is|are)\s+(?:for\s+|at\s+|from\s+|spent\s+at\s+|an?\s+|your\s+)?(?:home|work[- ]from[- ]home)\b/i;
const EVERY = /\b(?:every|each)\s+(?:single\s+|working\s+)?$/i;
/** Last letters of "every", "each", "working", "single". */
const LAST_OF_EVERY = new UnitSet('yhge');
const UNTIL_FRIDAY = /^\s*(?:-|–|to|through|until|till)\s*fri/i;

const sentenceBefore = (text: string, start: number): string =>
  text.slice(Math.max(sentenceStart(text, start, REACH), start - REACH), start).replaceAll('\n', ' ');

/** "every working day": of a place of work, where people of the job are. */
function everyDayAt(text: string, start: number, end: number): Found {
  if (text.charCodeAt(start - 1) !== 32 || !LAST_OF_EVERY.has(text.charCodeAt(start - 2))) return undefined;
  const before = sentenceBefore(text, start);
  const every = EVERY.exec(before);
  if (every === null) return undefined;
  const said = before.slice(0, every.index);
  const place = THERE_EVERY.exec(said) ?? WHERE_ALL.exec(said) ?? SIT_EVERY.exec(said);
  return place === null ? undefined : { mode: 'on-site', start: start - before.length + place.index, end };
}

/** At a weekday, or at the word "day". */
export function dayAt(scan: Scan, index: number): Found {
  const { text } = scan;
  const [word, start, end] = [wordAt(scan, index), startAt(scan, index), endAt(scan, index)];
  if (word === 'day' || word === 'weekday') return everyDayAt(text, start, end);
  const after = text.slice(end, end + 32);
  const home = ARE_FOR_HOME.exec(after);
  if (home !== null) return { mode: 'hybrid', start, end: end + home[0].length };
  const before = sentenceBefore(text, start);
  const there = IN_ON.exec(before) ?? WHERE_ALL.exec(before);
  if (there === null) return undefined;
  const isWholeWeek = word.startsWith('monday') && UNTIL_FRIDAY.test(after);
  return { mode: isWholeWeek ? 'on-site' : 'hybrid', start: start - before.length + there.index, end };
}

const TIMES = String.raw`(?:about\s+|at\s+least\s+)?(?:once|twice|(?:two|three|four|[2-4])\s+(?:times|days))\s+(?:a|per|each|every)\s+$`;
const SEE_THERE = new RegExp(
  String.raw`(?:${PEOPLE}[^.;]{0,24}\b(?:see|meet|come|gather|get|be|are)s?\b[^.;]{0,36}?\b|['’]re\s+)(?:there|in\s+person|face\s+to\s+face|in(?:to)?\s+${THE_OFFICE}|(?<=come\s)in)\s+${TIMES}`,
  'i',
);

/** "We see each other there twice a week": how far before "week" that begins, or -1. */
export function timesThere(text: string, start: number): number {
  const before = sentenceBefore(text, start);
  const found = SEE_THERE.exec(before);
  return found === null ? -1 : before.length - found.index;
}

const PEOPLE_IN = new RegExp(String.raw`${PEOPLE}${BE_THERE}\s+in(?:to)?\s+(?:the|our)\s+(?:[\w'’-]+\s+){0,2}$`, 'i');
const ONE_DAY = /^\s+(?:on|every|each)\s+(?:mon|tues|wednes|thurs|fri)days?\b/i;

/** "We're all in the Turin office on Wednesdays": how long what follows the office is, or -1. */
export function oneDayAfter(before: string, after: string): number {
  const day = ONE_DAY.exec(after);
  return day !== null && PEOPLE_IN.test(before) ? day[0].length : -1;
}
