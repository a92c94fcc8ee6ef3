import { CUE } from '../context/cue-phrases.ts';
import type { Cue } from '../context/cues.ts';
import { linkBetween } from './lists.ts';
import type { Occurrence } from './occurrences.ts';

/** How far before a list the words "such as" and "a major cloud" speak of it. */
const SUCH_AS_REACH = 8;
const ONE_OF_REACH = 45;
const OR_SIMILAR_REACH = 5;

/** The names of one sentence with its cues. */
export type SentenceNames = {
  readonly text: string;
  readonly names: readonly Occurrence[];
  readonly cues: readonly Cue[];
  readonly start: number;
};

/**
 * Whether one among several is enough: clouds joined by "or" or a slash, "such as …", "… or similar". Only names of
 * other clouds are alternatives to a cloud ("Python, AWS or Azure"), to a service also tools ("SageMaker or MLflow").
 */
export function isAlternative(sentence: SentenceNames, place: number): boolean {
  const name = sentence.names[place];
  if (name === undefined) return false;
  const isRival = name.spelling.name.kind === 'platform' ? hasCloud : () => true;
  const [first, last] = runAround(sentence, place, isRival);
  const run = sentence.names.slice(first, last + 1);
  const isContest = run.some((other) => cloudOf(other) !== cloudOf(name));
  if (isContest && linksOf(sentence, first, last).includes('or')) return true;
  if (isAfterSuchAs(sentence, place, run[0] ?? name)) return true;
  if (isBeforeOrSimilar(sentence, run.at(-1) ?? name) || isEquivalent(sentence, place)) return true;
  return isContest && !linksOf(sentence, first, last).includes('and') && isAmongClouds(sentence, run[0] ?? name);
}

/** A line of nothing but clouds divided by slashes or "or", as "AWS / Azure / GCP" in a list of what to know. */
export function isBareChoice(sentence: SentenceNames & { readonly end: number }): boolean {
  const { text, names, start, end } = sentence;
  const first = names[0];
  const last = names.at(-1);
  if (first === undefined || last === undefined || first === last || !names.every(hasCloud)) return false;
  if (/\w/.test(text.slice(last.end, end)) || !/^\W*(?:(?:public )?clouds?\W+)?$/i.test(text.slice(start, first.start)))
    return false;
  return linksOf(sentence, 0, names.length - 1).every((link) => link === 'or');
}

/** "Ours is GCP, AWS would do just as well": two clouds or more, or a cloud of any kind, one said to be as good. */
export function isEquallyGood(sentence: SentenceNames & { readonly said: number }, place: number): boolean {
  const { said, cues, names, text, start } = sentence;
  const name = names[place];
  if ((said & CUE.equal) === 0 || name === undefined || !hasCloud(name)) return false;
  const equal = cues.find(({ start: at, meaning }) => at >= name.end && (meaning & CUE.equal) !== 0);
  if (equal === undefined) return false;
  const clouds = names.filter((other) => other.end <= equal.start && hasCloud(other));
  if (!isSaidOf(text, clouds.at(-1)?.end ?? 0, equal)) return false;
  const rivals = new Set(clouds.map(cloudOf));
  return rivals.size > 1 || ANY_CLOUD.test(text.slice(start, name.start));
}

/** Whether words of being as good speak of the last cloud before them, not of a subject of their own. */
function isSaidOf(text: string, from: number, { start, end }: Cue): boolean {
  if (start - from > EQUAL_REACH) return false;
  if (!OF_ITS_SUBJECT.test(text.slice(start, end))) return true;
  return !OTHER_SUBJECT.test(text.slice(from, start)) && !GOES_ON.test(text.slice(end, end + GOES_ON_REACH));
}

const EQUAL_REACH = 60;
/** "AWS and Azure; working from home is fine" */
const OF_ITS_SUBJECT = /^(?:is|are)\b/i;
const GOES_ON = /^\s(?!(?:too|as|with|by|for|here|if|either|also|and|but)\b)\w/i;
const GOES_ON_REACH = 8;
const OTHER_SUBJECT = /[;,](?!\s(?:too|again|of course),?\s?$)/;
const ANY_CLOUD =
  /\b(?:an?|any|one|some|which|another|public|major|big|large) (?:\w+ ){0,2}clouds?\b|\bof the (?:\w+ ){0,2}clouds\b/i;

function cloudOf({ spelling }: Occurrence): string | undefined {
  const { kind, vendor } = spelling.name;
  return kind === 'platform' || kind === 'service' ? vendor : undefined;
}

function hasCloud(name: Occurrence): boolean {
  return cloudOf(name) !== undefined;
}

