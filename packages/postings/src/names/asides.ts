import { CUE } from '../context/cue-phrases.ts';
import type { Cue } from '../context/cues.ts';
import type { SectionKind } from '../context/heading-phrases.ts';
import { SHAPE, UPPER } from '../text/fold.ts';
import { isFormerEmployer } from './careers.ts';
import { isFieldOfStudy } from './fields-of-study.ts';
import { listAround } from './lists.ts';
import { isMakerItself } from './makers.ts';
import type { Occurrence } from './occurrences.ts';
import { ASKED_SECTIONS, afterName, BESIDE, beforeName, type Sentence } from './sentence.ts';
import { isPreferred } from './wishes.ts';

/** Not about the work: the company, benefits, the law, the way to apply, a field of study, a partner, an award. */
export function isAside(sentence: Sentence, name: Occurrence): boolean {
  const { said } = sentence;
  if (NEVER_ASKED.has(sentence.section)) return true;
  if ((said & CUE.apply) !== 0 && isOfApplying(sentence, name)) return true;
  if (isNotWanted(sentence, name)) return true;
  if ((said & (CUE.firms | CUE.among)) !== 0 && isAmongFirms(sentence, name)) return true;
  if (isFieldOfStudy(sentence, name) || isBoilerplate(sentence, name, said)) return true;
  if (isFormerEmployer(sentence, name) || isMakerItself(sentence, name)) return true;
  return isOfTrade(sentence, name) || isOfCompany(sentence, name);
}

function isOfTrade(sentence: Sentence, name: Occurrence): boolean {
  const { said } = sentence;
  return (
    ((said & CUE.budget) !== 0 && isPaidFor(sentence, name)) ||
    ((said & CUE.market) !== 0 && isShop(sentence, name)) ||
    ((said & CUE.stack) !== 0 && isOfCustomers(sentence))
  );
}

/** "We sell to banks. They run on AWS." */
function isOfCustomers({ section, text, start }: Sentence): boolean {
  if (ASKED_SECTIONS.has(section) || !THEY.test(text.slice(start, start + THEY_REACH))) return false;
  return CUSTOMERS.test(text.slice(Math.max(0, start - CUSTOMERS_REACH), start));
}

const THEY = /^\s*(?:they|their)\b/i;
const THEY_REACH = 12;
const CUSTOMERS_REACH = 200;
const CUSTOMERS =
  /\b(?:our|whose) (?:\w+ )?(?:customers|clients|users)\b|\bwe (?:sell|serve|supply|help|advise|work for)\b|\b(?:used by|sold to)\b/i;

/** "a training budget, which many use for AWS courses", under whatever heading. */
function isPaidFor({ cues, text }: Sentence, name: Occurrence): boolean {
  return cues.some(
    ({ end, meaning }) =>
      (meaning & CUE.budget) !== 0 &&
      end <= name.start &&
      name.start - end <= LONGEST_BUDGET &&
      !text.slice(end, name.start).includes(';'),
  );
}

const LONGEST_BUDGET = 120;

/** "on the AWS and Azure marketplaces", "marketplaces such as that of AWS": where the product is sold. */
function isShop({ cues, names, section, said, text }: Sentence, name: Occurrence): boolean {
  if (ASKED_SECTIONS.has(section) || (said & (CUE.person | CUE.boilerplate)) === CUE.person) return false;
  const [first, last] = listAround(text, names, names.indexOf(name), SHOPS_REACH);
  const [from, to] = [names[first]?.start ?? name.start, names[last]?.end ?? name.end];
  return cues.some(({ start, end, meaning }) => {
    if ((meaning & CUE.market) === 0 || Math.max(start - to, from - end) > BESIDE) return false;
    return start >= to ? BEFORE_SHOP.test(text.slice(to, start)) : AFTER_SHOP.test(text.slice(end, from));
  });
}

