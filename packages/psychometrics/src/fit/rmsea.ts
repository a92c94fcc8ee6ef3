import { chiSquareTail } from '../numbers/chi-square.ts';

/**
 * Root mean square error of approximation of a chi-square test: below 0.05 fits closely, above 0.08 does not.
 *
 * @see Steiger & Lind (1980); Browne & Cudeck (1993)
 */
export const rmsea = (statistic: number, degrees: number, persons: number): number =>
  Math.sqrt(Math.max(0, statistic - degrees) / (degrees * (persons - 1)));

/** P(χ² > x) with a noncentrality: central tails mixed by a Poisson distribution, summed outward from its mode. */
function noncentralTail(x: number, degrees: number, noncentrality: number): number {
  const half = noncentrality / 2;
  const mode = Math.floor(half);
  let logWeight = -half + mode * Math.log(half || 1);
  for (let j = 2; j <= mode; j += 1) logWeight -= Math.log(j);
  const peak = Math.exp(logWeight);
  let sum = peak * chiSquareTail(x, degrees + 2 * mode);
  for (let j = mode, weight = peak; j > 0 && weight > 1e-16; j -= 1) {
    weight *= j / half;
    sum += weight * chiSquareTail(x, degrees + 2 * (j - 1));
  }
  for (let j = mode + 1, weight = peak; j < mode + 10_000; j += 1) {
    weight *= half / j;
    if (!(weight > 1e-16)) break;
    sum += weight * chiSquareTail(x, degrees + 2 * j);
  }
  return Math.min(1, sum);
}

/** The noncentrality under which a share `tail` of statistics is larger; 0 if even without one fewer are. */
function noncentralityAt(statistic: number, degrees: number, tail: number): number {
  if (chiSquareTail(statistic, degrees) >= tail) return 0;
  let [low, high] = [0, Math.max(1, statistic)];
  while (noncentralTail(statistic, degrees, high) < tail) high *= 2;
  for (let i = 0; i < 100 && high - low > 1e-10 * (1 + high); i += 1) {
    const middle = (low + high) / 2;
    if (noncentralTail(statistic, degrees, middle) < tail) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The 90 % interval of `rmsea`. */
export function rmseaInterval(statistic: number, degrees: number, persons: number): { low: number; high: number } {
  const at = (tail: number) => Math.sqrt(noncentralityAt(statistic, degrees, tail) / (degrees * (persons - 1)));
  return { low: at(0.05), high: at(0.95) };
}
