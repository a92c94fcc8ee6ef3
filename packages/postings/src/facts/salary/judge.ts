import type { PayPeriod } from '../../posting.ts';
import { UnitSet } from '../../text/unit-set.ts';
import { isSentenceEnd, isSpace, lineAbove, lineEnd, lineStart, solidBefore } from '../around.ts';
import { endAt, markFrom, rolesAt, type Scan, startAt, wordAt } from '../scan.ts';
import { ROLE } from '../vocabulary.ts';
import type { WrittenPeriod } from './periods.ts';
import type { Span } from './ranges.ts';

/** What the words around an amount say it is. */
export type Verdict = 'base' | 'pay' | 'total' | 'not-pay' | 'unsaid';

const CUES = ROLE.pay | ROLE.base | ROLE.total | ROLE.notPay;
const LEFT_REACH = 170;
const RIGHT_REACH = 48;

/** The word before the mark, folded, with what joins them. */
const before = (scan: Scan, index: number, reach = 24) =>
  scan.text.slice(Math.max(0, startAt(scan, index) - reach), startAt(scan, index)).toLowerCase();

const TOTAL_BEFORE = /(?:total|target|on[- ]target|all[- ]in|overall)(?:\s+(?:annual|target|cash|direct|yearly))*\s+$/;
const BASE_BEFORE = /(?:base|basic|starting)(?:\s+(?:annual|yearly|hourly|monthly))*\s+$/;
/** The last letters of their words. */
const LAST_OF_KIND = new UnitSet('\0ltnhyecg');
/** Words that are pay in one phrase and no pay in another. */
const OTHER_PHRASES: ReadonlyMap<string, RegExp> = new Map([
  ['pay', /(?:pays?\s+(?:for|back|off)|pay\s+per|pay\s+(?:equity|transparency|as\s+you))/i],
  ['rate', /(?:growth|interest|retention|conversion|success|error|churn|exchange|click.{1,12}|tax|match)\s+rate/i],
  ['rates', /(?:growth|interest|retention|conversion|success|error|churn|exchange|click.{1,12}|tax)\s+rates/i],
  ['range', /range\s+(?:from\b|of\s+(?!\W{0,3}\d|\W?[$£€₹]))/i],
  ['hourly', /hourly\s+(?:data|forecast)/i],
  ['learning', /(?:machine|deep|reinforcement|representation|statistical|federated|transfer)[\s-]+learning/i],
  ['compensation', /(?:workers?.{0,2}|deferred|unemployment|equity|stock)\s+compensation/i],
  ['earn', /earn\s+(?:up\s+to\s+)?.{0,12}(?:bonus|referr)/i],
  ['deal', /\bdeal[*_]*(?:\s*[:?–—]|\s*\n|\s+is\b)/i],
  ['package', /(?:software|relocation|benefits?|equity|r|python)\s+package/i],
]);

function isOtherPhrase(scan: Scan, index: number): boolean {
  const phrase = OTHER_PHRASES.get(wordAt(scan, index));
  return phrase?.test(scan.text.slice(Math.max(0, startAt(scan, index) - 16), endAt(scan, index) + 28)) ?? false;
}

function cueAt(scan: Scan, index: number): Verdict | undefined {
  const roles = rolesAt(scan, index);
  if ((roles & CUES) === 0 || isOtherPhrase(scan, index)) return undefined;
  if ((roles & ROLE.total) !== 0) return isTotalWord(scan, index) ? 'total' : undefined;
  if ((roles & ROLE.base) !== 0) return 'base';
  if (isCostToCompany(scan, index)) return 'pay';
  if ((roles & ROLE.notPay) !== 0) return isBenefit(scan, index) ? 'not-pay' : undefined;
  return isMinimumWage(scan, index) ? 'not-pay' : kindOfPay(scan, index);
}

