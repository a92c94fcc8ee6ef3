import { CUE } from '../context/cue-phrases.ts';
import type { Cue } from '../context/cues.ts';
import { linkBetween, listAround } from './lists.ts';
import type { Occurrence } from './occurrences.ts';
import { beforeName, type Sentence } from './sentence.ts';

/** What words of a wish say. */
export const WISH = CUE.preferredBack | CUE.preferredOn;

/** Nice to have, by words of the sentence; cues that say anything of `ignored` do not count. */
export function isPreferred(sentence: Sentence, name: Occurrence, ignored = 0): boolean {
  if (isMarkedDesirable(sentence, name) || isWishedByCondition(sentence, name) || isOfHelp(sentence, name)) return true;
  if ((sentence.said & WISH) === 0) return false;
  return sentence.cues.some(
    (cue) => (cue.meaning & WISH) !== 0 && (cue.meaning & ignored) === 0 && isWishFor(sentence, name, cue),
  );
}

function isWishFor(sentence: Sentence, name: Occurrence, cue: Cue): boolean {
  const { cues, text, start: sentenceStart } = sentence;
  const { start, end, meaning } = cue;
  if (end <= name.start) {
    if ((meaning & CUE.preferredBack) !== 0 && isCarriedOn(text, end, name.start)) return true;
    const isFirst =
      /^[\s\W\d]*$/.test(text.slice(Math.max(sentenceStart, start - 12), start)) && start - sentenceStart < 12;
    return ((meaning & CUE.preferredOn) !== 0 || isFirst) && reachesOn(cues, text, cue, name.start);
  }
  if ((meaning & CUE.preferredBack) === 0 || start < name.end) return false;
  return ((meaning & CUE.help) === 0 || endsClause(text, end)) && reachesBack(sentence, name, cue);
}

/** "Kafka is a plus, as is experience with AWS": the wish is carried on to what follows. */
export function isCarriedOn(text: string, from: number, to: number): boolean {
  return to - from <= LONGEST_CARRY && CARRY.test(text.slice(from, to));
}

const LONGEST_CARRY = 90;
const CARRY =
  /^,?\s(?:and\s)?(?:(?:as|so)\s(?:is|are|does|do|would|will)\b|likewise\b|similarly\b|equally\b|also\b|as well as\b|(?:the\s)?same (?:goes|holds|is true|applies) (?:for|of|to)\b)[^.;]*$/i;

/** "We'd look twice if you knew AWS": a condition, and words that are glad of it or do without. */
function isWishedByCondition(sentence: Sentence, name: Occurrence): boolean {
  return (sentence.said & CUE.soft) !== 0 && CONDITION.test(beforeName(sentence, name));
}

/** "Exposure to AWS or Azure helps.": right after the list the clause ends with it. */
function isOfHelp({ said, cues, names, text, start }: Sentence, name: Occurrence): boolean {
  if ((said & CUE.help) === 0) return false;
  const help = cues.find(({ start: at, meaning }) => at >= name.end && (meaning & CUE.help) !== 0);
  if (help === undefined || !endsClause(text, help.end)) return false;
  const [first, last] = listAround(text, names, names.indexOf(name), HELPING_REACH);
  const from = names[last]?.end ?? name.end;
  if (help.start < from || help.start - from > LONGEST_HELP || !BEFORE_HELP.test(text.slice(from, help.start)))
    return false;
  return !OUR_OWN.test(text.slice(start, names[first]?.start ?? name.start));
}

function endsClause(text: string, at: number): boolean {
  return CLAUSE_END.test(text.slice(at, at + CLAUSE_END_REACH));
}

/** Names of a list that are looked at. */
const HELPING_REACH = 12;
const CLAUSE_END_REACH = 16;
const CLAUSE_END =
  /^\s*(?:$|[.,;!)–—]|(?:too|also|here|greatly|a lot|a great deal|a bit|but|though|although|if|of course|as (?:well|does|do|would|will))\b)/i;
const LONGEST_HELP = 60;
const BEFORE_HELP =
  /^\)?\s(?:(?:experience|knowledge|skills?|basics|background|know-?how|exposure|before|already|certainly|definitely|really|always|also|both|either|each|any of (?:them|these)|all|would|will|does|do|in production|at work)\s)*$/i;
const OUR_OWN = /\b(?:our|we|they|their)\b[^;,]*$/i;

const CONDITION = /\b(?:if you|should you|in case you|having|knowing|whoever)\b[^.;,]{0,50}$/i;

/** "Azure comes up; it's a bonus if you've used it": the name is asked for by a pronoun, in a clause of its own. */
export function isWishedByPronoun(sentence: Sentence, name: Occurrence): boolean {
  const { said, cues, text } = sentence;
  if ((said & CUE.pronoun) === 0 || (said & (WISH | CUE.soft)) === 0) return false;
  const pronoun = cues.find(({ start, meaning }) => start >= name.end && (meaning & CUE.pronoun) !== 0);
  if (pronoun === undefined || !isOfReader(text, pronoun) || !isSubjectOf(sentence, name, pronoun.start)) return false;
  const later = cues.filter(({ start }) => start >= name.end);
  return (
    later.some(({ meaning }) => (meaning & (WISH | CUE.soft)) !== 0) &&
    !later.some(({ meaning }) => (meaning & CUE.requiredBack) !== 0)
  );
}

/** "if you've used it", "having used it", not "we have used it". */
function isOfReader(text: string, { start, end }: Cue): boolean {
  return OF_READER.test(text.slice(Math.max(0, start - OF_READER_REACH), end));
}

