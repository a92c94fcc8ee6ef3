import { UnitSet } from '../../text/unit-set.ts';
import { endAt, rolesAt, type Scan, startAt } from '../scan.ts';
import { ROLE } from '../vocabulary.ts';
import { currencyAfter, currencyBefore, isSign } from './currencies.ts';
import { OF_DOLLAR } from './currency-names.ts';

/** A number of the text as money may be written, with the currency and the magnitude that stand at it. */
export type Amount = {
  /** From its sign to the end of its suffix or currency. */
  readonly start: number;
  readonly end: number;
  /** Before the magnitude: 120 in "$120k". */
  readonly value: number;
  /** 1000 for "k", 100000 for "lakh"; 1 when none stands there. */
  readonly scale: number;
  /** "LPA": lakh per annum. */
  readonly isLpa: boolean;
  /** ISO code, `$` for a bare dollar sign. */
  readonly currency: string | undefined;
  readonly hasPrefix: boolean;
  /** "120,000", "1,20,000", "120.000", "120 000". */
  readonly isGrouped: boolean;
  readonly digitsAt: number;
};

// Indian groups, groups of three by one separator, plain digits.
const NUMBER =
  /\d{1,2}(?:,\d{2}){1,3},\d{3}(?![\d,])|\d{1,3}(?:([,.'’])\d{3})(?:\1\d{3}){0,3}(?!\d)|\d{1,3}(?:([ \u00a0\u202f\u2009])\d{3})(?:\2\d{3}){0,2}(?!\d|[.,]\d)|\d{1,9}(?!\d)/y;
const DECIMALS = /[.,]\d{1,2}(?!\d|[.,]\d)/y;
/** "4.500,-" and "120'000.–": no cents. */
const NO_CENTS = /[.,][-–—]{1,2}(?=[\s;)]|$)/y;
const SUFFIX =
  /[ \u00a0]?(?:(?:(k|t(?=eur|chf|gbp)|thousand|thou|tsd\.?|tausend)(?=[^a-zà-ž]|$|eur|usd|gbp|chf|pln|pa\b))|(lpa)(?![a-z])|(lakhs?|lacs?|lks?)(?![a-z])|(l)(?![a-z])|(crores?|crs?)(?![a-z])|(m|mn|mm|mio|mln|mil|million|millions)(?![a-z])|(b|bn|billion|billions|t|tn|trillion)(?![a-z]))/iy;

/** "$120,000 CAD": whose dollar it is. */
const OF_DOLLAR_CODES: ReadonlySet<string> = new Set(Object.values(OF_DOLLAR));

const THOUSAND = 1_000;
const LAKH = 100_000;
const CRORE = 10_000_000;
const MILLION = 1_000_000;
const BILLION = 1_000_000_000;

type Suffix = { readonly end: number; readonly scale: number; readonly isLpa: boolean };

const NO_SUFFIX = (end: number): Suffix => ({ end, scale: 1, isLpa: false });

/** "120k" before anything but a letter. */
function isPlainK(text: string, at: number): boolean {
  const after = text.charCodeAt(at + 1);
  return (text.charCodeAt(at) | 32) === 107 && after < 127 && ((after | 32) < 97 || (after | 32) > 122);
}

function suffixAt(text: string, at: number): Suffix {
  const next = text.charCodeAt(at);
  if (!SUFFIXES.has(next === 32 || next === 0xa0 ? text.charCodeAt(at + 1) : next)) return NO_SUFFIX(at);
  if (isPlainK(text, at)) return { end: at + 1, scale: THOUSAND, isLpa: false };
  SUFFIX.lastIndex = at;
  const found = SUFFIX.exec(text);
  if (found === null) return NO_SUFFIX(at);
  const [, thousand, lpa, lakh, l, crore, million] = found;
  const end = SUFFIX.lastIndex;
  if (thousand !== undefined) return { end, scale: THOUSAND, isLpa: false };
  if (lpa !== undefined) return { end, scale: LAKH, isLpa: true };
  if (lakh !== undefined || l !== undefined) return { end, scale: LAKH, isLpa: false };
  if (crore !== undefined) return { end, scale: CRORE, isLpa: false };
  return { end, scale: million !== undefined ? MILLION : BILLION, isLpa: false };
}

const isDigit = (code: number) => code >= 48 && code <= 57;

/** Groups of digits, decimals and the end of the digits of the number that begins at `start`. */
type Digits = { readonly value: number; readonly end: number; readonly isGrouped: boolean };

function digitsAt(text: string, start: number, plainEnd: number): Digits | undefined {
  const end = goesOn(text, plainEnd) ? groupsEnd(text, start, plainEnd) : plainEnd;
  if (end < 0) return undefined;
  const value = wholeOf(text, start, end);
  const isGrouped = end > plainEnd;
  const next = text.charCodeAt(end);
  if (next !== COMMA && next !== FULL_STOP) return { value, end, isGrouped };
  const decimals = isDigit(text.charCodeAt(end + 1)) ? endIn(DECIMALS, text, end) : -1;
  if (decimals > 0) return { value: Number(`${value}.${text.slice(end + 1, decimals)}`), end: decimals, isGrouped };
  return {
    value,
    end: DASHES.has(text.charCodeAt(end + 1)) ? Math.max(end, endIn(NO_CENTS, text, end)) : end,
    isGrouped,
  };
}

/** Where the groups of digits end; -1 where they make no number. Most are one group of three after a comma. */
function groupsEnd(text: string, start: number, plainEnd: number): number {
  const end = plainEnd + 4;
  const next = text.charCodeAt(end);
  const isOne = text.charCodeAt(plainEnd) === COMMA && next !== COMMA && !isDigit(next) && plainEnd - start <= 3;
  return isOne && isDigit(text.charCodeAt(end - 1)) && isDigit(text.charCodeAt(end - 2))
    ? end
    : endIn(NUMBER, text, start);
}

const DASHES = new UnitSet('-–—');
const COMMA = 44;
const FULL_STOP = 46;

/** Whether a separator and another digit follow: groups, or decimals. */
const goesOn = (text: string, end: number) => isDigit(text.charCodeAt(end + 1)) && GROUPING.has(text.charCodeAt(end));

/** Where a sticky pattern ends that begins at `at`; -1 where it does not stand there. */
function endIn(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** The number that the digits between the positions make, whatever parts them. */
function wholeOf(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) value = value * 10 + code - 48;
  }
  return value;
}

/** Whether a word for a currency stands near the end of the number at `index`. */
function hasCurrencyMark(scan: Scan, index: number, end: number): boolean {
  for (let near = index + 1; near < scan.ids.length && startAt(scan, near) <= end + MOST_BETWEEN; near++) {
    if ((rolesAt(scan, near) & ROLE.currency) !== 0) return true;
  }
  return false;
}
/** Blanks and a parenthesis. */
const MOST_BETWEEN = 5;

function amountAt(scan: Scan, index: number): Amount | undefined {
  const { text } = scan;
  const start = startAt(scan, index);
  const digits = digitsAt(text, start, endAt(scan, index));
  if (digits === undefined) return undefined;
  const suffix = suffixAt(text, digits.end);
  const before = currencyBefore(text, start);
  const after = currencyAfter(text, suffix.end, hasCurrencyMark(scan, index, suffix.end));
  // "$120,000 CAD": the code says whose dollar the sign before the number is.
  const isAfter =
    after !== undefined && (before === undefined || (before.currency === '$' && OF_DOLLAR_CODES.has(after.currency)));
  return {
    start: before?.at ?? start,
    end: isAfter ? after.at : suffix.end,
    value: digits.value,
    scale: suffix.scale,
    isLpa: suffix.isLpa,
    currency: isAfter ? after.currency : before?.currency,
    hasPrefix: before !== undefined,
    isGrouped: digits.isGrouped,
    digitsAt: start,
  };
}

const SUFFIXES = new UnitSet('kKlLmMbBcCtT');
const GROUPING = new UnitSet(",.'’ \u00a0\u202f\u2009");

/** Between a sign and its number: blanks, the asterisk of bold type, a line's end. */
const isBlank = (code: number) => code === 32 || code === 0xa0 || code === 0x202f || code === 42 || code === 10;

/** Whether money stands at the number: a sign, a currency, a magnitude, or groups of three. Cheap: most numbers have none. */
function isSeed(scan: Scan, index: number): boolean {
  const { text } = scan;
  const [start, end] = [startAt(scan, index), endAt(scan, index)];
  if (hasCurrencyBefore(scan, index)) return true;
  const next = text.charCodeAt(end);
  if (SUFFIXES.has(next) || isSign(next)) return true;
  if (isBlank(next) && isSign(text.charCodeAt(end + 1))) return true;
  if (index + 1 < scan.ids.length && startAt(scan, index + 1) - end <= 4 && isOfMoney(scan, index + 1)) return true;
  // "120,000": the second group is a number of three digits right after.
  return end - start <= 3 && goesOn(text, end);
}

function hasCurrencyBefore(scan: Scan, index: number): boolean {
  const start = startAt(scan, index);
  let before = start - 1;
  while (before >= start - 3 && isBlank(scan.text.charCodeAt(before))) before -= 1;
  if (isSign(scan.text.charCodeAt(before))) return true;
  return index > 0 && start - endAt(scan, index - 1) <= 4 && isOfMoney(scan, index - 1);
}

const isOfMoney = (scan: Scan, index: number) => (rolesAt(scan, index) & (ROLE.currency | ROLE.money)) !== 0;

/** How far from money a bare number may stand and be the other end of its range. */
const NEIGHBOUR = 56;

const isNumber = (scan: Scan, index: number) =>
  scan.ids[index] === -1 && endAt(scan, index) - startAt(scan, index) <= LONGEST_NUMBER;
const LONGEST_NUMBER = 9;

/** The marks that lie within reach of the one at `index`, from `first` on. */
function nearMarks(scan: Scan, index: number, first: number): readonly [from: number, to: number] {
  let from = index;
  while (from > first && endAt(scan, from - 1) >= startAt(scan, index) - NEIGHBOUR) from -= 1;
  let to = index + 1;
  while (to < scan.ids.length && startAt(scan, to) <= endAt(scan, index) + NEIGHBOUR) to += 1;
  return [from, to];
}

/** Numbers that are money or may be the other end of a range of money. */
function candidatesOf(scan: Scan): readonly number[] {
  const numbers: number[] = [];
  let past = 0;
  for (let index = 0; index < scan.ids.length; index++) {
    if (!isNumber(scan, index) || !isSeed(scan, index)) continue;
    const [from, to] = nearMarks(scan, index, past);
    for (let near = from; near < to; near++) if (near >= past && isNumber(scan, near)) numbers.push(near);
    past = to;
  }
  return numbers;
}

/** All numbers of the text that may be money, in order; none overlaps another. */
export function amountsOf(scan: Scan): readonly Amount[] {
  const amounts: Amount[] = [];
  let past = 0;
  for (const index of candidatesOf(scan)) {
    const start = startAt(scan, index);
    if (start < past) continue;
    // The tail of "1.25" or "2024-01-31T10:00:00.000" is no number of its own.
    if (start > 1 && scan.text[start - 1] === '.' && isDigit(scan.text.charCodeAt(start - 2))) continue;
    const amount = amountAt(scan, index);
    if (amount === undefined) continue;
    amounts.push(amount.start < past ? { ...amount, start } : amount);
    past = amount.end;
  }
  return amounts;
}