/** What pay with all that comes with it is called in India and South Africa. */
const isCostToCompany = (scan: Scan, index: number) =>
  wordAt(scan, index) === 'cost' &&
  /^\s+to\s+(?:the\s+)?company/i.test(scan.text.slice(endAt(scan, index), endAt(scan, index) + 20));

/** Of a word for pay: "total compensation", "base salary", or pay of no kind. */
function kindOfPay(scan: Scan, index: number): Verdict {
  const start = startAt(scan, index);
  if (!isSpace(scan.text.charCodeAt(start - 1)) || !LAST_OF_KIND.has(solidBefore(scan.text, start))) return 'pay';
  const said = before(scan, index, 40);
  if (TOTAL_BEFORE.test(said)) return 'total';
  return BASE_BEFORE.test(said) ? 'base' : 'pay';
}

const WAGES: ReadonlySet<string> = new Set(['wage', 'wages']);
const isMinimumWage = (scan: Scan, index: number) =>
  WAGES.has(wordAt(scan, index)) && /(?:minimum|living|prevailing)\s+$/.test(before(scan, index));

/** "total" counts where it stands for the pay, not in "a total of 12 offices"; "TC" only in capitals. */
function isTotalWord(scan: Scan, index: number): boolean {
  if (wordAt(scan, index) === 'ote') return true;
  const text = scan.text.slice(startAt(scan, index), endAt(scan, index) + 20);
  return (
    /^(?:TC\b|total\s+(?:target\s+|annual\s+|direct\s+)?(?:comp|cash|earn|pack|pay|reward|rem))/i.test(text) ||
    /^total\s*(?:$|[.,;)\n])/i.test(text)
  );
}

/** Words for benefits that may speak of something else. */
const DOUBTFUL: ReadonlySet<string> = new Set(
  'sign stipend market industry economy sales bonus equity incentive'.split(' '),
);

/** A stipend is pay for an intern; "sign" is a bonus only in "sign-on"; "match" is no retirement match in "match skills". */
function isBenefit(scan: Scan, index: number): boolean {
  const word = wordAt(scan, index);
  if (!DOUBTFUL.has(word)) return true;
  const around = scan.text.slice(Math.max(0, startAt(scan, index) - 24), endAt(scan, index) + 48).toLowerCase();
  if (word === 'sign') return /\bsign[- ]?on\b/.test(around);
  if (word === 'stipend')
    return (
      !/(?:intern|monthly\s+stipend:|^stipend:)/.test(around) || /wellness|office|learning|internet|phone/.test(around)
    );
  if (word === 'market') return !/market\s+(?:rate|range|data|salary|pay)/.test(around);
  if (word === 'industry' || word === 'economy') return false;
  if (word === 'sales') return /(?:\bin|annual|yearly|product)\s+sales/.test(around);
  if (word === 'bonus' || word === 'equity' || word === 'incentive')
    return !/(?:bonus|equity|incentive)[- ]eligib/.test(around);
  return true;
}

const BULLET_OR_END = (text: string, at: number) => isSentenceEnd(text, at) || text.charCodeAt(at) === 59;

/** Whether something between the two positions ends the clause; looks from the right, so that it can stop early. */
function isCut(text: string, from: number, to: number): boolean {
  for (let at = to - 1; at >= from; at--) if (BULLET_OR_END(text, at)) return true;
  return false;
}

/** Whether the cue stands in parentheses that are closed before the amount: "(excluding bonus): $120k". */
function isAside(text: string, from: number, to: number): boolean {
  const between = text.slice(from, to);
  return between.includes(')') && !between.includes('(');
}

type Cue = { readonly verdict: Verdict; readonly distance: number; readonly index: number };

function* cuesLeft(scan: Scan, start: number): Generator<Cue> {
  let seen = start;
  for (let index = markFrom(scan, start) - 1; index >= 0; index--) {
    const end = endAt(scan, index);
    if (end < start - LEFT_REACH || isCut(scan.text, end, seen)) return;
    seen = end;
    const verdict = cueAt(scan, index);
    if (verdict !== undefined && !isAside(scan.text, end, start)) yield { verdict, distance: start - end, index };
  }
}

