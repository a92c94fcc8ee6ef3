import { CUE } from '../context/cue-phrases.ts';
import type { Cue } from '../context/cues.ts';
import type { SectionKind } from '../context/heading-phrases.ts';
import type { Strength } from '../posting.ts';
import { isAlternative, isBareChoice, isEquallyGood } from './alternatives.ts';
import { isAside } from './asides.ts';
import { listAround } from './lists.ts';
import type { Occurrence } from './occurrences.ts';
import { afterName, BESIDE, beforeName, type Sentence } from './sentence.ts';
import { isAskedByPronoun, isCarriedOn, isPreferred, isWishedByPronoun, WISH } from './wishes.ts';

export type { Sentence } from './sentence.ts';

/** How a mention is meant, from the section, the sentence, and the words on its two sides. */
export function strengthOf(sentence: Sentence, place: number): Strength {
  const name = sentence.names[place];
  if (name === undefined) return 'boilerplate';
  if (!NEVER_ASKED.has(sentence.section) && isWishedByPronoun(sentence, name)) return 'preferred';
  if (isAside(sentence, name)) return 'boilerplate';
  return isOfHouse(sentence, name) ? 'stack' : strengthAtWork(sentence, place, name);
}

/** Of a name that is about the work. */
function strengthAtWork(sentence: Sentence, place: number, name: Occurrence): Strength {
  const { section } = sentence;
  if (section === 'preferred') return 'preferred';
  if (isInBrackets(sentence, name)) return 'stack';
  const isChoice = !TOLD_SECTIONS.has(section) && isEquallyGood(sentence, place);
  if (isWish(sentence, name, isChoice)) return isOnlyLikedBest(sentence, place, name) ? 'one-of' : 'preferred';
  if (section === 'stack' || isReason(sentence, name)) return 'stack';
  if (isChoice || (section === 'other' && isBareChoice(sentence))) return 'one-of';
  return strengthAsked(sentence, place, name);
}

/** Of a name that no words of a wish speak of. */
function strengthAsked(sentence: Sentence, place: number, name: Occurrence): Strength {
  if (!ASKING_SECTIONS.has(sentence.section) && !isRequired(sentence, name)) return 'stack';
  return isAlternative(sentence, place) ? 'one-of' : 'required';
}

/** Words of a wish; of a choice only clear ones: "ideally AWS, but Azure is just as fine" leaves either. */
function isWish(sentence: Sentence, name: Occurrence, isChoice: boolean): boolean {
  if (!isChoice) return isPreferred(sentence, name);
  return (sentence.said & WISH) !== 0 && isPreferred(sentence, name, CUE.leaning);
}

/** "AWS (preferred) or Azure": liked best, but another that is not wished for is enough. */
function isOnlyLikedBest(sentence: Sentence, place: number, name: Occurrence): boolean {
  if ((sentence.said & CUE.leaning) === 0 || TOLD_SECTIONS.has(sentence.section)) return false;
  if (!isAlternative(sentence, place) || isPreferred(sentence, name, CUE.leaning)) return false;
  return sentence.names.some(
    (other, at) => isRivalOf(name, other) && isAlternative(sentence, at) && !isPreferred(sentence, other),
  );
}

function isRivalOf({ spelling: { name } }: Occurrence, { spelling: { name: other } }: Occurrence): boolean {
  return other.kind === 'platform' && name.kind === 'platform' && other.vendor !== name.vendor;
}

const NEVER_ASKED: ReadonlySet<SectionKind> = new Set(['legal', 'apply', 'not-asked']);
/** Parts that tell of the work. */
const TOLD_SECTIONS: ReadonlySet<SectionKind> = new Set(['duties', 'stack']);
const ASKING_SECTIONS: ReadonlySet<SectionKind> = new Set(['requirements', 'title', 'education']);

/** "They run on AWS.", "(Ours is GCP.)" below a list of what is asked for: a sentence of its own that asks for nothing. */
function isOfHouse({ cues, names, text, start, section, said }: Sentence, name: Occurrence): boolean {
  if ((section !== 'requirements' && section !== 'preferred') || (said & ASKING) !== 0) return false;
  if ((names[0]?.start ?? 0) - start < SHORTEST_HOUSE) return false;
  const lead = text.slice(start, Math.min(name.start, start + HOUSE_REACH));
  if (OURS.test(lead)) return true;
  const house = HOUSE.exec(lead);
  if (house === null) return false;
  if (AT_WORK.test(text.slice(start + house[0].length, name.start))) return true;
  return cues.some(({ meaning, end }) => (meaning & CUE.stack) !== 0 && end <= name.start);
}

