import { UnitSet } from '../../text/unit-set.ts';
import { solidBefore } from '../around.ts';
import type { Amount } from './amounts.ts';
import { isSameCurrency } from './currency-names.ts';

/** One amount, or two that make a range, as units of the currency. */
export type Span = {
  readonly start: number;
  readonly end: number;
  readonly low: number;
  readonly high: number;
  readonly isRange: boolean;
  readonly currency: string | undefined;
  readonly scale: number;
  readonly isLpa: boolean;
  readonly isGrouped: boolean;
  readonly hasPrefix: boolean;
};

const PERIOD = String.raw`(?:(?:\/|per|an?|p\.?)\s?(?:hour|hr|h|day|d|week|wk|month|mo|year|yr|annum|y|a)\b\.?|annually|yearly|hourly|monthly|daily|gross|base|(?:USD|EUR|GBP|CAD|AUD|INR)\b|lakhs?\b)`;
const LINK = String.raw`(?:[-‐‑‒–—―−~〜→]{1,3}>?|to|and|thru|through|up\s+to|till?|until|bis(?:\s+zu)?|à|a|y|e|és|tot|til|do)`;
const GAP = new RegExp(
  String.raw`^[\s*_.]{0,6}(?:\(?(?:min(?:imum)?|low)\)?)?[\s*_]{0,3}\+?[\s*_]{0,3}(?:${PERIOD}[\s*_]{0,3}){0,2}(${LINK}|\/|,?\s*(?:and\s+)?(?:a\s+)?max(?:imum)?(?:\s+of)?:?|,?\s*going\s+up\s+to)[\s*_]{0,6}(?:(?:a\s+)?max(?:imum)?\.?(?:\s+of)?:?\s*|up\s+to\s+|about\s+|approx\.?\s+|around\s+|circa\s+|c\.\s?)?$`,
  'i',
);
/** With what a gap may end, apart from blanks: a dash, a slash, or the last letter of a word that links. */
const LAST_OF_GAP = new UnitSet('-~>/*_:.acdefhlmostuxy');
const LETTER_O = 111;
/** What nearly all ranges are written with. */
const PLAIN: ReadonlySet<string> = new Set(['-', ' - ', '–', ' – ', '—', ' — ', ' to ']);
/** "£32,000 rising to £35,500 after a year", "starts at £32,000 and moves, after probation, to £35,500". */
const STEP =
  /^[^.;:\n$£€\d]{0,24}?\b(?:ris(?:es?|ing)|mov(?:es?|ing)|go(?:es|ing)?|increas(?:es?|ing)|progress(?:es|ing)?|grow(?:s|ing)?|climb(?:s|ing)?|step(?:s|ping)?|rais(?:es?|ed)|up)\b[^.;:\n$£€\d]{0,28}?\bto\s+$/i;
/** After a bare second number these make it a count of something else. */
const COUNTED =
  /[ \u00a0]?(?:%|percent|[-–]?\s?(?:years?|yrs?|days?|weeks?|months?|hours?|hrs?|employees|people|staff|engineers|customers|clients|users|members|countries|st|nd|rd|th)(?![a-z]))/iy;
const LONGEST_GAP = 64;
/** The top of a range is no more than this many times its floor; beyond, two amounts only stand side by side. */
const WIDEST = 12;

const wordBefore = (text: string, start: number, reach: number) => text.slice(Math.max(0, start - reach), start);

function isLink(text: string, a: Amount, b: Amount): boolean {
  if (b.start - a.end > LONGEST_GAP || b.start < a.end) return false;
  const gap = text.slice(a.end, b.start);
  if (PLAIN.has(gap)) return true;
  const last = solidBefore(text, b.start);
  const link = last === 0 || last > 127 || LAST_OF_GAP.has(last) ? GAP.exec(gap)?.[1]?.toLowerCase() : undefined;
  if (link === undefined)
    return last === LETTER_O && gap.length > 8 && a.currency !== undefined && STEP.test(gap.replaceAll('\n', ' '));
  // "between 50 and 60" is a range, "90,000 and 5,000 in shares" is not.
  if (link === 'and')
    return /\b(?:between|from|min(?:imum)?(?: of)?|range (?:of|is)|floor of)\b[^.;\n]{0,24}$/i.test(
      wordBefore(text, a.start, 48),
    );
  if (link === '/') return b.hasPrefix && a.currency !== undefined;
  return link.length > 1 || !'aey'.includes(link) || isLetterLink(link, a, b);
}

