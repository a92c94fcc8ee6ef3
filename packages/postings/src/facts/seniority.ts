import type { Seniority, SeniorityFinding } from '../posting.ts';
import type { Line } from './around.ts';
import { endAt, markFrom, marksWith, type Scan, scanText, startAt, wordAt } from './scan.ts';
import { titleOf } from './title.ts';
import { ROLE } from './vocabulary.ts';

const LEVELS: Readonly<Record<string, Seniority>> = {
  intern: 'intern',
  internship: 'intern',
  trainee: 'intern',
  apprentice: 'intern',
  apprenticeship: 'intern',
  werkstudent: 'intern',
  student: 'intern',
  stagiaire: 'intern',
  fresher: 'junior',
  freshers: 'junior',
  early: 'junior',
  grad: 'junior',
  distinguished: 'principal',
  junior: 'junior',
  jr: 'junior',
  entry: 'junior',
  graduate: 'junior',
  associate: 'junior',
  mid: 'mid',
  medior: 'mid',
  intermediate: 'mid',
  ii: 'mid',
  i: 'junior',
  iii: 'senior',
  senior: 'senior',
  sr: 'senior',
  snr: 'senior',
  lead: 'lead',
  staff: 'staff',
  principal: 'principal',
  manager: 'manager',
  supervisor: 'manager',
  supervisory: 'manager',
  head: 'director',
  director: 'director',
  vp: 'executive',
  vice: 'executive',
  chief: 'executive',
  cto: 'executive',
  cio: 'executive',
  cdo: 'executive',
  caio: 'executive',
  president: 'executive',
  executive: 'executive',
};

/** Which word of a title decides: "Senior Director" is a director, "Lead Senior Engineer" leads. */
const WEIGHT: readonly Seniority[] = [
  'junior',
  'mid',
  'senior',
  'lead',
  'staff',
  'principal',
  'manager',
  'director',
  'intern',
  'executive',
];

const DECISIVE = (level: Seniority) => WEIGHT.indexOf(level);

const NO_FRESHERS = /no\s+freshers|freshers?\s+(?:need|can|may|please|should)\s+not/i;

