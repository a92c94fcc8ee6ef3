import type { PayPeriod, SalaryFinding } from '../../posting.ts';
import { type Scan, scanText } from '../scan.ts';
import { amountsOf } from './amounts.ts';
import { isCount } from './counts.ts';
import { DOLLAR, meantBy } from './currency-names.ts';
import { dollarOf, HEAD, unsaidCurrency } from './home.ts';
import { isInHeader, type Verdict, verdictOf } from './judge.ts';
import { endOf, isCeiling, isFloor } from './limits.ts';
import { isForThing, isOfOthers, isOfThings, isOfTrial } from './others.ts';
import { isOfTwoWeeks, periodAfter, periodsBefore, type WrittenPeriod } from './periods.ts';
import { guessedPeriod, isPlausible } from './plausible.ts';
import { type Span, spansOf } from './ranges.ts';
import { isNextStep } from './steps.ts';

export type Salaries = { readonly salary?: SalaryFinding; readonly salaries: readonly SalaryFinding[] };

type Candidate = {
  readonly span: Span;
  readonly currency: string;
  readonly period: PayPeriod;
  readonly verdict: Verdict;
  /** Whether the text says the period; else the size of the amount tells it. */
  readonly isPeriodSaid: boolean;
  readonly finding: SalaryFinding;
};

/** Amounts of millions are pay only where a unit of the currency is worth little. */
const SMALL_UNITS: ReadonlySet<string> = new Set('JPY KRW INR HUF IDR VND COP CLP NGN PYG UGX TZS UZS'.split(' '));
const LAKH = 100_000;
const MILLION = 1_000_000;
const CRORE = 10_000_000;
/** A posting has tens of amounts; of a text with more only the first are judged. */
const MOST_AMOUNTS = 500;

function isPossible(span: Span, currency: string): boolean {
  if (span.low <= 0 || span.scale > CRORE) return false;
  if (span.scale === MILLION && !SMALL_UNITS.has(currency.replace('?', ''))) return false;
  return currency.endsWith('INR') || span.scale < MILLION / 10 || span.scale === MILLION;
}

const isPlausibleSpan = (currency: string, period: PayPeriod, { low, high }: Span) =>
  isPlausible(currency, period, low) && isPlausible(currency, period, high);

/** The period that the text says. */
function saidPeriod(
  scan: Scan,
  span: Span,
  currency: string,
  written: WrittenPeriod | undefined,
): PayPeriod | undefined {
  if (written?.period !== undefined) return written.period;
  if (span.isLpa || span.scale >= LAKH) return 'year';
  for (const period of periodsBefore(scan, span.start)) {
    if (isPlausibleSpan(currency, period, span)) return period;
  }
  return undefined;
}

/** Without a word for pay: a plausible range, an amount with its period, or an amount in the posting's head. */
function isPayByShape(scan: Scan, span: Span, period: PayPeriod, written: WrittenPeriod | undefined): boolean {
  if (span.currency === undefined) return written !== undefined && span.scale > 1 && period === 'year';
  if (written !== undefined) return true;
  if (span.isRange) return period === 'year' || isInHeader(scan, span);
  return period === 'year' && isInHeader(scan, span);
}

function isPay(
  scan: Scan,
  span: Span,
  period: PayPeriod,
  verdict: Verdict,
  written: WrittenPeriod | undefined,
): boolean {
  if (span.isLpa) return true; // nothing but pay is counted in lakhs per annum
  if (verdict === 'unsaid') return isPayByShape(scan, span, period, written);
  // Beside a word for pay a bare "10k" or "150,000" still has to look like pay.
  return span.currency !== undefined || span.isRange || span.scale > 1 || written !== undefined;
}

function findingOf(
  scan: Scan,
  span: Span,
  currency: string,
  written: WrittenPeriod | undefined,
  period: PayPeriod,
): SalaryFinding {
  const [start, end] = [span.start, endOf(scan.text, span, written?.end)];
  const isUp = !span.isRange && isCeiling(scan.text, span);
  const isDown = !span.isRange && !isUp && isFloor(scan.text, span);
  return {
    quote: scan.text.slice(start, end),
    start,
    end,
    ...(isUp ? {} : { low: span.low }),
    ...(isDown ? {} : { high: span.high }),
    currency,
    period,
  };
}

/** "401(k)", "401k", "403b": plans, not amounts. */
const isPlan = (span: Span) => span.currency === undefined && (span.low === 401_000 || span.low === 457_000);

function currencyOf(scan: Scan, span: Span, place: string | undefined): string | undefined {
  if (span.currency === DOLLAR) return dollarOf(scan, place);
  if (span.currency !== undefined) return meantBy(span.currency, place ?? scan.text.slice(0, HEAD));
  return unsaidCurrency(scan, span.isLpa || span.scale >= LAKH, place);
}

/** Whether a number has anything of money at all. */
const isMoney = (span: Span) =>
  !isPlan(span) &&
  (span.currency === undefined
    ? (span.scale > 1 && span.scale !== MILLION) || span.isGrouped
    : isPossible(span, span.currency));

