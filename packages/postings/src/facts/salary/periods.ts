import type { PayPeriod } from '../../posting.ts';
import { UnitSet } from '../../text/unit-set.ts';
import { lineAbove, lineStart } from '../around.ts';
import { endAt, markFrom, rolesAt, type Scan, startAt, wordAt } from '../scan.ts';
import { ROLE } from '../vocabulary.ts';

/** A period as written; none where the amount is for two weeks, for which postings have no word here. */
export type WrittenPeriod = { readonly period: PayPeriod | undefined; readonly end: number };

const PER = String.raw`(?:(?:per|an?|each|every|pro|par|al|por|je|im|na)[\s*_]{1,3}|\/\s?|p\.?\s?)`;
const FILLER = String.raw`(?:[\s,;(\[*_|]{1,4}(?:gross|net|netto|brutto|brut|bruto|basic|base|salary|pay|compensation|rate|wage|usd|cad|aud|eur|gbp|sgd|inr|in|is|paid|dependent|depending|doe|fixed|cash|ctc|of)\b)`;
const AFTER = new RegExp(
  String.raw`\+?${FILLER}{0,2}[\s,;(\[*_.\-–]{0,4}(?:` +
    String.raw`(${PER}(?:year|yr|annum|anum|y|a|an|jahr|jaar|año|ano|anno|rok|år|yıl)|annually|annual(?!\s+(?:bonus|leave))|yearly|p\.?\s?a|(?:\/\s?)?annum|jährlich|jahresgehalt|jaarlijks|annuels?|anuales|annui|rocznie|årligen)` +
    String.raw`|(${PER}(?:hour|hr|h|stunde|std|heure|hora|ora|uur|godz(?:inę)?|timme|time)|hourly|p\.?h)` +
    String.raw`|(${PER}(?:day|d|diem|tag|jour|día|dag|giorno|dia|dzień)|daily|p\.?d|day\s+rate)` +
    String.raw`|(${PER}(?:fortnight|two\s+weeks|2\s+weeks|pay\s+period)|bi-?weekly|fortnightly|semi-?monthly)` +
    String.raw`|(${PER}(?:week|wk)|weekly|p\.?w)` +
    String.raw`|(${PER}(?:month|mth|mo|m|monat|mois|mes|mese|mês|maand|miesiąc|mies|måned|månad|mnd|ay)|monthly|p\.?\s?c?\.?m|pcm|monatlich|mensuales|mensuels?|mensili|miesięcznie)` +
    ')(?![a-z])',
  'iy',
);

/** What is written right after an amount: "/hr", "per annum", "p.m." (a month: an hour of the day has no currency). */
export function periodAfter(text: string, end: number): WrittenPeriod | undefined {
  AFTER.lastIndex = end;
  const found = mayBegin(text, end) ? AFTER.exec(text) : null;
  return found === null ? gluedPeriod(text, end) : periodOf(found, AFTER.lastIndex);
}

/** Letters, in lower case, that begin a word of `AFTER`. */
const FIRST_LETTERS = new UnitSet('abcdefghijmnoprsuwy');
const SEPARATORS = new UnitSet(' \t\n\v\f\r,;([*_|.-–+');
const MOST_SEPARATORS = 6;

/** Whether after a few separators a word begins that may be one of `AFTER`; after most amounts none does. */
function mayBegin(text: string, end: number): boolean {
  let at = end;
  while (at < end + MOST_SEPARATORS && SEPARATORS.has(text.charCodeAt(at))) at += 1;
  const code = text.charCodeAt(at);
  // A slash, a blank of another kind and letters with accents are left to the pattern.
  return code === 47 || code > 127 || FIRST_LETTERS.has(code | 32);
}

/** "€7.200 gross per monthHoliday allowance": a line break was lost after the period. */
function gluedPeriod(text: string, end: number): WrittenPeriod | undefined {
  const glue = glueAfter(text, end);
  if (glue < 0) return undefined;
  AFTER.lastIndex = 0;
  const found = AFTER.exec(text.slice(end, glue));
  return found === null ? undefined : periodOf(found, end + AFTER.lastIndex);
}

/** Where, near `end` and before a digit and the line's end, a capital follows a small letter. */
function glueAfter(text: string, end: number): number {
  let isAfterSmall = false;
  for (let at = end; at < end + 42; at++) {
    const code = text.charCodeAt(at);
    if (isAfterSmall && code >= 65 && code <= 90) return at;
    if (code === 10 || (code >= 48 && code <= 57)) return -1;
    isAfterSmall = code >= 97 && code <= 122;
  }
  return -1;
}

/** The groups of `AFTER` in order. */
const GROUPS: readonly (PayPeriod | undefined)[] = ['year', 'hour', 'day', undefined, 'week', 'month'];

function periodOf(found: RegExpExecArray, end: number): WrittenPeriod {
  return { period: GROUPS.find((_, index) => found[index + 1] !== undefined), end };
}

/** "Biweekly pay: $4,000", "$4,000 every two weeks": pay for two weeks, which no period here names. */
export function isOfTwoWeeks(scan: Scan, { start }: { readonly start: number }, after?: WrittenPeriod): boolean {
  if (after !== undefined) return after.period === undefined;
  return /\b(?:bi-?weekly|fortnightly|semi-?monthly|(?:two|2)\s+weeks)\b[^.;\d]{0,32}$/i.test(
    scan.text.slice(Math.max(0, start - 48), start),
  );
}

const WORDS: Readonly<Record<string, PayPeriod>> = {
  annually: 'year',
  annual: 'year',
  yearly: 'year',
  annum: 'year',
  hourly: 'hour',
  hour: 'hour',
  daily: 'day',
  day: 'day',
  monthly: 'month',
  month: 'month',
  weekly: 'week',
  week: 'week',
  year: 'year',
  jährlich: 'year',
  monatlich: 'month',
  mensuel: 'month',
  mensual: 'month',
  annuel: 'year',
  anual: 'year',
  rocznie: 'year',
  miesięcznie: 'month',
  jahresgehalt: 'year',
  jahresbruttogehalt: 'year',
  bruttojahresgehalt: 'year',
  monatsgehalt: 'month',
  månadslön: 'month',
};

const REACH = 90;

/** Words for a period before the amount, nearest first: "hourly rate:", "annual base salary of", a heading above. */
export function* periodsBefore(scan: Scan, start: number): Generator<PayPeriod> {
  const floor = Math.min(lineStart(scan.text, start, REACH), Math.max(0, start - REACH / 2));
  const above = lineAbove(scan.text, start);
  for (let index = markFrom(scan, start) - 1; index >= 0 && startAt(scan, index) >= floor - 100; index--) {
    const isNear = startAt(scan, index) >= floor || (above !== undefined && startAt(scan, index) >= above.start);
    const period = (rolesAt(scan, index) & (ROLE.period | ROLE.pay)) === 0 ? undefined : WORDS[wordAt(scan, index)];
    if (isNear && period !== undefined && isAdjective(scan, index, period)) yield period;
  }
}

/** A bare "day" or "week" names a period only in "day rate", "per day". */
function isAdjective(scan: Scan, index: number, period: PayPeriod): boolean {
  const word = wordAt(scan, index);
  if (word !== period) return true;
  const around = scan.text.slice(Math.max(0, startAt(scan, index) - 6), endAt(scan, index) + 8);
  return /(?:\bper\s|\/\s?)(?:hour|day|week|month|year)|(?:day|week)\s+rate/i.test(around);
}