function runAround(
  { text, names }: SentenceNames,
  place: number,
  isRival: (name: Occurrence) => boolean,
): [number, number] {
  const joins = (left: number): boolean => {
    const one = names[left];
    const two = names[left + 1];
    if (one === undefined || two === undefined || !isRival(one) || !isRival(two)) return false;
    return two.start - one.end <= 24 && linkBetween(text, one, two) !== 'none';
  };
  let first = place;
  let last = place;
  while (first > 0 && joins(first - 1)) first -= 1;
  while (last < names.length - 1 && joins(last)) last += 1;
  return [first, last];
}

function linksOf({ text, names }: SentenceNames, first: number, last: number): string[] {
  return names.slice(first, last).map((name, index) => {
    const next = names[first + index + 1];
    return next === undefined ? 'none' : linkBetween(text, name, next);
  });
}

/** "such as AWS", "one of the major clouds (AWS". */
function isAfterSuchAs(sentence: SentenceNames, place: number, first: Occurrence): boolean {
  const { text, names, cues } = sentence;
  return cues.some((cue) => {
    const { end, meaning } = cue;
    if ((meaning & CUE.alternativeOn) === 0 || end > first.start) return false;
    const gap = text.slice(end, first.start);
    const isOfClouds = speaksOfClouds(text, cue);
    if (isOfClouds && gap.length <= OURS_REACH && OURS.test(gap)) return !isExpected(text, first.end);
    if (gap.length > (isOfClouds ? ONE_OF_REACH : SUCH_AS_REACH) && !isLaterInList(text, names, place, end))
      return false;
    return !/[;.]\s/.test(gap);
  });
}

/** "any major cloud", "one of" and then "the two clouds". */
function speaksOfClouds(text: string, { start, end }: Cue): boolean {
  const words = text.slice(start, end);
  return (
    (words.length > 5 && /cloud|one|either|any|hyperscaler/i.test(words)) ||
    OF_CLOUDS.test(text.slice(end, end + ONE_OF_REACH))
  );
}

const OF_CLOUDS = /^ (?:the |our |those )?(?:\w+ ){0,2}(?:clouds|hyperscalers)\b/i;

/** "one of the big clouds; ours is AWS". */
const OURS =
  /[;,(–—-]\s?(?:ours (?:is|happens)|we(?:['’]re| are| use| run| happen)|it(?:['’]s| is)|here it(?:['’]s| is))\b[^;.]{0,24}$/i;
const OURS_REACH = 80;

/** "…, and you'd be expected to know it": of all clouds this one. */
function isExpected(text: string, from: number): boolean {
  return /^[^.;]*\b(?:expect(?:ed)?|must|(?:need|have|ought) to|should)\b/.test(text.slice(from, from + OURS_REACH));
}

/** "such as Postgres, Redshift": the list began right after the words. */
function isLaterInList(text: string, names: readonly Occurrence[], place: number, after: number): boolean {
  let first = place;
  while (first > 0) {
    const one = names[first - 1];
    const two = names[first];
    if (one === undefined || two === undefined || one.start < after || linkBetween(text, one, two) === 'none') break;
    first -= 1;
  }
  return (
    first < place &&
    (names[first]?.start ?? 0) - after <= SUCH_AS_REACH &&
    names[place]?.spelling.name.kind === 'service'
  );
}

function isBeforeOrSimilar({ cues }: SentenceNames, last: Occurrence): boolean {
  return cues.some(
    ({ start, meaning }) =>
      (meaning & CUE.alternativeBack) !== 0 && start >= last.end && start - last.end <= OR_SIMILAR_REACH,
  );
}

/** "an AWS badge or the Azure equivalent": either of the two. */
function isEquivalent({ text, names }: SentenceNames, place: number): boolean {
  return [names[place], names[place + 1]].some(
    (name) =>
      name !== undefined &&
      /\bor (?:an? |the |its |their )?$/i.test(text.slice(Math.max(0, name.start - 10), name.start)) &&
      /^\s+(?:equivalents?|counterparts?|alternatives?|analogues?)\b/i.test(text.slice(name.end, name.end + 16)),
  );
}

/** "cloud platforms (AWS, Azure)", "Cloud: AWS, GCP": only commas, after the word cloud. */
function isAmongClouds({ text, start }: SentenceNames, first: Occurrence): boolean {
  return /clouds?\b(?:[^.;]{0,32}[(:–-]| (?:environments?|platforms?|providers?|services|technologies|vendors?|stacks?|solutions|infrastructures?|systems))\s*$/i.test(
    text.slice(Math.max(start, first.start - 60), first.start),
  );
}