/** "R$ 12.000 a R$ 18.000", "MXN 55,000 a 70,000": one letter links only what is surely money. */
const isLetterLink = (link: string, a: Amount, b: Amount) =>
  a.currency !== undefined && (b.currency !== undefined || (link === 'a' && a.isGrouped && b.isGrouped));

const isBare = (amount: Amount) => amount.scale === 1 && !amount.isGrouped && amount.value < 1_000;

/** "$120-150k", "18-25 LPA", "€65-80.000": the magnitude written once counts for both. */
function scales(a: Amount, b: Amount): readonly [number, number] {
  if (a.scale === 1 && b.scale > 1 && isBare(a)) return [b.scale, b.scale];
  if (b.scale === 1 && a.scale > 1 && isBare(b)) return [a.scale, a.scale];
  const isThousands = isBare(a) && b.scale === 1 && b.value >= 10_000 && a.value >= 10 && a.value * 1_000 < b.value;
  return isThousands ? [1_000, 1] : [a.scale, b.scale];
}

function isMoney(a: Amount, b: Amount): boolean {
  const isLinked = a.currency !== undefined || b.currency !== undefined || a.scale > 1 || b.scale > 1;
  if (!isLinked) return a.isGrouped && b.isGrouped;
  // "GS-12 - $90,000" and "Level 3 – £60k": a bare number before a sign is no floor.
  if (b.hasPrefix && a.currency === undefined && a.scale === 1 && !a.isGrouped && a.value < 10_000) return false;
  const clash = a.currency !== undefined && b.currency !== undefined && !isSameCurrency(a.currency, b.currency);
  return !clash || a.currency === '$' || b.currency === '$';
}

function isCounted(text: string, a: Amount, b: Amount): boolean {
  if (b.currency !== undefined || b.scale > 1 || b.isGrouped) return false;
  COUNTED.lastIndex = b.end;
  return COUNTED.test(text) || (a.isGrouped && !isBare(b) && b.value < 10_000);
}

/** Whose dollar: the sign alone gives way to what is said at the other end. */
const currencyOf = (a: Amount, b: Amount) =>
  a.currency === undefined || a.currency === '$' ? (b.currency ?? a.currency) : a.currency;

function join(text: string, a: Amount, b: Amount): Span | undefined {
  if (!isLink(text, a, b) || !isMoney(a, b) || isCounted(text, a, b)) return undefined;
  const [ofA, ofB] = scales(a, b);
  const low = a.value * ofA;
  const high = b.value * ofB;
  if (low > high || low === 0 || high > low * WIDEST) return undefined;
  return {
    start: a.start,
    end: b.end,
    low: rounded(low),
    high: rounded(high),
    isRange: true,
    currency: currencyOf(a, b),
    scale: Math.max(ofA, ofB),
    isLpa: a.isLpa || b.isLpa,
    isGrouped: a.isGrouped || b.isGrouped,
    hasPrefix: a.hasPrefix || b.hasPrefix,
  };
}

/** 1.2 × 100000 is 120000 and no hair less. */
const rounded = (amount: number) => Math.round(amount * 100) / 100;

const single = (amount: Amount): Span => ({
  start: amount.start,
  end: amount.end,
  low: rounded(amount.value * amount.scale),
  high: rounded(amount.value * amount.scale),
  isRange: false,
  currency: amount.currency,
  scale: amount.scale,
  isLpa: amount.isLpa,
  isGrouped: amount.isGrouped,
  hasPrefix: amount.hasPrefix,
});

/** Floor, midpoint and top in one row: the third amount is the top. */
function extended(text: string, span: Span, b: Amount, c: Amount | undefined): Span | undefined {
  if (c === undefined) return undefined;
  const wider = join(text, b, c);
  return wider === undefined || wider.high < span.high || !c.hasPrefix
    ? undefined
    : { ...span, end: wider.end, high: wider.high };
}

export function spansOf(text: string, amounts: readonly Amount[]): readonly Span[] {
  const spans: Span[] = [];
  for (let i = 0; i < amounts.length; i++) {
    const a = amounts[i] as Amount;
    const b = amounts[i + 1];
    const range = b === undefined ? undefined : join(text, a, b);
    if (range === undefined || b === undefined) {
      spans.push(single(a));
      continue;
    }
    const wider = extended(text, range, b, amounts[i + 2]);
    spans.push(wider ?? range);
    i += wider === undefined ? 1 : 2;
  }
  return spans;
}
