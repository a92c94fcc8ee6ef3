import { DEGREES, type Degree, type EducationFinding } from '../posting.ts';
import { lineAbove, lineStart, sentenceEnd, sentenceStart } from './around.ts';
import { isPreferred } from './preference.ts';
import { endAt, hasMark, marksWith, type Scan, scanText, startAt, wordAt } from './scan.ts';
import { ROLE, WORDS } from './vocabulary.ts';

/** At a word of the vocabulary: what makes it a degree, tested from the start of the word. */
const AT_WORD: readonly (readonly [degree: Degree, words: RegExp, pattern: RegExp])[] = [
  ['doctorate', /^(?:ph|phd)$/, /Ph\.?\s?D(?![a-rt-z])\.?(?!s\b)/iy],
  ['doctorate', /^(?:doctorate|doctoral|dphil)$/, /\w+/y],
  ['master', /^masters$/, /Masters?(?:\s+degree)?/iy],
  [
    'master',
    /^master$/,
    /Master(?:['’´]?s)?(?:[\s-]+(?:degree|with\b|level|studies|of\s+(?:science|arts|engineering|business|technology|computer))|(?=\s*(?:\/|,|or\b|and\b|preferred|required|in\s+[A-Z]|\)))(?<=['’]s|master))/iy,
  ],
  ['master', /^(?:msc|mtech|meng|mba|mca)$/, /\w+/y],
  [
    'master',
    /^(?:ms|ma)$/,
    /(?:MS|MA)(?=\s*(?:\/|,?\s*or\s+(?:PhD|Ph\.D|higher|equiv|doctor)|in\s+[A-Za-z]|degree|,\s*(?:PhD|Ph\.D)|\)|(?<=\b(?:an|or|a)\s+M[SA])\s+(?:with|plus|and|preferred|required)\b))/y,
  ],
  ['master', /^(?:postgraduate|graduate)$/, /(?:post)?graduate\s+(?:degree|qualification)/iy],
  [
    'bachelor',
    /^(?:bachelor|bachelors|baccalaureate)$/,
    /\w+(?:['’´]?s)?(?:\s+(?:degree|of\s+(?:science|arts|engineering|technology)))?/iy,
  ],
  ['bachelor', /^undergraduate$/, /undergraduate\s+(?:degree|level|qualification)/iy],
  ['bachelor', /^(?:bsc|btech|beng|bba|bca)$/, /\w+/y],
  [
    'bachelor',
    /^(?:bs|ba|be)$/,
    /BS(?!\s*(?:EN|ISO|\d|OHSAS))(?![\p{L}\p{N}])|(?:BA|BE)(?=\s*(?:\/|,?\s*or\s+(?:MS|M\.|PhD|Ph\.D|BS|BA|higher|equiv|B\.)|in\s+[A-Za-z]|degree|,\s*(?:MS|PhD|B\.|M\.)|\)))/uy,
  ],
  ['bachelor', /^b$/, /B\.\s?(?:S|A|E|Sc|Tech|Eng|Com|Ed)\b\.?/y],
  ['master', /^m$/, /M\.\s?(?:S|A|E|Sc|Tech|Eng|Com)\b\.?/y],
  ['associate', /^hnd$/, /HND/y],
  ['bachelor', /^(?:licenciatura|licentiate|laurea|licence)$/, /(?:licenciatura|licentiate|laurea|Licence\s+en)\b/iy],
  ['associate', /^associates?$/, /associate(?:['’]?s?)?\s+degree/iy],
  ['secondary', /^levels$/, /(?<=\bA[-\s])levels/iy],
  ['secondary', /^(?:diploma|ged)$/, /GED\b|diploma/y],
];
const GRADUATE_BEFORE = /(?:advanced|higher|post-?graduate|graduate)\s+$/i;
const SCHOOL_BEFORE = /(?:high\s+school|secondary(?:\s+school)?)\s+$/i;
/** "degree" alone: a university degree of any kind, or no degree at all ("a high degree of", "360 degree"). */
const DEGREE_BEFORE =
  /(?:university|college|4[- ]year|four[- ]year|stem|technical|relevant|related|quantitative|numerate|numerical|scientific|engineering|science|undergraduate|academic|honou?rs|completed|uni|a|your|good|first|hold\w*|have)\s+$/i;
const DEGREE_AFTER =
  /^\s*(?:in\b|or\s+(?:equivalent|diploma|similar|comparable|higher|above|an?\s+masters?|masters?|ph\.?d)|[/,]\s?(?:masters?|ph\.?d|diploma)|required|preferred|from\b|level|qualified|educated|\(|:|,?\s*ideally|is\s+(?:required|preferred|a\s+plus|nice))/i;
const NO_DEGREE_AFTER = /^\s*(?:of\b|to\s+which|view|feedback|celsius|angle|video|field|program)/i;
/** Degrees of others: "our founders are PhDs", "mentor Master's students". */
const OF_OTHERS =
  /(?:\b(?:our|founders?|team\s+(?:of|includes)|led\s+by|mentor\w*|supervis\w*|students?|tuition|reimburse\w*|pursue|sponsor|fund\w*|towards?\s+(?:a|your))\b[^.\n]{0,50})$/i;
/** "To join our team, you have a". */
const YOU_HAVE = /\b(?:you(?:['’]ll)?\s+(?:have|hold|bring|need|must)|must\s+have|requires?|required)[^.\n]{0,24}$/i;
const OF_OTHERS_AFTER =
  /^(?:['’]?s?)\s*(?:students?|candidates?\s+(?:on\s+our|we)|interns|founders|researchers\s+(?:on|in)\s+our)/i;
const NO_NEED =
  /(?:\bno\s+(?:\w+\s+)?|without\s+an?\s+(?:\w+\s+)?|\b(?:(?:don|doesn|won|needn|do|does|will|need|are|is|isn|aren|never)(?:['’]?t)?\s+(?:not\s+)?(?:\w+\s+)?(?:need|require|care|ask|mind|look|expect|insist|matter|demand)\w*|whether\s+(?:or\s+not\s+)?you|not\s+(?:need|require)\w*|need(?:n['’]t|\s+not)\s+have)\b[^.;\n]{0,60})$/i;
const NO_NEED_AFTER =
  /^[\s?:–—-]*(?:is\s+|are\s+)?(?:not\s+(?:required|needed|necessary|a\s+must|essential|expected)|(?:isn|aren)['’]t\s+(?:required|needed|necessary|a\s+must|essential)|,?\s*or\s+not\b|optional|no\s+need|never\s+asked|(?:will|would|does|do)\s+neither\b|(?:(?:will|would|does|do)\s+not|(?:won|wouldn|doesn|don)['’]t)\s+(?:\w+\s+)?(?:matter|help|hurt|count|be\s+(?:needed|required|necessary))|makes?\s+(?:no|little)\s+difference|matters?\s+(?:little|less|not))/i;
const OR_EXPERIENCE =
  /(?:\bor\s+(?:an?\s+|the\s+)?(?:equivalent|comparable|similar|relevant|related|commensurate|practical|proven|work|working|professional|industry|extensive|demonstrable|hands-on)(?:[\s,/-]+\w+){0,3}?[\s-]+(?:experience|background|practice|work\b)|\bor\s+(?:the\s+)?equivalent\s*(?:[.,;)\n]|$)|\bequivalent\s+(?:practical|work|professional|industry|combination|experience|hands)|in\s+lieu\s+of|combination\s+of\s+(?:education|training|experience)|substitut\w+|or\s+(?:at\s+least\s+)?\d{1,2}\+?\s+years|or\s+experience|additional\s+(?:education\s+or\s+)?experience)/i;
const EQUIVALENT_DEGREE =
  /equivalent\s+(?:degree|doctoral|graduate|qualification|diploma|foreign|field|subject|discipline)/i;

type Kind = { readonly degree: Degree; readonly start: number; readonly end: number };
type Mention = Kind & { readonly isRequired: boolean };

const patternAt = (text: string, pattern: RegExp, at: number): number => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
};

type Patterns = readonly (readonly [degree: Degree, pattern: RegExp])[];
const BY_WORD = new Map<string, Patterns>(
  WORDS.degree
    .split(/\s+/)
    .map((word) => [
      word,
      AT_WORD.filter(([, words]) => words.test(word)).map(([degree, , pattern]) => [degree, pattern] as const),
    ]),
);
const patternsOf = (word: string): Patterns => BY_WORD.get(word) ?? [];

function kindAt(scan: Scan, index: number): Kind | undefined {
  const { text } = scan;
  const at = startAt(scan, index);
  const word = wordAt(scan, index);
  // "be", "ms", "ma" and single letters are degrees in capitals only.
  if (word.length <= 2 && text.charCodeAt(at) > 90) return undefined;
  if (word === 'degree' || word === 'degrees') return bareDegree(scan, at, endAt(scan, index));
  for (const [degree, pattern] of patternsOf(word)) {
    const end = patternAt(text, pattern, at);
    if (end < 0) continue;
    if (degree === 'secondary' && word === 'diploma' && !SCHOOL_BEFORE.test(text.slice(Math.max(0, at - 24), at)))
      return undefined;
    return { degree, start: at, end };
  }
  return undefined;
}

function bareDegree(scan: Scan, start: number, end: number): Kind | undefined {
  const { text } = scan;
  const before = text.slice(Math.max(0, start - 24), start);
  const after = text.slice(end, end + 60);
  if (NO_DEGREE_AFTER.test(after) || isNamedAfter(after)) return undefined;
  // "Bachelor's degree" is found at its first word.
  if (/(?:bachelor|master|doctora|associate|ph\.?\s?d|bs|ms|ba|bsc|msc)\S{0,4}\s+(?:level\s+)?$/i.test(before))
    return undefined;
  const isAtMaster = hasMark(scan, ROLE.degree, end, end + 60) && /^[^.;\n]{0,50}\bat\s+master/i.test(after);
  if (isAtMaster || GRADUATE_BEFORE.test(before)) return { degree: 'master', start, end };
  return DEGREE_AFTER.test(after) || DEGREE_BEFORE.test(before) ? { degree: 'bachelor', start, end } : undefined;
}

/** "Degree (Master's)": the one in parentheses says which; "degree (Master's preferred)" says what is enough. */
const NAMED_AFTER =
  /^\s*\(\s*(?:an?\s+|at\s+least\s+)?(?:bachelor|master|[bm]\.?\s?sc|[bm]\.?\s?eng|ph\.?\s?d|doctor)[^()\n]{0,40}\)/i;
const WISH = /prefer|ideal|desir|advantage|plus|bonus|nice|welcome/i;

function isNamedAfter(after: string): boolean {
  const named = NAMED_AFTER.exec(after)?.[0];
  return named !== undefined && !WISH.test(named);
}

/** "Not needed:" and "What they don't care about" above a list. */
const NO_NEED_HEADING =
  /\b(?:not[\s_]+(?:needed|required|necessary|important)|no[\s_]+need|need(?:n['’]t|\s+not)|(?:don['’]t|do\s+not|won['’]t)\s+(?:\w+\s+)?(?:need|require|care|ask|mind|look|expect))\b[^.\n]{0,30}$/i;

/** A bullet, an article and perhaps a word before the degree. */
const LIST_LEAD = 24;

function isUnderNoNeed(text: string, start: number): boolean {
  const line = lineStart(text, start, LIST_LEAD);
  if (line > 0 && text.charCodeAt(line - 1) !== 10) return false;
  if (!/^[\s\-–—*•·▪●◦✓✔✗✘➤»>+]*(?:an?\s+|the\s+)?[\w.'’]*\s*$/i.test(text.slice(line, start))) return false;
  for (let at = line, lines = 0; lines < 5 && at > 0; lines++) {
    const above = lineAbove(text, at);
    if (above === undefined) return false;
    const written = text.slice(above.start, above.end);
    if (!/^\s*(?:[-–—*•·▪●◦✓✔✗✘➤»>+]|\d[.)])\s/.test(written))
      return NO_NEED_HEADING.test(written.replace(/[\s:*_#]+$/, ''));
    at = above.start;
  }
  return false;
}

/** `next` is where the next degree stands. */
function mentionOf(scan: Scan, kind: Kind, next: number): Mention | undefined {
  const { text } = scan;
  const { start, end } = kind;
  const before = text.slice(Math.max(sentenceStart(text, start, 90), start - 90), start);
  const after = text.slice(end, end + 40);
  if (
    (OF_OTHERS.test(before) && !YOU_HAVE.test(before)) ||
    OF_OTHERS_AFTER.test(after) ||
    NO_NEED.test(before) ||
    NO_NEED_AFTER.test(after)
  )
    return undefined;
  if (isUnderNoNeed(text, start)) return undefined;
  return { ...kind, isRequired: !isWishedDegree(scan, kind, next) };
}

const OWN_WORD =
  /^[^,;(]{0,60}?\b(required|must|minimum|preferred|ideal\w*|desir\w+|plus|nice|advantage\w*|bonus|beneficial|asset)\b/i;

/** In "Bachelor's required, Master's preferred" each degree has a word of its own. */
function isWishedDegree(scan: Scan, { start, end }: Kind, next: number): boolean {
  const stop = sentenceEnd(scan.text, end, 70);
  const own = OWN_WORD.exec(scan.text.slice(end, Math.min(end + 70, stop, next)))?.[1];
  if (own !== undefined) return !/^(?:required|must|minimum)$/i.test(own);
  // "MSc in physics, PhD a plus": the wish belongs to the next degree.
  return isPreferred(scan, start, next);
}

const hasExperience = (text: string, { start, end }: Mention) => {
  const from = Math.max(sentenceStart(text, start), start - 120);
  const around = text.slice(from, Math.min(text.length, sentenceEnd(text, end, 240) + 60));
  const found = OR_EXPERIENCE.exec(around);
  return found !== null && !EQUIVALENT_DEGREE.test(around.slice(found.index, found.index + 40));
};

function kindsIn(scan: Scan): readonly Kind[] {
  const kinds: Kind[] = [];
  for (const index of marksWith(scan, ROLE.degree)) {
    const kind = kindAt(scan, index);
    if (kind !== undefined) kinds.push(kind);
  }
  return kinds;
}

/** The lowest degree that is required, or the lowest of all: from the lowest up, so that few are looked around. */
function lowestOf(scan: Scan): Mention | undefined {
  const kinds = kindsIn(scan);
  let wished: Mention | undefined;
  for (const degree of DEGREES) {
    for (const [at, kind] of kinds.entries()) {
      if (kind.degree !== degree) continue;
      const mention = mentionOf(scan, kind, kinds[at + 1]?.start ?? Number.POSITIVE_INFINITY);
      if (mention?.isRequired) return mention;
      wished ??= mention;
    }
  }
  return wished;
}

/** British classes of a degree. */
const CLASS =
  /^2(?::[12](?=\s+(?:or\s+(?:above|better|higher)|in\s+(?:an?y?|your)\s))|[:.][12](?=\s+(?:(?:honours\s+)?degree|honours)\b))/;

/** "A 2:1 or above in any subject". */
function classOf({ ids, starts, text }: Scan): Mention | undefined {
  for (let index = 0; index < ids.length; index++) {
    const start = starts[index] as number;
    if (ids[index] !== -1 || text.charCodeAt(start) !== DIGIT_TWO || !isClassMark(text.charCodeAt(start + 1))) continue;
    const length = CLASS.exec(text.slice(start, start + 24))?.[0].length;
    if (length !== undefined && ARTICLE.test(text.slice(Math.max(0, start - 16), start)))
      return { degree: 'bachelor', start, end: start + length, isRequired: true };
  }
  return undefined;
}
const ARTICLE = /(?:^|\b(?:an?|least|minimum|of|with|first|or)\s|[-•*–]\s|\n)\s*$/i;
const DIGIT_TWO = 50;
const isClassMark = (code: number) => code === 58 || code === 46;

export function educationOfScan(scan: Scan): EducationFinding | undefined {
  const lowest = lowestOf(scan) ?? classOf(scan);
  if (lowest === undefined) return undefined;
  const { degree, start, end, isRequired } = lowest;
  return {
    quote: scan.text.slice(start, end),
    start,
    end,
    degree,
    isRequired,
    orExperience: hasExperience(scan.text, lowest),
  };
}

/** The lowest degree that is enough. A degree that is only wished for counts where none is required. */
export const findEducation = (text: string): EducationFinding | undefined => educationOfScan(scanText(text));
