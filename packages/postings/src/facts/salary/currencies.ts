import {
  ALSO_WORDS,
  BEFORE,
  CAPITAL_CODES,
  CLEAR_CODES,
  DOLLAR,
  NAMES,
  NATIONS,
  OF_DOLLAR,
  SIGNS,
} from './currency-names.ts';

/** Characters that may stand between a currency and its number; a wrapped line may part them, too. */
const isGap = (code: number) =>
  code === 32 || code === 0xa0 || code === 0x202f || code === 42 || code === 95 || code === 10 || code === 13;
const isLetter = (code: number) =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && code < 0x250);
const isDigit = (code: number) => code >= 48 && code <= 57;
const MOST_GAP = 3;
const LONGEST_NAME = 9;

export const isSign = (code: number): boolean => code === 36 || (code > 0xa0 && SIGNS.has(code));

function wordEndingAt(text: string, end: number): number {
  let start = end;
  while (start > 0 && start > end - LONGEST_NAME - 1 && isLetter(text.charCodeAt(start - 1))) start -= 1;
  return start;
}

function wordStartingAt(text: string, start: number): number {
  let end = start;
  while (end < start + LONGEST_NAME + 1 && isLetter(text.charCodeAt(end))) end += 1;
  return end;
}

/** The currency of a code: "USD", "usd", "OMR" but not "mad" or "pen". */
function codeOf(written: string): string | undefined {
  if (written.length !== 3) return undefined;
  const capitals = written.toUpperCase();
  if (capitals === written && CAPITAL_CODES.has(written)) return written === 'RMB' ? 'CNY' : written;
  return CLEAR_CODES.has(written.toLowerCase()) ? capitals : undefined;
}

export type Linked = { readonly currency: string; readonly at: number };

/** "US$", "C $": the letters before a dollar sign at `at`. */
function dollarAt(text: string, at: number): Linked {
  const blank = isGap(text.charCodeAt(at - 1)) && text.charCodeAt(at - 1) !== 10 ? 1 : 0;
  const from = wordEndingAt(text, at - blank);
  const letters = text.slice(from, at - blank);
  const currency = letters === '' ? undefined : OF_DOLLAR[letters.toLowerCase()];
  // "salaries of A $50 voucher": a lone small letter before a blank is a word.
  return currency === undefined || (blank > 0 && letters.length < 2)
    ? { currency: DOLLAR, at }
    : { currency, at: from };
}

/** "R55 000", "R 450,000", "R55k": a rand; "R 4.3" and "R2023b" are versions. */
function randBefore(text: string, at: number, number: number): Linked | undefined {
  const before = text.charCodeAt(at - 1);
  if (number - at > 2 || isLetter(before) || isDigit(before) || before === 38) return undefined;
  const isRand =
    /^\d{1,3}(?:(?:[ ,.\u00a0\u202f]\d{3})+(?!\d)|\s?[kK]\b)/.test(text.slice(number, number + 14)) ||
    (number - at === 1 && /^(?!(?:19|20)\d\d[a-z]?\b)\d{4,7}(?![\d.a-z])/i.test(text.slice(number, number + 8)));
  return isRand ? { currency: 'ZAR', at } : undefined;
}

/** Small letters are enough for these; "rm" and "nis" are other things. */
const ANY_CASE = /^(?:rs|kr|zł|kč)$/i;

function wordBefore(text: string, end: number, number: number): Linked | undefined {
  const from = wordEndingAt(text, end);
  // "…great benefitsSEK 48 000": a lost line break before the code.
  const at = end - from > 4 && isSmall(text.charCodeAt(end - 4)) ? end - 3 : from;
  if (at === end || end - at > 4) return undefined;
  const written = text.slice(at, end);
  if (written === 'R') return randBefore(text, at, number);
  const code = codeOf(written);
  if (code === undefined) return nameBefore(written, at);
  return at === from || code === written ? { currency: code, at } : undefined;
}

function nameBefore(written: string, at: number): Linked | undefined {
  const folded = written.toLowerCase();
  const currency = BEFORE.has(folded) && (written !== folded || ANY_CASE.test(folded)) ? NAMES.get(folded) : undefined;
  return currency === undefined ? undefined : { currency, at };
}

