import { CUE } from '../context/cue-phrases.ts';
import type { Cue } from '../context/cues.ts';
import type { SectionKind } from '../context/heading-phrases.ts';
import type { Strength } from '../posting.ts';
import { SHAPE, UPPER } from '../text/fold.ts';
import { isAlternative, isBareChoice, type SentenceNames } from './alternatives.ts';
import type { Occurrence } from './occurrences.ts';

/** A sentence with its names and cues, in its section. */
export type Sentence = SentenceNames & {
  readonly end: number;
  readonly section: SectionKind;
  /** All that its cues say: bits of `CUE`. */
  readonly said: number;
};

const ASKED_SECTIONS: ReadonlySet<SectionKind> = new Set(['requirements', 'preferred', 'stack', 'duties', 'title']);

/** How a mention is meant, from the section, the sentence, and the words on its two sides. */
export function strengthOf(sentence: Sentence, place: number): Strength {
  const name = sentence.names[place];
  if (name === undefined || isAside(sentence, name)) return 'boilerplate';
  const { section } = sentence;
  if (section === 'preferred' || isPreferred(sentence, name)) return 'preferred';
  if (section === 'stack') return 'stack';
  if (section === 'requirements' && isReason(sentence, name)) return 'stack';
  if (section === 'other' && isBareChoice(sentence)) return 'one-of';
  if (!ASKING_SECTIONS.has(section) && !isRequired(sentence, name)) return 'stack';
  return isAlternative(sentence, place) ? 'one-of' : 'required';
}

const ASKING_SECTIONS: ReadonlySet<SectionKind> = new Set(['requirements', 'title', 'education']);

/** "…, as our platform runs on AWS": why something is asked for tells what the team uses. */
function isReason({ cues, text, start }: Sentence, name: Occurrence): boolean {
  const stack = cues.findLast(({ meaning, end }) => (meaning & CUE.stack) !== 0 && end <= name.start);
  if (stack === undefined || name.start - stack.end > BESIDE) return false;
  return REASON.test(text.slice(Math.max(start, stack.start - 40), stack.end));
}

const REASON = /\b(?:as|since|because|seeing that|given that|considering)\b[^.;]*\b(?:we|our|us|everything|all)\b/i;

/** Not about the work: the company, benefits, the law, the way to apply, a field of study, a partner, an award. */
function isAside(sentence: Sentence, name: Occurrence): boolean {
  const { said } = sentence;
  if (NEVER_ASKED.has(sentence.section)) return true;
  if ((said & CUE.apply) !== 0 && isOfApplying(sentence, name)) return true;
  if (isUnneeded(sentence, name) || ((said & (CUE.denied | CUE.deniedBack)) !== 0 && isDenied(sentence, name)))
    return true;
  if ((said & (CUE.firms | CUE.among)) !== 0 && isAmongFirms(sentence, name)) return true;
  if (isFieldOfStudy(sentence, name) || isBoilerplate(sentence, name, said)) return true;
  return isOfCompany(sentence.section, said);
}

/** The way to apply: in a part about the work only what stands beside the words ("a link to your GitHub"). */
function isOfApplying({ cues, section, text }: Sentence, name: Occurrence): boolean {
  if (!ASKED_SECTIONS.has(section)) return true;
  return cues.some(
    ({ start, end, meaning }) =>
      (meaning & CUE.apply) !== 0 &&
      Math.max(start - name.end, name.start - end) <= BESIDE_APPLYING &&
      !text.slice(Math.min(end, name.end), Math.max(start, name.start)).includes('|'),
  );
}

const BESIDE_APPLYING = 50;

/** "No prior AWS experience needed". */
function isUnneeded({ text, start, end, said }: Sentence, name: Occurrence): boolean {
  if ((said & (CUE.requiredBack | CUE.requiredOn | CUE.preferredBack)) === 0) return false;
  if (
    !/\b[Nn]o (?:prior |previous |earlier |special )?(?:[\w/]+,? ){0,3}$/.test(
      text.slice(Math.max(start, name.start - 40), name.start),
    )
  )
    return false;
  return /^[^.;]{0,40}\b(?:needed|required|necessary|expected|asked for)\b/.test(
    text.slice(name.end, Math.min(end, name.end + 60)),
  );
}

const NEVER_ASKED: ReadonlySet<SectionKind> = new Set(['legal', 'apply', 'not-asked']);

function isOfCompany(section: SectionKind, said: number): boolean {
  if (!ASKED_SECTIONS.has(section) && (said & (CUE.legal | CUE.benefit)) !== 0) return true;
  const isOfWork = (said & (CUE.person | CUE.stack)) !== 0;
  if ((said & CUE.product) !== 0 && (said & CUE.person) === 0) return !ASKED_SECTIONS.has(section);
  if (section === 'benefits') return (said & CUE.requiredOn) === 0 || (said & CUE.person) === 0;
  if (section === 'company') return !isOfWork;
  return section === 'other' && (said & CUE.company) !== 0 && !isOfWork;
}