/** In a title: words that look like a level and are none. */
const NO_LEVEL: ReadonlyMap<string, RegExp> = new Map([
  [
    'manager',
    /(?:product|project|program(?:me)?|account|case|relationship|success|community|content|delivery|scrum|risk|database|client|partner)\s+manager/i,
  ],
  ['staff', /(?:chief\s+of\s+staff|technical\s+staff|staff\s+aug|staffing)/i],
  ['lead', /lead[\s-]+(?:gen(?:\b|erat)|qualif|scor|time|nurtur|rout)|leads\b/i],
  ['executive', /(?:account|sales|marketing)\s+executive|executive\s+(?:assistant|branch|office)/i],
  ['head', /head(?!\s*(?:of|,|\)|$))/i],
  ['entry', /entry(?!\s*-?\s*level)/i],
  ['graduate', /graduate\s+(?:degree|school|student)/i],
  ['mid', /mid(?!\s*-?\s*(?:level|senior|career|weight)|\s+to\s+senior|\s+(?:[A-Z]|\/))/],
  [
    'associate',
    /associate\s+(?:director|principal|partner|vice|degree)|(?:solutions?\s+architect|developer|engineer)\s*[-–]\s*associate/i,
  ],
  ['i', /(?:[^\s]I|\bI(?:\s*[&/]|['’]|\s+[a-z]))/],
  ['ii', /Phase\s+II|II\s*(?:to|through|[-–])\s*I[IV]|\bI\s*(?:to|through|[-–])\s*II/],
  ['iii', /Phase\s+III|\bII?\s*(?:to|through|[-–])\s*III/],
  ['principal', /principal\s+(?:component|investigators?\b)|\w+['’]s?\s+principal/i],
  ['chief', /chief\s+of\s+staff/i],
  ['student', /(?<!working[ -])student|student\s+or\b/i],
  ['early', /early(?![ -]career)/i],
  ['grad', /(?<!new[ -])grad/i],
  ['fresher', NO_FRESHERS],
  ['freshers', NO_FRESHERS],
  ['vice', /vice(?!\s+president)/i],
]);

/** In running text: a level counts where the sentence speaks of the job itself. */
const OF_THE_JOB =
  /(?:\b(?:as\s+(?:an?|our|the)|looking\s+for|hiring|seeking|seeks?|(?:['’][rm]e?|are|is|am)\s+after|recruit|searching\s+for|search\s+of|recruiting|needs?|to\s+(?:add|hire)|(?:opening|vacancy|opportunity|requirement|position|role)s?\s+for|join\s+(?:us|our|the)(?:\s+\w+){0,4}\s+as|role\s+of|position\s+(?:of|is|as)|this\s+is|it['’]s|you(?:['’]ll|['’]d|\s+will|\s+would)\s+be|wants?|for\s+an?|serves?\s+as)\s+[*_'"“‘]{0,3}(?:an?\s+|our\s+(?:next\s+|first\s+)?|the\s+)?[*_'"“‘]{0,3}(?:[\w-]+[,]?\s+){0,2}|\b(?:seniority(?:\s+level)?|experience\s+level|level|job\s+level|career\s+level|grade)\s*[:\-–=\n]+\s*['"“]?(?:an?\s+)?|(?:^|\n)[\s*_]*(?:position|designation|job\s+title|vacancy|post)\s*:[\s*_]*)$/i;
const SOMEBODY =
  /\b(?:want|need|seek|seeking|looking\s+for|hiring|hire|prefer|expect)\s+(?:someone|somebody)\s+(?:\w+\s+)?$/i;
const OTHER_PEOPLE =
  /^(?:\s+\w+){0,2}\s*(?:leaders?(?:hip)?\b|management|stakeholders?|executives?|officials?|engineers\b|scientists\b|colleagues|members)/i;
/** "Level: ", "Position – a ". */
const LONGEST_LEAD = 8;
const LED_BY_SIGN = /[:\-–=\n]\s*['"“]?(?:an?\s+)?$/;
const ROLE_AFTER =
  /^\.?[\s-]*(?:level|II+\b)?[\s,/&\w-]{0,48}(?:engineer|scientist|developer|architect|analyst|researcher|manager|consultant|specialist|lead|director|position|role|intern|level|officer|hire|programmer|job|member\s+of\s+(?:the|our)\s+team|of\s+(?:data|ai|engineering|machine|analytics))\b/i;

function levelAt(scan: Scan, index: number): Seniority | undefined {
  const word = wordAt(scan, index);
  const level = LEVELS[word];
  if (level === undefined) return undefined;
  const start = startAt(scan, index);
  if (isLabelled(scan.text, start)) return level;
  const phrase = NO_LEVEL.get(word);
  return phrase?.test(scan.text.slice(Math.max(0, start - (word === 'i' ? 1 : 24)), endAt(scan, index) + 20))
    ? undefined
    : level;
}

const isColon = (code: number) => code === 58 || code === 61;

/** "Level: Senior", "seniority='mid'". */
const isLabelled = (text: string, start: number) =>
  (isColon(text.charCodeAt(start - 2)) || isColon(text.charCodeAt(start - 3))) &&
  /[:=]\s*['"“]$|[:=]\s$/.test(text.slice(Math.max(0, start - 3), start));

const found = (scan: Scan, index: number, level: Seniority): SeniorityFinding => {
  const [start, end] = [startAt(scan, index), endAt(scan, index)];
  return { quote: scan.text.slice(start, end), start, end, level };
};

/** The deciding level within a title's line. */
function inTitle(scan: Scan, from: number, to: number): SeniorityFinding | undefined {
  let best: SeniorityFinding | undefined;
  for (let index = markFrom(scan, from); index < scan.ids.length && startAt(scan, index) < to; index++) {
    const level = levelAt(scan, index);
    if (level !== undefined && (best === undefined || DECISIVE(level) > DECISIVE(best.level)))
      best = found(scan, index, level);
  }
  return best;
}

/** The head of a posting, where its title may stand in the middle of a line. */
const HEAD = 420;
const ROLE_BEFORE = /\b(?:engineer|scientist|developer|architect|analyst|consultant|specialist|programmer)\s+\($/i;
const TITLE_AFTER =
  /^(?:[\s-]+level)?(?:\s+(?:[A-Z][\w&/+.-]*|of|and|&)){0,4}?\s+(?:Engineer|Scientist|Developer|Architect|Analyst|Consultant|Specialist|Programmer|Researcher|Manager)/;

/** "Engineer (mid-level)", and a title that a lost line break glued into the head: "Full-timeSenior Data Engineer". */
function isBesideRole(scan: Scan, start: number, before: string, after: string): boolean {
  if (before.endsWith('(') && ROLE_BEFORE.test(before)) return /^(?:[\s-]*(?:level|senior|weight))?\)/i.test(after);
  const glue = scan.text.charCodeAt(start - 1);
  return start < HEAD && glue >= 97 && glue <= 122 && /[A-Z]/.test(scan.text[start] ?? '') && TITLE_AFTER.test(after);
}

/** Whether the words around a level in running text speak of the job: "looking for a Senior …", "Seniority level: …". */
function isOfTheJob(scan: Scan, index: number): boolean {
  const word = wordAt(scan, index);
  if (word.length < 2 || word === 'ii' || word === 'iii') return false;
  const [start, end] = [startAt(scan, index), endAt(scan, index)];
  const after = scan.text.slice(end, end + 80);
  const before = scan.text.slice(Math.max(0, start - 80), start);
  if (isBesideRole(scan, start, before, after)) return true;
  if (before.includes('some') && SOMEBODY.test(before)) return true;
  const isLed = LED_BY_SIGN.test(before.slice(-LONGEST_LEAD));
  if (!(isLed || ROLE_AFTER.test(after)) || !OF_THE_JOB.test(before)) return false;
  if (OTHER_PEOPLE.test(after.slice(0, 40)) && !/[:=]\s*['"“]?$/.test(before)) return false;
  return !(isLed && /^\s+(?:an?|the|our|and)\s/.test(after) && before.trimEnd().endsWith(':')); // "Position: lead a team"
}

function inText(scan: Scan): SeniorityFinding | undefined {
  for (const index of marksWith(scan, ROLE.level)) {
    if (!isOfTheJob(scan, index)) continue;
    const level = levelAt(scan, index);
    if (level === undefined) continue;
    const end = endAt(scan, index);
    const isMidSenior = level === 'mid' && /^(?:\W{0,2}|\s+to\s+)senior/i.test(scan.text.slice(end, end + 12));
    return isMidSenior ? found(scan, index + 1, 'senior') : found(scan, index, level);
  }
  return undefined;
}

/** The title of a file's own field, where the text does not hold it: an empty quote at the start. */
function ofField(scan: Scan, title: string): SeniorityFinding | undefined {
  const field = scanText(title);
  const own = inTitle(field, 0, title.length);
  if (own === undefined) return undefined;
  const at = scan.text.indexOf(title);
  return at < 0
    ? { quote: '', start: 0, end: 0, level: own.level }
    : { ...own, start: own.start + at, end: own.end + at };
}

/** Where the title in English ends: "Senior Analyst / Analyste principal en modélisation". */
function ownEnd(text: string, { start, end }: Line): number {
  const slash = text.slice(start, end).indexOf(' / ');
  return slash > 0 && ACCENTED.test(text.slice(start + slash, end)) ? start + slash : end;
}
const ACCENTED = /[à-ÿ]/;

export function seniorityOfScan(scan: Scan, title?: string): SeniorityFinding | undefined {
  if (title !== undefined) {
    const own = ofField(scan, title);
    if (own !== undefined) return own;
  }
  const line = titleOf(scan);
  const inLine = line === undefined ? undefined : inTitle(scan, line.start, ownEnd(scan.text, line));
  return inLine ?? inText(scan);
}

/**
 * The level of the role: by its title first, then by what the text says of the job. With a `title` from a field that
 * the text does not repeat, the quote is empty.
 */
export const findSeniority = (text: string, title?: string): SeniorityFinding | undefined =>
  seniorityOfScan(scanText(text), title);
