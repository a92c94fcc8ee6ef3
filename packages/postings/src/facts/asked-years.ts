import { lineStart, sentenceEnd, sentenceStart } from './around.ts';

/** Where years stand in a text, and how they are written. */
export type Written = {
  readonly start: number;
  readonly end: number;
  readonly isFloor: boolean;
  readonly isRange: boolean;
};

/** After the word: "three years or more", "4 years plus". */
const MORE_AFTER = /^(?:['’]s?)?[\s*_]*(?:\+|plus\b|(?:or|and)\s+(?:more|above|over|longer|up)\b)/i;

/** With what the words of it begin. */
const FIRST_OF_MORE: ReadonlySet<string> = new Set(['or', 'pl', 'an']);

/** Whether it may follow at `end`: most often a blank and a word of another kind do. */
function mayBeMore(text: string, end: number): boolean {
  const letter = text.charCodeAt(end + 1) | 32;
  const isWord = text.charCodeAt(end) === 32 && letter >= 97 && letter <= 122;
  return !isWord || FIRST_OF_MORE.has(text.slice(end + 1, end + 3).toLowerCase());
}

export const isMoreAfter = (text: string, end: number): boolean =>
  mayBeMore(text, end) && MORE_AFTER.test(text.slice(end, end + 16));

/** Right after the years: what a person has done for so long. */
const DONE =
  /^['’]?s?\s*\)?(?:\s+(?:or\s+(?:more|longer|above)|plus|and\s+(?:more|above|up)))?\s*(?:\((?:minimum|min\.?|preferred|required|or\s+more)\)\s*)?(?:post-?(?:phd|doc\w*|grad\w*|qualif\w*)|(?:of\s+)?(?:(?:relevant|professional|commercial|practical|proven|related|direct|total|overall|full-?time|hands-on|solid|progressive\w*|industry|post-?\w+|working|work)[\s,]+){0,3}(?:experiences?|exp\b|expertise|background|practice|exposure|seniority|track\s+record|work(?:ed|ing)?\b|building|developing|designing|managing|leading|running|doing|being|programming|coding|writing|shipping|operating|applying|using|delivering|teaching|research\w*|engineering|software|development|industry)|(?:of\s+)?(?:software|data|machine|ml|ai|python|sql|cloud|back-?end|front-?end|full-?stack|web|systems?|platform|product|applied|analytics?|consult\w*|professional|leadership)\s+\w+|in\s+(?:an?\s+|the\s+|similar\s+)?(?!total\b|a\s+row|business|operation|advance|prison|existence|the\s+making|length)[\w-]+|of\s+(?:it|that|this|which|them|those)\b|worth\s+of\b|after\s+(?:(?:an?|the|your|their)\s+)?(?:ph\.?\s?d|doctora\w+|degree|graduat\w+|master|qualif\w+|diploma|stud\w+)|as\s+(?:an?\s|the\s)?\w+|on\s+(?!the\s+(?:market|road))\w+|with\s+(?!us\b|the\s+(?:option|possib)|an?\s+(?:option|possib))\w+|(?:at|within)\s+(?:an?|the)\s)/i;
/** Further on in the sentence, or before the years in it. */
const EXPERIENCE = /\b(?:experiences?|exp|expertise|background|track\s+record|hands[- ]on|yoe|worked)\b/i;

/** After the years: what is not experience asked for. */
const NOT_AFTER =
  /^(?:['’]?s?)?[\s-]*(?:ago|old\b|of\s+age|in\s+a\s+row|(?:fixed\s+|initial\s+)?(?:contract|term|post(?![-\w])|appointment|assignment|placement|fellowship|scheme|rotation|mandate|lease|warranty)|fixed|programm?e|plan|deal|warrant|degree|roadmap|vest\w*|cliff|anniversary|of\s+(?:funding|growth|history|graduate|progressively\s+higher|education|study|college|higher|service\s+to|success|continuous|parental|runway|innovation|excellence|leave|age|archives?|records?|operation|existence|handwritten|data\s+(?!engineer|scien|analy|model|work|platform|manage|wareh|architect|quality|governance|vis))|course|later|from\s+now|in\s+business(?!\s+(?:intel|anal|dev|oper|admin|consult|applic))|on\s+the\s+market|renewable|visa|initial|with\s+(?:us\b|(?:the\s+)?(?:option|possib|extension))|position|running\s*[.,;]|running$|to\s+(?:come|replace|build|run)|after\s+(?!.{0,30}\bexperience|(?:(?:an?|the|your|their)\s+)?(?:ph\.?\s?d|doctora|degree|graduat|master|qualif|diploma|stud))|(?:criminal\s+)?background\s+(?:check|investig|screen)|(?:employment|address|residen\w+|work|travel)\s+histor|until|before)/i;
/** Before the years: time that passes, or the age of somebody. */
const NOT_BEFORE =
  /(?:\b(?:(?<!\b(?:no|not)\s)less\s+than|last|past|next|first|every|within|after|since|coming|previous|final|recent|spend|for\s+(?:over|almost|nearly|more\s+than|the)|in\s+(?:just|only|under)|(?:our|its|their|his|her|celebrat\w+)|founded|established|aged?|each|period\s+of|lasting|grow\w*\s+(?:\w+\s+){0,3}over|billion\s+over|million\s+over|vests?\s+over|up\s+to\s+a)\s+(?:the\s+)?(?:\w+\s+)?(?:about\s+|over\s+)?)$/i;
const OF_ASKING =
  /(?:minimum|total|least|experience|excess|range|background|combination|upwards|maximum)\s+of\s+(?:about\s+)?$|\bat\s+least\s+$/i;
/** Time that somebody has lived, held or been something. */
const OF_LIFE =
  /\b(?:lived?|living|resid\w+|settled|licen[cs]e|clearance|citizen\w*|married|aged?|stay|remain\w*|commit\w*|valid|term|data(?=\s+(?:for|is|are|must|has|have|back)\b)|archives?)\b[^.;\n]{0,60}$/i;
/** The years of a company: "we have 30 years of experience", "our 20 years"; "for 12 years". */
const OF_COMPANY_OR_FOR =
  /\b(?:we|we['’]ve|our|company|firm|acme|team|founded|bringing|combined(?!\s+(?:education|equivalent))|clients|customers|together|collective\w*|history|leader|legacy|has\s+been|have\s+been|trusted)\b[^.]{0,60}$|\bfor\s+$/i;
/** "With over 25 years of experience, Acme is a leader". */
const WITH = /^\W*(?:with|for|over|backed\s+by|drawing)\s+(?:\w+\s+){0,3}$/i;
const THEN_COMPANY =
  /^[^.;\n]{0,60},\s+(?:we\b|our\b|the\s+(?:company|firm)|[A-Z][\w&]+\s+(?:is|has|are|was|offers|helps|provides|serves)\b)/;
const ASKS =
  /\b(?:you|you['’]ve|you['’]d|require|requires|required|must|minimum|at\s+least|need|needs|looking|seek|candidate|applicant|ideal|qualif\w*|expect|want|wants|hire|hiring|prefer\w*|asks?|asking|looks?\s+for|hope|(?:would|['’]d)\s+like|requirements?|someone|somebody|has\s+\w+\s+experience)\b/i;
/** "have worked as a statistician for five years or longer". */
const DONE_FOR =
  /\b(?:have|has|having|['’]ve)\s+(?:\w+\s+)?(?:worked|been|done|built|shipped|written|programmed|coded|led|managed|run|designed|operated|taught|used|developed|engineered|analy[sz]ed)\b[^.;\n]{0,70}\bfor\s+$/i;
const OURS = /\b(?:we|our|us|company|firm|founders?|team)\b|\b(?:we|it|there)['’]/i;
/** "Our founder spent six years building ships". */
const SPENT =
  /(?:\b(?:I|we|he|she|they)|\b[Ff]ounders?|\b[Tt]eam|\b(?!You\b|Candidates\b|Applicants\b|Some)[A-Z][a-z]+)(?:['’](?:ve|d|s))?(?:\s+(?:has|have|had|both|each|all)){0,2}\s+spent\s+(?:\w+\s+){0,2}$/;
/** "studies of at least four years". */
const OF_STUDIES =
  /\b(?:stud(?:y|ies)|education|degrees?|diploma|programm?e|course)\s+(?:of|lasting|that\s+(?:lasts?|took|take))\s+(?:at\s+least\s+|a\s+minimum\s+of\s+)?$/i;
/** "2+ years of managing engineers, after 6+ years of being one". */
const AFTER = /\bafter\s+$/i;

/**
 * "5+ years Python": a bullet or line that begins with the years; "- two years of night shifts", "b) 6 years, of which two
 * in trade": only a bullet or a number of the list.
 */
function isListed(text: string, start: number, rest: string): boolean {
  const isName = /^['’]?s?\s+[A-Z(]/.test(rest);
  if (!isName && !LISTED.test(rest)) return false;
  const lead = text.slice(lineStart(text, start, 40), start);
  return isName
    ? /^[\s\-–*•·▪●◦✓✔➤o>]*(?:at\s+least|minimum|min\.?|over|more\s+than)?[\s\w]{0,14}$/i.test(lead)
    : /^\s*(?:[-–*•·▪●◦✓✔➤]|\d{1,2}(?:\.\d{1,2})?[.)]?|[a-z][.)])\s+(?:about\s+|some\s+)?$/.test(lead);
}
const LISTED = /^['’]?s?(?:\s+(?:of|in|with|as|on)\s|,?\s+\(?(?:out\s+of|of|\w+\s+of)\s+(?:which|them|those|these)\b)/;

/** "Two years of mending other people's pipelines", as a sentence of its own. */
const DOING = /^\s+of\s+(?!(?:fund|train|learn|park|hous|grow|wait|fail|work)ing\b)[a-z]{2,12}ing\s/;

/** "GenAI Developer | 4 - 7 Yrs | Hyderabad". */
const isAlone = (text: string, { start, end }: Written) =>
  /^\s*(?:[|·•\n)]|$)/.test(text.slice(end, end + 4)) &&
  /(?:^|[|·•\n(])\s*$/.test(text.slice(Math.max(0, start - 3), start));

const FLOOR_BEFORE =
  /\b(?:at\s+least|min(?:imum)?\.?(?:\s+of)?|no\s+(?:fewer|less)\s+than|more\s+than|not\s+less\s+than)\s*:?\s*$/i;

function isOfCompany(before: string, rest: string): boolean {
  if (before.includes('spent') && SPENT.test(before)) return !ASKS.test(before);
  if (WITH.test(before)) return THEN_COMPANY.test(rest);
  if (DONE_FOR.test(before) && !OURS.test(before)) return false;
  return OF_COMPANY_OR_FOR.test(before) && !ASKS.test(before);
}

const isFloorOfJob = (before: string, isFloor: boolean) =>
  (isFloor || FLOOR_BEFORE.test(before)) && !OF_LIFE.test(before);

/** Whether words stand before the years: a bullet or a number of the list says nothing. */
function hasLetter(written: string): boolean {
  for (let at = 0; at < written.length; at++) {
    const code = written.charCodeAt(at) | 32;
    if (code >= 97 && code <= 122) return true;
  }
  return false;
}

const isOtherTime = (before: string, isFloor: boolean) =>
  NOT_BEFORE.test(before) && !OF_ASKING.test(before) && !(isFloor && AFTER.test(before));

/** Asterisks and underscores of bold type around the years say nothing. */
const isBold = (code: number) => code === 42 || code === 95;
const MOST_BOLD = 3;

function boldStart(text: string, start: number): number {
  let at = start;
  while (at > start - MOST_BOLD && isBold(text.charCodeAt(at - 1))) at -= 1;
  return at;
}

function boldEnd(text: string, end: number): number {
  let at = end;
  while (at < end + MOST_BOLD && isBold(text.charCodeAt(at))) at += 1;
  return at;
}

const isDone = (rest: string, isLed: boolean) => DONE.test(rest) || (!isLed && DOING.test(rest));

/** Whether years that are written at `at` are years of experience that the job asks for. */
export function isAsked(text: string, at: Written): boolean {
  const { isFloor } = at;
  const start = boldStart(text, at.start);
  const end = boldEnd(text, at.end);
  const rest = text.slice(end, Math.min(end + 110, sentenceEnd(text, end, 110)));
  if (NOT_AFTER.test(mayBeMore(text, end) ? rest.replace(MORE_AFTER, '') : rest)) return false;
  const before = text.slice(Math.max(sentenceStart(text, start, 100), start - 100), start);
  const isLed = hasLetter(before);
  if (isLed && (isOtherTime(before, isFloor) || isOfCompany(before, rest) || OF_STUDIES.test(before))) return false;
  if (isLed ? isFloorOfJob(before, isFloor) : isFloor) return true;
  if (at.isRange && isAlone(text, at)) return true;
  return isDone(rest, isLed) || EXPERIENCE.test(rest) || EXPERIENCE.test(before) || isListed(text, start, rest);
}
