import type { PayPeriod } from '../../posting.ts';

type Bounds = readonly [hour: number, day: number, month: number];

/**
 * Where nothing says the period, the size does: below the first bound an hour, then a day, a month, and above the last
 * a year. The bounds lie in the gaps between what postings of that currency offer: for dollars, euros and pounds
 * hours end near 250, contract days near 2,000, months near 12,000; the lowest full-time year lies above.
 */
const WESTERN: Bounds = [250, 2_000, 12_000];
const BOUNDS: Readonly<Record<string, Bounds>> = {
  SGD: [250, 1_500, 28_000], // Singapore quotes months: S$4,000 to S$25,000
  CHF: [250, 2_500, 25_000],
  SEK: [1_500, 12_000, 180_000],
  NOK: [1_500, 12_000, 180_000],
  DKK: [1_500, 12_000, 150_000],
  CZK: [2_000, 15_000, 300_000],
  HKD: [1_000, 8_000, 180_000],
  PLN: [450, 3_000, 60_000],
  BRL: [300, 1_400, 45_000],
  ZAR: [1_200, 8_000, 170_000],
  INR: [3_000, 8_000, 180_000],
  JPY: [15_000, 120_000, 2_000_000],
  AED: [400, 3_000, 100_000],
  KRW: [100_000, 600_000, 12_000_000],
  MYR: [150, 1_500, 40_000],
  THB: [1_500, 10_000, 400_000],
  IDR: [200_000, 2_000_000, 150_000_000],
  PHP: [1_500, 12_000, 450_000],
  VND: [300_000, 2_500_000, 200_000_000],
  TWD: [2_000, 15_000, 400_000],
  CNY: [500, 4_000, 90_000],
  OMR: [40, 250, 6_000],
  KWD: [40, 250, 6_000],
  BHD: [40, 250, 6_000],
  QAR: [400, 3_000, 100_000],
  SAR: [400, 3_000, 100_000],
  ILS: [400, 4_000, 90_000],
  HUF: [20_000, 150_000, 3_000_000],
  RON: [300, 2_500, 45_000],
  TRY: [2_000, 15_000, 500_000],
  MXN: [1_500, 8_000, 200_000],
  NGN: [20_000, 100_000, 3_000_000],
  KES: [4_000, 25_000, 900_000],
  EGP: [1_500, 9_000, 200_000],
};

export function guessedPeriod(currency: string, amount: number): PayPeriod {
  const [hour, day, month] = BOUNDS[currency] ?? WESTERN;
  if (amount < hour) return 'hour';
  if (amount < day) return 'day';
  return amount < month ? 'month' : 'year';
}

/** How many units of the currency buy about what a dollar does in wages; only for what is plausible, never shown. */
const SCALE: Readonly<Record<string, number>> = {
  USD: 1,
  EUR: 1,
  GBP: 1,
  CAD: 1,
  AUD: 1,
  NZD: 1,
  SGD: 1,
  CHF: 1,
  SEK: 8,
  NOK: 8,
  DKK: 6,
  CZK: 12,
  HKD: 6,
  PLN: 2.5,
  BRL: 2,
  ZAR: 5,
  INR: 8,
  JPY: 80,
  AED: 2,
  KRW: 800,
  TRY: 8,
  HUF: 150,
  RON: 3,
  RUB: 25,
  ILS: 3,
  MYR: 2,
  THB: 10,
  IDR: 3_000,
  PHP: 12,
  VND: 6_000,
  TWD: 15,
  CNY: 3,
  OMR: 0.4,
  KWD: 0.35,
  BHD: 0.4,
  JOD: 0.6,
  QAR: 2,
  SAR: 2,
  MXN: 6,
  NGN: 200,
  KES: 40,
  EGP: 10,
  PKR: 40,
  LKR: 60,
  BDT: 30,
  UAH: 12,
  ISK: 90,
  ARS: 300,
  CLP: 400,
  COP: 1_200,
};
/** Of a currency that the table leaves out, all that anybody may be paid in it. */
const ANY = { low: 0.3, high: 20_000 };

/** Lowest and highest pay that a posting may mean, in dollars: from a part-time intern to a chief scientist. */
const PLAUSIBLE: Readonly<Record<PayPeriod, readonly [number, number]>> = {
  hour: [7, 1_000],
  day: [60, 6_000],
  week: [250, 25_000],
  month: [700, 120_000],
  year: [10_000, 3_000_000],
};

export function isPlausible(currency: string, period: PayPeriod, amount: number): boolean {
  const scale = SCALE[currency];
  const [low, high] = PLAUSIBLE[period];
  if (scale === undefined) return amount >= low * ANY.low && amount <= high * ANY.high;
  return amount >= low * scale * (scale === 1 ? 1 : 0.5) && amount <= high * scale * (scale === 1 ? 1 : 2.5);
}
