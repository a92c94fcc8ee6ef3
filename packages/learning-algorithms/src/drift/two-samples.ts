import { upperGamma } from '../numbers/gamma.ts';
import { sortedPresent } from '../numbers/order.ts';
import { kolmogorovTail } from './kolmogorov.ts';

export type TestResult = { readonly statistic: number; readonly pValue: number };

/** Beyond this many values in one sample the exact distribution is left for the asymptotic one, as scipy does. */
const EXACT_LIMIT = 10_000;

const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));

/** Largest distance of the two step functions, in units of 1 / (m·n): a whole number, free of rounding. */
function largestGap(first: Float64Array, second: Float64Array): number {
  const m = first.length;
  const n = second.length;
  let i = 0;
  let j = 0;
  let gap = 0;
  while (i < m && j < n) {
    const x = Math.min(first[i] as number, second[j] as number); // i < m and j < n
    while (i < m && first[i] === x) i += 1;
    while (j < n && second[j] === x) j += 1;
    gap = Math.max(gap, Math.abs(i * n - j * m));
  }
  return gap;
}

/**
 * Chance that the gap of two samples from one distribution is at least `gap`: over the lattice of how many values of
 * each sample came so far, the chance of a path to leave the band.
 *
 * @see Hodges (1958), Arkiv för Matematik 3, 469–486
 */
function exactTail(m: number, n: number, gap: number): number {
  const row = new Float64Array(n + 1);
  for (let i = 0; i <= m; i += 1) {
    // Within a row the band holds the columns whose distance from the diagonal is below the gap.
    const low = Math.max(0, Math.floor((i * n - gap) / m) + 1);
    const high = Math.min(n, Math.ceil((i * n + gap) / m) - 1);
    row.fill(1, 0, low);
    row.fill(1, high + 1);
    for (let j = low; j <= high; j += 1) row[j] = meetingChance(row, i, j);
  }
  return row[n] as number;
}

/** Chance to have left the band on the way to (i, j): `row` holds that of (i − 1, j) there, and of (i, j − 1) before. */
function meetingChance(row: Float64Array, i: number, j: number): number {
  if (i + j === 0) return 0;
  const above = i === 0 ? 0 : (row[j] as number) * i; // j is a column
  const left = j === 0 ? 0 : (row[j - 1] as number) * j;
  return (above + left) / (i + j);
}

/**
 * Two-sample Kolmogorov–Smirnov test: the largest distance between the two empirical distribution functions, and the
 * chance of one as large if both samples come from one distribution. Missing values are left out.
 *
 * @throws RangeError if a sample is empty
 * @see    Massey (1951), Journal of the American Statistical Association 46, 68–78
 */
export function kolmogorovSmirnov(first: ArrayLike<number>, second: ArrayLike<number>): TestResult {
  const a = sortedPresent(first);
  const b = sortedPresent(second);
  if (a.length === 0 || b.length === 0)
    throw new RangeError('the Kolmogorov–Smirnov test needs values in both samples');
  const m = Math.max(a.length, b.length);
  const n = Math.min(a.length, b.length);
  const gap = largestGap(a, b);
  const statistic = gap / greatestDivisor(m, n) / ((m / greatestDivisor(m, n)) * n);
  if (m <= EXACT_LIMIT) return { statistic, pValue: gap === 0 ? 1 : exactTail(m, n, gap) };
  return { statistic, pValue: kolmogorovTail(Math.round((m * n) / (m + n)), statistic) };
}

export type Counts = ReadonlyMap<string, number>;

const totalOf = (counts: Counts): number => [...counts.values()].reduce((sum, count) => sum + count, 0);

/** How often each value occurs. */
export function countValues(values: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/**
 * Chi-square test of two samples over categories: do they have the same shares?
 *
 * @returns degrees of freedom, too: categories that occur, less one
 * @throws  RangeError if a sample is empty
 * @see     Pearson (1900), Philosophical Magazine 50, 157–175
 */
export function chiSquareTest(first: Counts, second: Counts): TestResult & { readonly degrees: number } {
  const totals = [totalOf(first), totalOf(second)];
  const all = (totals[0] ?? 0) + (totals[1] ?? 0);
  if (totals.includes(0)) throw new RangeError('the chi-square test needs values in both samples');
  const categories = new Set([...first.keys(), ...second.keys()]);
  let statistic = 0;
  for (const category of categories) {
    const observed = [first.get(category) ?? 0, second.get(category) ?? 0];
    const sum = (observed[0] ?? 0) + (observed[1] ?? 0);
    observed.forEach((count, s) => {
      const expected = (sum * (totals[s] ?? 0)) / all;
      if (expected > 0) statistic += (count - expected) ** 2 / expected;
    });
  }
  const degrees = categories.size - 1;
  return { statistic, degrees, pValue: degrees === 0 ? 1 : upperGamma(degrees / 2, statistic / 2) };
}