/** "customers such as …": what follows are firms. */
function isAmongFirms(sentence: Sentence, name: Occurrence): boolean {
  return sentence.cues.some(({ meaning, start, end }) => {
    if ((meaning & CUE.among) === 0) return (meaning & CUE.firms) !== 0 && end <= name.start;
    return start >= name.end && start - name.end <= BESIDE && FIRMS_BEFORE.test(beforeName(sentence, name));
  });
}

/** "our customers, AWS (among them)". */
const FIRMS_BEFORE =
  /\b(?:our|the|their|its|whose)\s(?:\w+\s){0,2}(?:customers|clients|investors|partners|backers|users|competitors|suppliers|vendors|shareholders)\b,?\s[^.;]{0,60}$/i;

/** "we removed it" after a name, "no need for" before it, within one clause. */
function isDenied({ cues, text }: Sentence, name: Occurrence): boolean {
  return cues.some(({ start, end, meaning }) => {
    if ((meaning & CUE.deniedBack) !== 0 && start >= name.end) {
      return start - name.end <= BESIDE && !OTHER_CLAUSE.test(text.slice(name.end, start));
    }
    if ((meaning & CUE.denied) === 0) return false;
    const gap = start >= name.end ? text.slice(name.end, start) : text.slice(end, name.start);
    return gap.length <= BESIDE && !/[;.]|\b(?:but|you)\b/.test(gap);
  });
}

const OTHER_CLAUSE = /[;.]|\b(?:but|while|that|you|we|with|is|are|in|on|runs?|stays?|remains?)\b/;

const BESIDE = 30;

function isBoilerplate({ cues, section, text }: Sentence, name: Occurrence, said: number): boolean {
  if ((said & CUE.boilerplate) === 0 || section === 'requirements' || section === 'preferred') {
    return section === 'requirements' ? isBesideFirm(text, name) : false;
  }
  if (section === 'title') return false;
  const isAboutYou = section === 'duties' || (said & (CUE.person | CUE.stack)) !== 0;
  return cues.some(({ start, end, meaning }) => {
    if ((meaning & CUE.boilerplate) === 0) return false;
    // In duties partners are people to work with, unless the word is part of a title: "Microsoft Partner".
    if (section === 'duties' && SHAPE[text.charCodeAt(start)] !== UPPER && !isOwnTitle(text, name)) return false;
    const gap = start >= name.end ? start - name.end : name.start - end;
    return gap <= (isAboutYou ? BESIDE : 400);
  });
}