/** Whether the words around what looks like pay say that it is somebody else's, for two weeks, a thing or a trial. */
function isSomethingElse(scan: Scan, span: Span, written: WrittenPeriod | undefined, period: PayPeriod): boolean {
  const { text } = scan;
  if (isOfTwoWeeks(scan, span, written) || isOfOthers(text, span) || isOfThings(text, span)) return true;
  if (span.isRange || written !== undefined) return false;
  return isOfTrial(text, span) || (period !== 'year' && isForThing(text, span));
}

/** A number of something, with neither a currency nor a period. */
const isBareCount = (text: string, { currency, end }: Span, written: WrittenPeriod | undefined) =>
  currency === undefined && written === undefined && isCount(text, end);

/** `before` is the pay that was found before this amount. */
function candidateOf(
  scan: Scan,
  span: Span,
  place: string | undefined,
  before: Candidate | undefined,
): Candidate | undefined {
  const written = periodAfter(scan.text, span.end);
  const verdict = verdictOf(scan, span, written);
  if (verdict === 'not-pay' && !span.isLpa) return undefined;
  if (isBareCount(scan.text, span, written)) return undefined;
  const currency = currencyOf(scan, span, place);
  if (currency === undefined || !isPossible(span, currency)) return undefined;
  const step = written === undefined ? stepOf(scan.text, span, currency, before) : undefined;
  const said = step?.period ?? saidPeriod(scan, span, currency, written);
  const period = said ?? guessedPeriod(currency, span.high);
  const isFound = step !== undefined || isPay(scan, span, period, verdict, written);
  if (!isFound || !isPlausibleSpan(currency, period, span)) return undefined;
  if (isSomethingElse(scan, span, written, period)) return undefined;
  const finding = findingOf(scan, span, currency, written, period);
  return { span, currency, period, verdict, isPeriodSaid: said !== undefined, finding };
}

/** The pay before the amount, where its period is said and the amount is a further step of it. */
function stepOf(text: string, span: Span, currency: string, before: Candidate | undefined): Candidate | undefined {
  if (!before?.isPeriodSaid) return undefined;
  const first = { end: before.finding.end, high: before.span.high, currency: before.currency };
  return isNextStep(text, span, currency, first) ? before : undefined;
}

/** The lowest floor and the highest top of the findings in the currency and period of the first range. */
function overall(findings: readonly SalaryFinding[]): SalaryFinding | undefined {
  if (findings.length < 2) return findings[0];
  const main = findings.find(({ low, high }) => low !== undefined && high !== undefined && low < high) ?? findings[0];
  if (main === undefined) return undefined;
  const alike = findings.filter(({ currency, period }) => currency === main.currency && period === main.period);
  const lows = alike.flatMap(({ low }) => low ?? []);
  const highs = alike.flatMap(({ high }) => high ?? []);
  const { quote, start, end, currency, period } = main;
  return {
    quote,
    start,
    end,
    ...(lows.length > 0 ? { low: lows.reduce((a, b) => Math.min(a, b)) } : {}),
    ...(highs.length > 0 ? { high: highs.reduce((a, b) => Math.max(a, b)) } : {}),
    currency,
    period,
  };
}

/** Beside pay whose period is said, a small sum that may be an hour's or a day's pay by its size alone is none. */
function withoutGuesses(candidates: readonly Candidate[]): readonly Candidate[] {
  if (candidates.length < 2 || !candidates.some(({ isPeriodSaid }) => isPeriodSaid)) return candidates;
  return candidates.filter(({ isPeriodSaid, period, span }) => isPeriodSaid || span.isRange || period === 'year');
}

/** Total pay counts only where no base pay stands. */
function withoutTotals(candidates: readonly Candidate[]): readonly Candidate[] {
  if (candidates.length < 2) return candidates;
  const base = candidates.filter(({ verdict }) => verdict === 'base');
  const others = candidates.filter(({ verdict }) => verdict !== 'total');
  if (others.length === 0) return candidates;
  // Beside amounts called base pay, amounts that nothing names are left aside unless they are ranges (a table's rows).
  return base.length === 0 ? others : others.filter(({ verdict, span }) => verdict !== 'unsaid' || span.isRange);
}

export function salariesOfScan(scan: Scan, place?: string): Salaries {
  const spans = spansOf(scan.text, amountsOf(scan)).filter(isMoney);
  const candidates: Candidate[] = [];
  for (const span of spans.length > MOST_AMOUNTS ? spans.slice(0, MOST_AMOUNTS) : spans) {
    const candidate = candidateOf(scan, span, place, candidates.at(-1));
    if (candidate !== undefined) candidates.push(candidate);
  }
  const salaries = withoutTotals(withoutGuesses(candidates)).map(({ finding }) => finding);
  const salary = overall(salaries);
  return salary === undefined ? { salaries } : { salary, salaries };
}

/**
 * Pay that the text states, in units of its currency, each with its quote. `place` (the place of work, where known)
 * tells whose dollar a bare `$` is.
 */
export const findSalaries = (text: string, place?: string): Salaries => salariesOfScan(scanText(text), place);