/** Names of a list that are looked at. */
const SHOPS_REACH = 12;
const BEFORE_SHOP = /^(?:['’]s)?\s(?:cloud\s|public\s)?$/i;
const AFTER_SHOP =
  /^(?:[\s(:]|such as|like|that|those|the|of|at|for|to|into|with|including|all|both|two|three|big|major|clouds?)+$/i;

/** The way to apply: in a part about the work only what stands beside the words ("a link to your GitHub"). */
function isOfApplying(sentence: Sentence, name: Occurrence): boolean {
  const { cues, section, text } = sentence;
  if (!ASKED_SECTIONS.has(section)) return !HELD.test(beforeName(sentence, name));
  return cues.some(
    ({ start, end, meaning }) =>
      (meaning & CUE.apply) !== 0 &&
      Math.max(start - name.end, name.start - end) <= BESIDE_APPLYING &&
      !text.slice(Math.min(end, name.end), Math.max(start, name.start)).includes('|'),
  );
}

const BESIDE_APPLYING = 50;
/** "If you hold the CKA, say so in your application" */
const HELD =
  /\b(?:if you(?:['’]ve)?|should you) (?:already |also |happen to )?(?:hold|have|know|got|bring|passed)\b[^.;]{0,40}$/i;

function isNotWanted(sentence: Sentence, name: Occurrence): boolean {
  return isUnneeded(sentence, name) || ((sentence.said & DENIAL) !== 0 && isDenied(sentence, name));
}

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

function isOfCompany(sentence: Sentence, name: Occurrence): boolean {
  const { section, said } = sentence;
  if (!ASKED_SECTIONS.has(section) && (said & (CUE.legal | CUE.benefit)) !== 0) return true;
  const isOfWork = (said & (CUE.person | CUE.stack)) !== 0;
  if ((said & CUE.product) !== 0 && (said & CUE.person) === 0) return !ASKED_SECTIONS.has(section);
  if (section === 'benefits') return (said & CUE.requiredOn) === 0 || (said & CUE.person) === 0;
  if (section !== 'company' && (section !== 'other' || (said & CUE.company) === 0)) return false;
  return !isOfWork && !OWN_HOUSE.test(afterName(sentence, name)) && !BUILT_ON.test(beforeName(sentence, name));
}

/** "We make it all on AWS". */
const BUILT_ON = /\b(?:we|everything|all of it|all of this)\b[^.;,]{0,60}\bon\s$/i;

/** "We're an AWS shop": what the house works with. */
const OWN_HOUSE = /^[\s-](?:shop|house|native|first|only|based|centric)\b/i;

/** "customers such as …": what follows are firms. */
function isAmongFirms(sentence: Sentence, name: Occurrence): boolean {
  return sentence.cues.some((cue) => {
    const { meaning, start, end } = cue;
    if ((meaning & CUE.among) === 0)
      return (meaning & CUE.firms) !== 0 && end <= name.start && !isHeldUp(sentence, cue);
    return start >= name.end && start - name.end <= BESIDE && FIRMS_BEFORE.test(beforeName(sentence, name));
  });
}

/** "services backed by DynamoDB", "reports backed by statistics": things of the work, no firm with investors. */
function isHeldUp({ section, said, text, start: from }: Sentence, { start }: Cue): boolean {
  if (!BACKED.test(text.slice(start, start + 6))) return false;
  if (!ASKED_SECTIONS.has(section) && (said & CUE.person) === 0) return false;
  return !FIRM_BEFORE.test(text.slice(Math.max(from, start - FIRM_REACH), start));
}

const BACKED = /^backed/i;
const FIRM_REACH = 40;
const FIRM_BEFORE =
  /\b(?:we|company|firm|business|start-?up|scale-?up|studio|lab|vendor|fintech)(?:['’]re|\s(?:are|is|was))?(?:\s(?:also|well))?,?\s$/i;

/** "our customers, AWS (among them)". */
const FIRMS_BEFORE =
  /\b(?:our|the|their|its|whose)\s(?:\w+\s){0,2}(?:customers|clients|investors|partners|backers|users|competitors|suppliers|vendors|shareholders)\b,?\s[^.;]{0,60}$/i;

/** "no need for" before a name, "we removed it" after it, within one clause. */
function isDenied(sentence: Sentence, name: Occurrence): boolean {
  const { cues, text } = sentence;
  return cues.some(({ start, end, meaning }) => {
    if ((meaning & CUE.outside) !== 0) return isOutside(text, name, start, end);
    const isDenial = (meaning & CUE.denied) !== 0;
    if (start < name.end) {
      const isBefore = isDenial && end <= name.start && name.start - end <= BESIDE;
      return isBefore && !OTHER_SUBJECT.test(text.slice(end, name.start)) && !isSoftDenial(sentence, name, start);
    }
    if ((meaning & CUE.deniedBack) === 0 || start - name.end > BESIDE) return false;
    const gap = text.slice(name.end, start);
    return !(isDenial ? OTHER_DENIAL : OTHER_CLAUSE).test(gap) && !isSoftDenial(sentence, name, start);
  });
}

const DENIAL = CUE.denied | CUE.deniedBack | CUE.outside;

/** "Questions of access (AWS) are with others and not part of this job", "Not part of this job: AWS". */
function isOutside(text: string, name: Occurrence, start: number, end: number): boolean {
  if (start >= name.end) return start - name.end <= LONGEST_OUTSIDE && !CONTRAST.test(text.slice(name.end, start));
  return end <= name.start && name.start - end <= BESIDE && !CONTRAST.test(text.slice(end, name.start));
}

const LONGEST_OUTSIDE = 120;
const CONTRAST = /[;.]|\b(?:but|while|whereas|you)\b/;

/** "nice, not needed", "you need not know it, though it helps". */
function isSoftDenial(sentence: Sentence, name: Occurrence, at: number): boolean {
  const isOfNeed = /need|mandatory|required|necessary|have to/i.test(sentence.text.slice(at, at + 20));
  return isOfNeed && (sentence.said & (CUE.preferredBack | CUE.preferredOn)) !== 0 && isPreferred(sentence, name);
}

const OTHER_SUBJECT = /[;.]|\b(?:but|you)\b/;
const OTHER_DENIAL = /[;.]|\b(?:but|you|when|where|whether|if|why|that|so)\b/;
const OTHER_CLAUSE = /[;.]|\b(?:but|while|that|you|we|with|is|are|in|on|runs?|stays?|remains?)\b/;

function isBoilerplate(sentence: Sentence, name: Occurrence, said: number): boolean {
  if ((said & CUE.boilerplate) === 0) return false;
  const { cues, section, text } = sentence;
  if (section === 'requirements' || section === 'preferred')
    return isOwnTitle(sentence, name) || (section === 'requirements' && isBesideFirm(text, name));
  if (section === 'title') return false;
  const isAboutYou = section === 'duties' || (said & ABOUT_YOU) !== 0;
  return cues.some((cue) => {
    if ((cue.meaning & CUE.boilerplate) === 0 || isTask(sentence, cue) || isHeldUp(sentence, cue)) return false;
    // In duties partners are people to work with, unless the word is part of a title: "Microsoft Partner".
    if (section === 'duties' && SHAPE[text.charCodeAt(cue.start)] !== UPPER && !isOwnTitle(sentence, name))
      return false;
    const gap = cue.start >= name.end ? cue.start - name.end : name.start - cue.end;
    return gap <= (isAboutYou ? BESIDE : FAR);
  });
}

/** Of the reader, or of what is wished for: "Some Python is helpful for tools that nobody sells". */
const ABOUT_YOU = CUE.person | CUE.stack | CUE.preferredBack | CUE.preferredOn | CUE.requiredBack;
const FAR = 400;

/** "Integrate with …" at the start: something to do, not what a product does. */
function isTask({ text, start: from }: Sentence, { start, end, meaning }: Cue): boolean {
  return (
    (meaning & CUE.company) !== 0 && !/\w/.test(text.slice(from, start)) && !/^\w+s\b/.test(text.slice(start, end))
  );
}

/** "We are an AWS Advanced Tier partner and a Google Cloud partner", "Acme is a Microsoft Azure and AWS partner". */
function isOwnTitle(sentence: Sentence, name: Occurrence): boolean {
  return PARTNER.test(afterName(sentence, name)) && IS_A.test(beforeName(sentence, name));
}

const IS_A = /\b(?:we are|we['’]re|is|as|been|became)\s(?:also\s)?(?:an?|the)\s[^.;]{0,60}$/i;
const PARTNER = /^\s(?:[\w-]+\s){0,4}partner\b/i;

function isBesideFirm(text: string, name: Occurrence): boolean {
  return /^\s+(?:Marketplace|(?:Advanced|Premier|Consulting|Select|Gold)\s+(?:\w+\s+){0,2}Partner)/.test(
    text.slice(name.end, name.end + 48),
  );
}