const ASKING = WISH | CUE.person | CUE.requiredOn | CUE.requiredBack;
/** Most lines of such a list begin with a name. */
const SHORTEST_HOUSE = 'We use '.length;
const HOUSE_REACH = 60;
const HOUSE =
  /^\s*(?:(?:today|currently|now|right now|at the moment|so far),?\s)?(?:we|they|everything|(?:my|our|the|their)\s(?:[\w-]+\s){0,2}(?:client|team|company|firm|business|bank|platform|stack|systems?|product|app|services|data|models|infrastructure))\b/i;
const OURS =
  /^\s*\(?\s*(?:ours|(?:our|the) (?:own |team's |company's )?(?:cloud|choice|provider|home))\s(?:is|are)\s$/i;
/** After whose work it is; an adverb may come first. */
const AT_WORK =
  /^(?:['’]re|['’]s)?\s(?:\w+\s)?(?:runs?|uses?|hosts?|deploys?|rely|relies|builds? on|works? (?:in|on|with)|(?:(?:is|are|sits?|lives?)\s)?(?:\w+\s)?on)\s/i;

/** "…, as our platform runs on AWS": why something is asked for tells what the team uses. */
function isReason({ cues, text, start, section }: Sentence, name: Occurrence): boolean {
  if (section !== 'requirements') return false;
  const stack = cues.findLast(({ meaning, end }) => (meaning & CUE.stack) !== 0 && end <= name.start);
  if (stack === undefined || name.start - stack.end > BESIDE) return false;
  return REASON.test(text.slice(Math.max(start, stack.start - 40), stack.end));
}

const REASON = /\b(?:as|since|because|seeing that|given that|considering)\b[^.;]*\b(?:we|our|us|everything|all)\b/i;

/** "scanned documents (we use Azure AI Vision)": in brackets stands what the team uses, unless a cloud is asked for. */
function isInBrackets({ cues, text, start, said }: Sentence, name: Occurrence): boolean {
  if ((said & CUE.stack) === 0) return false;
  const stack = cues.findLast(({ meaning, end }) => (meaning & CUE.stack) !== 0 && end <= name.start);
  if (stack === undefined || name.start - stack.end > BESIDE) return false;
  const before = text.slice(Math.max(start, stack.start - LONGEST_BEFORE_BRACKET), stack.start);
  return IN_BRACKETS.test(before) && !text.slice(stack.end, name.start).includes(')');
}

const LONGEST_BEFORE_BRACKET = 60;
const IN_BRACKETS = /^(?!.*\b(?:clouds?|platforms?|providers?|hyperscalers?|warehouses?)\b).*\((?:[\w ]{0,16} )?$/is;

/** Words of asking before it, "required" after it, or "AWS experience". */
function isRequired(sentence: Sentence, name: Occurrence): boolean {
  return (
    sentence.cues.some((cue) =>
      cue.end <= name.start ? asksOn(sentence, cue, name) : cue.start >= name.end && asksBack(sentence, cue, name),
    ) ||
    ((sentence.said & (CUE.person | CUE.loose)) !== 0 && WITH_THEM.test(beforeName(sentence, name))) ||
    (name.spelling.name.kind === 'platform' && isJobSought(sentence, name)) ||
    isAskedByPronoun(sentence, name) ||
    isLookedFor(sentence, name)
  );
}

/** "We're looking for Python, SQL and AWS": right after the words come names. */
function isLookedFor({ cues, names, text }: Sentence, name: Occurrence): boolean {
  const seeks = cues.find(
    ({ start, end, meaning }) =>
      (meaning & CUE.person) !== 0 && end <= name.start && SEEKING.test(text.slice(start, end)),
  );
  if (seeks === undefined) return false;
  const [first] = listAround(text, names, names.indexOf(name), LOOKED_FOR_REACH);
  const start = names[first]?.start ?? name.start;
  return start >= seeks.end && start - seeks.end <= BESIDE && PRAISE.test(text.slice(seeks.end, start));
}

/** Names of a list that are looked at. */
const LOOKED_FOR_REACH = 12;
const SEEKING = /^(?:looking for|searching for|in search of|seeking|we seek)$/i;
const PRAISE = /^\s(?:(?:solid|strong|good|some|real|decent|deep)\s)?$/i;

/** "They need two AWS engineers." */
function isJobSought(sentence: Sentence, name: Occurrence): boolean {
  return OCCUPATION.test(afterName(sentence, name)) && SOUGHT.test(beforeName(sentence, name));
}

const SOUGHT =
  /\b(?:looking for|seek(?:s|ing)?|hir(?:es?|ing)|recruiting|wants?|needs?|search(?:ing)? for)\s(?:an?|another|some|two|three|four|our (?:first|next)|\d{1,2})\s(?:[\w/-]+\s){0,2}$/i;
const OCCUPATION =
  /^\s(?:[\w/-]+\s){0,2}(?:engineer|developer|architect|consultant|administrator|specialist|expert|analyst|scientist|programmer)s?\b/i;

/** "Looking for a Python developer with AWS", "we want people who know AWS". */
const WITH_THEM =
  /\b(?:looking for|seek(?:s|ing)?|hiring|want(?:s|ed)?|needs?|search(?:ing)? for)\b[^.;]{0,60}?\b(?:\w*(?:developer|engineer|scientist|analyst|architect|consultant|specialist|expert|manager|candidate|person|people|someone|somebody|administrator|programmer|researcher|lead|professional|team.?mate|colleague)s?)\b[^.;]{0,30}?(?:(?<!\b(?:work|works|working|build|building|deal|dealing|help|helping|start|starting)) with|\bwho (?:know|has|have|can|master)\w*)\b(?![^.;]*\b(?:runs? on|to (?:build|work|help|run|design|move|develop))\b)[^.;]{0,60}$/i;

function asksOn(sentence: Sentence, { start, end, meaning }: Cue, name: Occurrence): boolean {
  if ((meaning & CUE.requiredBack) !== 0 && isCarriedOn(sentence.text, end, name.start)) return true;
  if ((meaning & CUE.requiredOn) === 0) return false;
  const { cues, section, text } = sentence;
  if ((meaning & CUE.loose) === 0) return !isOurDoing(sentence, start);
  if (section === 'duties' || isPastStack(cues, end, name.start)) return false;
  return !LATER.test(text.slice(Math.max(sentence.start, start - LATER_REACH), start));
}

/** "We have built it on AWS": what others did is not asked for. */
function isOurDoing({ text, start: from }: Sentence, start: number): boolean {
  return (
    DOING.test(text.slice(start, start + 6)) && OTHERS.test(text.slice(Math.max(from, start - OTHERS_REACH), start))
  );
}

const DOING = /^(?:have|worked|spent)\b/i;
const OTHERS = /\b(?:we|they|team|company|founders?|customers|clients)(?:['’]ve|\shave|\shas)?\s$/i;
const OTHERS_REACH = 24;

/** "Once you've moved us to AWS", "after half a year you've …": what will be done is not asked for. */
const LATER =
  /\b(?:once|when|until|till|by then|by the time|after|months?|years?|weeks?|what|everything|all)\b[^.;]*$/i;
const LATER_REACH = 30;

function asksBack({ text }: Sentence, { start, meaning }: Cue, name: Occurrence): boolean {
  const gap = text.slice(name.end, start);
  if ((meaning & CUE.requiredBack) !== 0) return !/[.;]|\b(?:but|whatever|whenever|wherever)\b/.test(gap);
  return (meaning & (CUE.requiredOn | CUE.loose)) === CUE.requiredOn && gap.length <= BESIDE && NOUN_GAP.test(gap);
}

/** Between a name and "experience": other names, no clause of its own. */
const NOUN_GAP = /^(?!.*\b(?:and it|it|which|that|you|we|with|so|is|are)\b)[^.;:]*$/;

/** "We need somebody for our platform, which runs on …" */
function isPastStack(cues: readonly Cue[], from: number, to: number): boolean {
  return cues.some(({ start, end, meaning }) => (meaning & CUE.stack) !== 0 && start >= from && end <= to);
}