/** The currency that stands right before the number at `start`, and where it begins. */
export function currencyBefore(text: string, start: number): Linked | undefined {
  let end = start;
  while (end > start - MOST_GAP && isGap(text.charCodeAt(end - 1))) end -= 1;
  const code = text.charCodeAt(end - 1);
  if (isSign(code)) return code === 36 ? dollarAt(text, end - 1) : { currency: SIGNS.get(code) ?? '', at: end - 1 };
  // "Rs. 50,000", "SEK: 48 000"
  while (end > start - MOST_GAP && (code === 46 || code === 58 || code === 41) && !isLetter(text.charCodeAt(end - 1))) {
    end -= 1;
  }
  return isLetter(text.charCodeAt(end - 1)) ? wordBefore(text, end, start) : undefined;
}

/** What may follow a currency that is a word of its own: the end of what is said, or a period. */
const ENDS = /\s*(?:$|[-–,.;)/+|\n]|(?:per|a|an|each|gross|net|brutto|monthly|annually|yearly|to|and|pm|pa|bis)\b)/y;

/** "EURHoliday": a lost line break. */
function gluedCode(written: string): string | undefined {
  const code = written.slice(0, 3);
  return isSmall(written.charCodeAt(3)) && !isSmall(written.charCodeAt(2)) && CAPITALS.test(code)
    ? codeOf(code)
    : undefined;
}
const CAPITALS = /^[^a-z]{3}$/;
const isSmall = (code: number) => code >= 97 && code <= 122;

/** "Swiss francs", "US dollars". */
function ofNation(text: string, nation: string, end: number): Linked | undefined {
  const currency = NATIONS[nation];
  if (currency === undefined) return undefined;
  const at = wordStartingAt(text, end + 1);
  return NAMES.has(text.slice(end + 1, at).toLowerCase()) ? { currency, at } : undefined;
}

function wordAfter(text: string, from: number, isMarked: boolean): Linked | undefined {
  // Most words after numbers begin with a small letter and are no currency.
  if (!isMarked && isSmall(text.charCodeAt(from))) return undefined;
  const end = wordStartingAt(text, from);
  const written = text.slice(from, end);
  const code = codeOf(written) ?? gluedCode(written);
  if (code !== undefined) return { currency: code, at: from + 3 };
  const folded = written.toLowerCase();
  const currency = NAMES.get(folded);
  if (currency === undefined) return ofNation(text, folded, end);
  ENDS.lastIndex = end;
  return ALSO_WORDS.has(folded) && !ENDS.test(text) ? undefined : { currency, at: end };
}

/** The letters of "C$" and the sign after an amount. */
function signAfter(text: string, from: number): Linked | undefined {
  let at = from;
  while (at < from + 3 && isLetter(text.charCodeAt(at))) at += 1;
  const code = text.charCodeAt(at);
  if (!isSign(code)) return undefined;
  if (isDigit(text.charCodeAt(at + 1)) || (text.charCodeAt(at + 1) === 32 && isDigit(text.charCodeAt(at + 2))))
    return undefined;
  const currency = SIGNS.get(code) ?? DOLLAR;
  if (at === from) return { currency, at: at + 1 };
  const dollar = code === 36 ? OF_DOLLAR[text.slice(from, at).toLowerCase()] : undefined;
  return dollar === undefined ? undefined : { currency: dollar, at: at + 1 };
}

/**
 * The currency that stands right after `end`, and where it ends. `isMarked`: a word of the vocabulary that may name one
 * stands near. Capitals are looked at without one, for what a lost line break glued to a code has no mark.
 */
export function currencyAfter(text: string, end: number, isMarked: boolean): Linked | undefined {
  let at = end;
  let isWrapped = false;
  for (; at < end + MOST_GAP && isGap(text.charCodeAt(at)); at++) isWrapped ||= text.charCodeAt(at) === 10;
  const isOpen = text.charCodeAt(at) === 40;
  if (isOpen) at += 1;
  const next = text.charCodeAt(at);
  if (!isLetter(next) && !isSign(next)) return undefined;
  const found = signAfter(text, at) ?? wordAfter(text, at, isMarked);
  if (found === undefined) return undefined;
  // Over a line's end the currency may belong to the next amount: "150,000\nUSD 20,000".
  if (isWrapped && /^\s?\d/.test(text.slice(found.at, found.at + 2))) return undefined;
  if (!isOpen) return found;
  return text.charCodeAt(found.at) === 41 ? { currency: found.currency, at: found.at + 1 } : undefined;
}