/** A joint after which the words speak of the next thing: "$150,000 plus bonus", "$150k, equity". */
const JOINT =
  /[,;+|/\n•·]|\.(?:\s|$)|\b(?:plus|and|with|or|as well|along|together|in addition|depending|based|as)\b|[–—]\s|\s-\s/i;

/** A lost line break ends what is said. */
const GLUED = /[a-z](?:[A-Z]|$)/;

const NEXT_AMOUNT =
  /^(?:\s*(?:salary|pay|range|rate|compensation|of|is|at|from|to|up|:|-|–))*\s*[A-Z]{0,3}[$£€₹]?\s?\d/;

function cueRight(scan: Scan, end: number): Cue | undefined {
  for (let index = markFrom(scan, end); index < scan.ids.length && startAt(scan, index) < end + RIGHT_REACH; index++) {
    if (scan.ids[index] === -1) return undefined;
    const verdict = cueAt(scan, index);
    if (verdict === undefined) continue;
    const between = scan.text.slice(end, startAt(scan, index));
    if (
      JOINT.test(between) ||
      GLUED.test(scan.text.slice(end - 1, startAt(scan, index))) ||
      (between.includes('(') && /\(\s*(?:plus|\+)/i.test(between))
    )
      return undefined;
    // "$250k (base $180k)": the word names the amount after it.
    if (NEXT_AMOUNT.test(scan.text.slice(endAt(scan, index), endAt(scan, index) + 32))) return undefined;
    return { verdict, distance: between.length, index };
  }
  return undefined;
}

/** A heading above the line that the amount begins: "Pay range", then "$120,000 — $150,000 USD". */
function cueAbove(scan: Scan, start: number): Verdict {
  const line = lineStart(scan.text, start);
  if (start - line > 48) return 'unsaid';
  const above = lineAbove(scan.text, start);
  if (above === undefined) return 'unsaid';
  let verdict: Verdict = 'unsaid';
  for (let index = markFrom(scan, above.start); index < scan.ids.length && startAt(scan, index) < above.end; index++) {
    const cue = cueAt(scan, index);
    if (cue === 'not-pay') return verdict === 'unsaid' ? cue : verdict;
    if (cue !== undefined && verdict !== 'base') verdict = cue;
  }
  return verdict;
}

const EXCEPT =
  /(?:exclud\w+|exclusive\s+of|not\s+includ\w+|without|before|in\s+addition\s+to|aside\s+from)[^.;$£€₹]{0,60}$/;

/** "The base range, exclusive of bonus and equity, is $120k–$150k": what is left out does not name the amount. */
function isLeftOut(scan: Scan, cue: Cue, start: number, isRange: boolean): boolean {
  if (isExcepted(scan, cue)) return true;
  const between = scan.text.slice(endAt(scan, cue.index), start);
  return (
    isRange &&
    /\b(?:is|are|ranges?|between|from|will be|starts?|of)\b|:\s/i.test(between) &&
    /^(?:\W*(?:and|or|benefits|equity|bonus\w*|stock|target)\W*)*\W*\b(?:is|are|rang|between)/i.test(between)
  );
}

/** Words of things and of the trade: they name the amount only when they stand close to it in the same clause. */
const FAINT: ReadonlySet<string> = new Set(
  `desk laptop equipment phone internet books lunch meals gym training learning education courses conference conferences
  value values valuing impact market seed series backed awards award user users customers customer match matching matched
  contracts deals accounts payments investing invest fund funds worth waste fraud losses claims damages bill bills`.split(
    /\s+/,
  ),
);
const CLOSE = 60;

const isFaint = (scan: Scan, cue: Cue, start: number) =>
  FAINT.has(wordAt(scan, cue.index)) &&
  (cue.distance > CLOSE || /[,:]/.test(scan.text.slice(endAt(scan, cue.index), start)));

const LONGEST_TITLE = 140;
const DIVIDER = /[|·•()]|\s[–—-]\s/;

/** "Insurance Analyst – Leeds – £50k-£60k": of the first line, what stands before a divider is the title. */
const isOfTitle = (scan: Scan, cue: Cue, { start, isRange }: Span) =>
  isRange &&
  start < LONGEST_TITLE &&
  lineStart(scan.text, start) === 0 &&
  !PERKS.has(wordAt(scan, cue.index)) &&
  DIVIDER.test(scan.text.slice(endAt(scan, cue.index), start));
/** Of which no title speaks. */
const PERKS: ReadonlySet<string> = new Set(
  'bonus bonuses referral relocation allowance allowances budget budgets stipend equity commission raised funding'.split(
    ' ',
  ),
);

/** What clients of freelancers pay by the hour or the day. */
const PRICES: ReadonlySet<string> = new Set(['budget', 'fee', 'fees']);
const LABEL_END = /^[\s*_]*(?::|[–—-]|is\b|of\b)/;
const OF_LEARNING = /(?:learning|training|education|travel|conference|course|development)\s+$/;

const isPrice = (scan: Scan, { index }: Cue, period: PayPeriod | undefined) =>
  (period === 'hour' || period === 'day') &&
  PRICES.has(wordAt(scan, index)) &&
  LABEL_END.test(scan.text.slice(endAt(scan, index), endAt(scan, index) + 8)) &&
  !OF_LEARNING.test(before(scan, index));

const isExcepted = (scan: Scan, cue: Cue) => EXCEPT.test(before(scan, cue.index, 80));

/** "Total compensation without the bonus" is no total; with it, it is. */
const isLessThanTotal = (scan: Scan, cue: Cue, skipped: Cue | undefined) =>
  cue.verdict === 'total' && skipped !== undefined && isExcepted(scan, skipped);

function saidBy(scan: Scan, cue: Cue, skipped: Cue | undefined, period: PayPeriod | undefined): Verdict | undefined {
  if (cue.verdict === 'not-pay') return isPrice(scan, cue, period) ? 'pay' : undefined;
  return isLessThanTotal(scan, cue, skipped) ? 'pay' : cue.verdict;
}

function verdictLeft(scan: Scan, span: Span, period: PayPeriod | undefined): Verdict {
  let skipped: Cue | undefined;
  for (const cue of cuesLeft(scan, span.start)) {
    const said = saidBy(scan, cue, skipped, period);
    if (said !== undefined) return said;
    if (isOfTitle(scan, cue, span)) continue;
    if (!isFaint(scan, cue, span.start) && !isLeftOut(scan, cue, span.start, span.isRange)) return 'not-pay';
    skipped = cue;
  }
  // Left out of what? Without a word for pay it is what the amount is called.
  return skipped === undefined || isFaint(scan, skipped, span.start) || isExcepted(scan, skipped)
    ? 'unsaid'
    : 'not-pay';
}

/** What the words around an amount say it is: the phrase after it first, then its clause, then the heading above. */
export function verdictOf(scan: Scan, span: Span, written: WrittenPeriod | undefined): Verdict {
  const right = cueRight(scan, written?.end ?? span.end);
  if (right?.verdict === 'not-pay' || right?.verdict === 'total' || right?.verdict === 'base') return right.verdict;
  const left = verdictLeft(scan, span, written?.period);
  if (left !== 'unsaid') return left;
  const above = cueAbove(scan, span.start);
  // A range under "Money & perks" may be the pay; a single amount there is a perk.
  if (above !== 'unsaid' && !(above === 'not-pay' && span.isRange)) return above;
  return right?.verdict ?? 'unsaid';
}

/** Whether the amount stands in a short line of its own or between separators, as pay does in the head of a posting. */
export function isInHeader(scan: Scan, span: Span): boolean {
  const from = lineStart(scan.text, span.start);
  const to = lineEnd(scan.text, span.end);
  return to - from <= 110 && (span.start < 700 || to - from - (span.end - span.start) < 24);
}
