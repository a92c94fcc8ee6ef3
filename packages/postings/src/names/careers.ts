import { CUE } from '../context/cue-phrases.ts';
import type { Cue } from '../context/cues.ts';
import type { Occurrence } from './occurrences.ts';
import type { Sentence } from './sentence.ts';

/** "Our founders came from AWS", "she spent six years at Azure": a cloud where somebody of the house has worked. */
export function isFormerEmployer(sentence: Sentence, name: Occurrence): boolean {
  if (name.spelling.name.kind !== 'platform') return false;
  if (sentence.section === 'requirements' || sentence.section === 'preferred') return false;
  if ((sentence.said & CUE.career) !== 0 && isOfCareer(sentence, name)) return true;
  const first = firstOfClouds(sentence.names, name);
  return isAfterAt(sentence.text, first.start) && isPlaceOfWork(sentence, first);
}

function isOfCareer(sentence: Sentence, name: Occurrence): boolean {
  return sentence.cues.some((cue) => {
    const gap = name.start - cue.end;
    return (cue.meaning & CUE.career) !== 0 && gap >= 0 && gap <= LONGEST_TENURE && leadsFrom(sentence, cue, name);
  });
}

function leadsFrom(sentence: Sentence, { start, end }: Cue, name: Occurrence): boolean {
  const { text } = sentence;
  const words = text.slice(start, end);
  const gap = text.slice(end, name.start);
  if (/^ex$/i.test(words)) return /^[\s-]$/.test(gap) && (sentence.said & CUE.person) === 0;
  if (/^(?:left|quit)$/i.test(words)) return /^\s$/.test(gap) && isOfPerson(sentence, start);
  if (/(?:from|of|in)$/i.test(words)) return ORIGIN.test(gap) && isOfStaff(sentence, start);
  return TENURE.test(gap) && isOfPerson(sentence, start);
}

const LONGEST_TENURE = 80;
/** "AWS, some from ": places of one list. */
const ORIGIN = /^\s(?!.*\b(?:which|that|you|your|we|our|but|where|while|on|into|onto|using|with)\b)[^.;]*$/is;
/** "six years building storage for ", "an architect with ", "twelve years of " */
const TENURE =
  /^(?!.*\b(?:which|that|who)\b).*(?:^|\b(?:for|inside|within|years of|(?:architect|engineer|developer|manager|scientist|consultant|career) with))\s(?:the\s)?$/is;

/** The first of clouds that stand right beside one another: "AWS, Azure and GCP". */
function firstOfClouds(names: readonly Occurrence[], name: Occurrence): Occurrence {
  let first = name;
  const at = names.indexOf(name);
  for (let place = at - 1; place >= 0 && at - place <= CLOUDS_REACH; place -= 1) {
    const one = names[place];
    if (one?.spelling.name.kind !== 'platform' || first.start - one.end > LONGEST_JOIN) break;
    first = one;
  }
  return first;
}

const LONGEST_JOIN = ', and '.length;
/** Clouds of a list that are looked at. */
const CLOUDS_REACH = 6;

/** " at AWS" */
function isAfterAt(text: string, start: number): boolean {
  return (
    text.charCodeAt(start - 2) === LETTER_T &&
    text.charCodeAt(start - 3) === LETTER_A &&
    text.charCodeAt(start - 1) <= BLANK &&
    text.charCodeAt(start - 4) <= BLANK
  );
}

const LETTER_A = 0x61;
const LETTER_T = 0x74;
const BLANK = 0x20;

function isPlaceOfWork(sentence: Sentence, name: Occurrence): boolean {
  const before = sentence.text.slice(Math.max(sentence.start, name.start - LONGEST_TENURE), name.start);
  return AT_WORK.test(before) && !KEPT.test(before) && isOfPerson(sentence, name.start);
}

const AT_WORK =
  /\b(?:spent|years?|decades?|work(?:ed|ing)|was|were|been|met|built|building|led|leading|ran|headed|managed|looked after|engineers?|architects?|managers?|scientists?|career|know each other|teams?|colleagues|friends|jobs?|stint|time|days|grew|started|began|learn(?:ed|t)|teeth|before|once|last|trade)\b/i;
const KEPT = /\b(?:hosted|stored|kept|held|deployed|runs?|running|lives?|sits?|looking|good)\b/i;

/** Whether the people of the house are spoken of before `to`, not the reader. */
function isOfStaff(sentence: Sentence, to: number): boolean {
  const before = subjectBefore(sentence, to);
  return STAFF.test(before) && !READER.test(before);
}

/** As `isOfStaff`, before words that only people can be the subject of: there a name of theirs is enough. */
function isOfPerson(sentence: Sentence, to: number): boolean {
  const before = subjectBefore(sentence, to);
  return (STAFF.test(before) || BY_NAME.test(before)) && !READER.test(before);
}

function subjectBefore({ text, start }: Sentence, to: number): string {
  return text.slice(Math.max(start, to - LONGEST_SUBJECT), to);
}

const LONGEST_SUBJECT = 160;
const STAFF =
  /\b(?:(?:co-?)?founders?|founding team|C[A-Z]Os?|chief|head of|vice president|(?:us|team|company|leadership|colleagues|engineers|people|friends|manager|boss|lead|leader|director|mentor)(?: have| had)?|I|we|she|he)\b/i;
/** "Jonas, who ", "Mira " */
const BY_NAME =
  /(?:^|\s)(?:[A-Z][\p{Ll}]+|they|both)(?:,?\swho)?(?:,[^,;.]{1,40},)?\s(?:(?:has|have|had|once)\s)?(?:[^.;,]{0,60}\s)?$/u;
const READER =
  /\b(?:you(?!r (?:\w+ )?(?:manager|boss|lead|team|mentor|director|colleagues))|candidates?|applicants?|someone|somebody|anyone|anybody|(?<!\bby\s(?:\w+\s)?)(?:people|persons?|engineers?|those)\s(?:who|with)|looking|seeking|hiring|(?:we|I|they|company|team)(?:['’]d|\swould)?\s(?:\w+\s)?(?:wants?|needs?|expects?|requires?|asks?|seeks?|hires?|prefers?|like|love|welcome))\b(?!.*\b(?:report to|meet|join|work with|led by)\b)/is;