/** "We are an AWS Advanced Tier partner and a Google Cloud partner". */
function isOwnTitle(text: string, name: Occurrence): boolean {
  return (
    /\b(?:we are|we['’]re|is|as|been|became)\s(?:also\s)?(?:an?|the)\s[^.;]{0,60}$/i.test(
      text.slice(Math.max(0, name.start - 80), name.start),
    ) && /^\s(?:[\w-]+\s){0,4}partner\b/i.test(text.slice(name.end, name.end + 60))
  );
}

function isBesideFirm(text: string, name: Occurrence): boolean {
  return /^\s+(?:Marketplace|(?:Advanced|Premier|Consulting|Select|Gold)\s+(?:\w+\s+){0,2}Partner)/.test(
    text.slice(name.end, name.end + 48),
  );
}

/** "degree in Statistics, Machine Learning or a related field". */
function isFieldOfStudy({ cues, text }: Sentence, name: Occurrence): boolean {
  if (name.spelling.name.kind !== 'skill') return false;
  const degree = cues.findLast(({ meaning, end }) => (meaning & CUE.degree) !== 0 && end <= name.start);
  if (degree !== undefined && !isCutOff(cues, text, degree.end, name.start)) return true;
  const after = cues.find(({ meaning, start }) => (meaning & (CUE.degree | CUE.field)) !== 0 && start >= name.end);
  if (after === undefined) return false;
  const gap = text.slice(name.end, after.start);
  if ((after.meaning & CUE.degree) !== 0)
    return /^\s+(?:or (?:an? )?(?:related|similar|relevant|comparable)\s*\w*\s*)?$/i.test(gap);
  return degree !== undefined && !isCutOff(cues, text, degree.end, name.start);
}

/** Whether a degree's list of fields is over before the name: "…and experience with", "or related field", ";". */
function isCutOff(cues: readonly Cue[], text: string, from: number, to: number): boolean {
  const aside = EXPERIENCE_TOO.exec(text.slice(from, to));
  if (aside !== null) return isCutOff(cues, text, from + aside[0].length, to);
  if (/;|\bplus\b|\bwith\b|\busing\b|\.\s+[A-Z]/.test(text.slice(from, to))) return true;
  const cuts = CUE.requiredOn | CUE.field | CUE.preferredOn;
  return cues.some(({ start, end, meaning }) => {
    if (start < from || end > to || (meaning & cuts) === 0 || (meaning & CUE.degree) !== 0) return false;
    return (
      (meaning & CUE.field) === 0 ||
      !/^\s*(?:\(|,?\s*(?:such as|like|e\.g|including|:))/.test(text.slice(end, end + 16))
    );
  });
}

/** "a degree, or equivalent experience, in statistics". */
const EXPERIENCE_TOO =
  /^,?\s(?:or|with|and)\s(?:an?\s)?(?:equivalent|comparable|similar|relevant)\s(?:\w+\s)?experience,?(?=\sin\s)/i;

function isPreferred(sentence: Sentence, name: Occurrence): boolean {
  const { cues, text, start: sentenceStart } = sentence;
  if (isMarkedDesirable(sentence, name)) return true;
  return cues.some((cue) => {
    const { start, end, meaning } = cue;
    if ((meaning & (CUE.preferredBack | CUE.preferredOn)) === 0) return false;
    const isFirst =
      /^[\s\W\d]*$/.test(text.slice(Math.max(sentenceStart, start - 12), start)) && start - sentenceStart < 12;
    if (end <= name.start) {
      return ((meaning & CUE.preferredOn) !== 0 || isFirst) && reachesOn(cues, text, cue, name.start);
    }
    return (meaning & CUE.preferredBack) !== 0 && start >= name.end && reachesBack(cues, text, name.end, cue);
  });
}

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
function reachesBack(cues: readonly Cue[], text: string, from: number, { start }: Cue): boolean {
  const gap = text.slice(from, start);
  if (/;|\bbut\b|\bwhile\b|\bwhereas\b/.test(gap)) return false;
  const open = gap.lastIndexOf('(');
  if (open >= 0 && !gap.includes(')', open))
    return open <= 2 && /^\s*(?:strongly|highly|is|very much)?\s*$/i.test(gap.slice(open + 1));
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

/** "Should have worked in AWS, knowledge of Azure is a plus": the wish has asking words of its own, as has the name. */
function isOwnWish(cues: readonly Cue[], text: string, from: number, start: number, meaning: number): boolean {
  if ((meaning & CUE.requiredOn) === 0 || !/[,|]\s(?:and\s)?$/.test(text.slice(Math.max(from, start - 6), start)))
    return false;
  return cues.some((cue) => (cue.meaning & CUE.requiredOn) !== 0 && cue.end < from);
}

/** Words of asking before it, "required" after it, or "AWS experience". */
function isRequired(sentence: Sentence, name: Occurrence): boolean {
  return (
    ((sentence.said & (CUE.person | CUE.loose)) !== 0 && WITH_THEM.test(beforeName(sentence, name))) ||
    sentence.cues.some((cue) =>
      cue.end <= name.start ? asksOn(sentence, cue, name) : cue.start >= name.end && asksBack(sentence, cue, name),
    )
  );
}

/** "Looking for a Python developer with AWS", "we want people who know AWS". */
const WITH_THEM =
  /\b(?:looking for|seek(?:s|ing)?|hiring|want(?:s|ed)?|needs?|search(?:ing)? for)\b[^.;]{0,60}?\b(?:\w*(?:developer|engineer|scientist|analyst|architect|consultant|specialist|expert|manager|candidate|person|people|someone|somebody|administrator|programmer|researcher|lead|professional|team.?mate|colleague)s?)\b[^.;]{0,30}?(?:(?<!\b(?:work|works|working|build|building|deal|dealing|help|helping|start|starting)) with|\bwho (?:know|has|have|can|master)\w*)\b(?![^.;]*\b(?:runs? on|to (?:build|work|help|run|design|move|develop))\b)[^.;]{0,60}$/i;

function beforeName({ text, start }: Sentence, name: Occurrence): string {
  return text.slice(Math.max(start, name.start - 200), name.start);
}

function asksOn({ cues, section }: Sentence, { end, meaning }: Cue, name: Occurrence): boolean {
  if ((meaning & CUE.requiredOn) === 0) return false;
  return (meaning & CUE.loose) === 0 || (section !== 'duties' && !isPastStack(cues, end, name.start));
}

function asksBack({ text }: Sentence, { start, meaning }: Cue, name: Occurrence): boolean {
  const gap = text.slice(name.end, start);
  if ((meaning & CUE.requiredBack) !== 0) return !/[.;]|\bbut\b/.test(gap);
  return (meaning & (CUE.requiredOn | CUE.loose)) === CUE.requiredOn && gap.length <= BESIDE && NOUN_GAP.test(gap);
}

/** Between a name and "experience": other names, no clause of its own. */
const NOUN_GAP = /^(?!.*\b(?:and it|it|which|that|you|we|with|so|is|are)\b)[^.;:]*$/;

/** "We need somebody for our platform, which runs on …" */
function isPastStack(cues: readonly Cue[], from: number, to: number): boolean {
  return cues.some(({ start, end, meaning }) => (meaning & CUE.stack) !== 0 && start >= from && end <= to);
}
