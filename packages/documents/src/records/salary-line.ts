import type { Fields } from './field-values.ts';

const TEXT_NAMES = [
  'basesalary',
  'salary',
  'salaryrange',
  'salarytext',
  'compensation',
  'pay',
  'payrange',
  'estimatedsalary',
] as const;
const LOW_NAMES = ['minsalary', 'salarymin', 'salaryfrom', 'minimumsalary', 'salarylow'] as const;
const HIGH_NAMES = ['maxsalary', 'salarymax', 'salaryto', 'maximumsalary', 'salaryhigh'] as const;
const CURRENCY_NAMES = ['salarycurrency', 'currency'] as const;
const PERIOD_NAMES = ['payperiod', 'salaryperiod', 'salaryinterval', 'unittext'] as const;
const LONGEST = 200;

/** Pay that a record keeps outside of its text, as a posting would write it: "USD 120,000 - 150,000 per year". */
export function salaryLine(fields: Fields): string {
  const first = (names: readonly string[]): unknown =>
    names.map((name) => fields.get(name)).find((value) => value !== undefined && value !== '');
  const stated = first(TEXT_NAMES);
  if (typeof stated === 'string' && !isAmount(stated)) return stated.length <= LONGEST ? stated.trim() : '';
  const currency = first(CURRENCY_NAMES);
  if (typeof stated === 'object' && stated !== null)
    return monetaryAmount(stated as Readonly<Record<string, unknown>>, currency);
  const low = first(LOW_NAMES) ?? stated;
  return range({ low, high: first(HIGH_NAMES), currency, period: first(PERIOD_NAMES) });
}

/** schema.org/MonetaryAmount: an amount, or a range in its `value`. */
function monetaryAmount(amount: Readonly<Record<string, unknown>>, outside: unknown): string {
  const value = amount.value;
  const inner = (typeof value === 'object' && value !== null ? value : amount) as Readonly<Record<string, unknown>>;
  return range({
    low: inner.minValue ?? inner.min ?? inner.value,
    high: inner.maxValue ?? inner.max,
    currency: amount.currency ?? inner.currency ?? outside,
    period: inner.unitText ?? amount.unitText ?? inner.period,
  });
}

type Range = { readonly low: unknown; readonly high: unknown; readonly currency: unknown; readonly period: unknown };

function range({ low, high, currency, period }: Range): string {
  const amounts = [...new Set([low, high].filter(isAmount).map(Number))].filter((amount) => amount > 0);
  if (amounts.length === 0 || typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) return '';
  const unit = typeof period === 'string' ? periodOf(period) : '';
  return `${currency} ${amounts.map((amount) => amount.toLocaleString('en-US')).join(' - ')}${unit === '' ? '' : ` per ${unit}`}`;
}

function isAmount(value: unknown): boolean {
  return typeof value === 'number'
    ? Number.isFinite(value)
    : typeof value === 'string' && /^\d+(?:\.\d+)?$/.test(value.trim());
}

function periodOf(text: string): string {
  return /hour|day|week|month|year/i.exec(text)?.[0]?.toLowerCase() ?? (/annual/i.test(text) ? 'year' : '');
}