const OF_READER_REACH = 40;
const OF_READER =
  /\b(?:if|should you|whether|having|knowing|experience|familiar|someone|somebody|anyone|anybody|people|those|candidates|whoever)\b[^.;]*$/i;

/** "We run on AWS, and you'll need to know it": asked for by a pronoun. */
export function isAskedByPronoun(sentence: Sentence, name: Occurrence): boolean {
  const { said, cues, text } = sentence;
  if ((said & CUE.pronoun) === 0) return false;
  const pronoun = cues.find(({ start, meaning }) => start >= name.end && (meaning & CUE.pronoun) !== 0);
  if (pronoun === undefined || !isSubjectOf(sentence, name, pronoun.start)) return false;
  const before = text.slice(Math.max(name.end, pronoun.start - MUST_REACH), pronoun.start);
  return MUST.test(before) && !NO_MUST.test(before);
}

/** "you need not have used it", "nobody expects you to know it" */
const NO_MUST = /(?:\b(?:not|never|nobody|no one|none|no need)\b|n['’]t\b)[^,;–—]*$/i;

const MUST_REACH = 40;
const MUST =
  /\b(?:you(?:['’]\w+)?|someone|somebody|people|candidates|who)\b[^.;]*\b(?:must|need|needs|have to|has to|should|expect(?:ed)?|required|ought)\b[^.;]*$|\bexpect you\b[^.;]*$/i;

/** Whether no other name begins a clause between a name and what refers to it. */
function isSubjectOf({ names, text }: Sentence, name: Occurrence, to: number): boolean {
  let place = names.indexOf(name);
  let last = name;
  for (let next = names[place + 1]; next !== undefined && next.start < to; next = names[place + 1]) {
    const gap = text.slice(last.end, next.start);
    if (gap.includes(';') || linkBetween(text, last, next) === 'none') return !OTHER_SUBJECT.test(gap);
    last = next;
    place += 1;
  }
  return true;
}

const OTHER_SUBJECT = /[;,–—]|\b(?:and|but)\b/;

/** "Azure (D)", as specifications of a person mark what is desirable. */
function isMarkedDesirable({ text, end }: Sentence, { end: from }: Occurrence): boolean {
  const rest = text.slice(from, end);
  const mark = rest.indexOf('(D)');
  return mark >= 0 && !rest.slice(0, mark).includes(';');
}

/** From "preferably" on, to the end of its clause or its parentheses. */
function reachesOn(cues: readonly Cue[], text: string, { end }: Cue, to: number): boolean {
  const gap = text.slice(end, to);
  if (/;|\bbut\b/.test(gap) || gap.split(')').length > gap.split('(').length) return false;
  return !cues.some(
    ({ start, end: stop, meaning }) => start >= end && stop <= to && (meaning & CUE.requiredBack) !== 0,
  );
}

/** Back from "is a plus" to the start of its clause: not past "required", "; " or another "experience with". */
function reachesBack(sentence: Sentence, name: Occurrence, { start }: Cue): boolean {
  const { cues, text } = sentence;
  const from = name.end;
  const gap = text.slice(from, start);
  if (OF_IT.test(gap)) return true;
  if (OTHER_CLAUSE.test(gap)) return false;
  const open = gap.lastIndexOf('(');
  if (open >= 0 && !gap.includes(')', open))
    return open <= 2 && /^\s*(?:strongly|highly|is|very much)?\s*$/i.test(gap.slice(open + 1));
  if (OTHER_WISH.test(gap) && OWN_ASKING.test(beforeName(sentence, name))) return false;
  return !cues.some(({ start: cue, end, meaning }) => {
    if (cue < from || end > start) return false;
    if ((meaning & CUE.requiredBack) !== 0) return true;
    if (isOwnWish(cues, text, from, cue, meaning)) return true;
    return (
      (meaning & CUE.requiredOn) !== 0 &&
      /^\s*(?:with|of|in|using|to)\b|^\s*$/.test(text.slice(end, end + 7)) &&
      cue - from > 1
    );
  });
}

/** "Willingness to learn AWS; prior experience is a plus" */
const OF_IT = /^\s?[;–—]\s(?:(?:any|some|prior|previous|earlier|hands-on)\s){0,2}$/i;

/** A clause with a subject of its own; "…, but it is a plus" goes on about the name. */
const OTHER_CLAUSE =
  /;|\bwhile\b|\bwhereas\b|\bbut\b(?!\s(?:(?:it(?:['’]s)?|this|that(?:['’]s)?|is|would|certainly|definitely|absolutely|by|we(?:['’]ll)?|you(?:['’]ll)?|can|will|could|gladly|happily)\s){0,4}$)/;

/** "You know AWS, and Kafka would be a plus": the wish has a subject of its own. */
const OTHER_WISH =
  /,\s(?:and|though)\s(?!(?:it|this|that|which|so|if|you)\b|(?:having|knowing)\b[^,]{0,30}\b(?:it|them|there)\b)[^,]*$/;
const OWN_ASKING =
  /(?:^|[;:])\W*(?:you|candidates|we)\s(?:\w+\s){0,2}(?:know|have|need|ask|expect|want|require|bring|speak|use)\b[^;,]*$/i;

/** "Should have worked in AWS, knowledge of Azure is a plus": the wish has asking words of its own, as has the name. */
function isOwnWish(cues: readonly Cue[], text: string, from: number, start: number, meaning: number): boolean {
  if ((meaning & CUE.requiredOn) === 0 || !/[,|]\s(?:and\s)?$/.test(text.slice(Math.max(from, start - 6), start)))
    return false;
  return cues.some((cue) => (cue.meaning & CUE.requiredOn) !== 0 && cue.end < from);
}
