import type { Domain } from '../form.ts';

/**
 * Shares a whole number by weight: each gets its share rounded down, and what is left goes to the largest remainders
 * (Hamilton's method). Ties go to the earlier entry.
 *
 * @throws RangeError unless the weights have a positive sum
 */
export function largestRemainder(weights: readonly number[], total: number): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (!(sum > 0)) throw new RangeError('weights need a positive sum');
  const exact = weights.map((weight) => (weight / sum) * total);
  const shares = exact.map(Math.floor);
  const left = total - shares.reduce((all, share) => all + share, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    // Rounding noise must not decide a tie.
    .sort((a, b) => (Math.abs(a.remainder - b.remainder) < 1e-9 ? a.index - b.index : b.remainder - a.remainder));
  for (const { index } of byRemainder.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}

/** How many questions of a domain a form holds, and how many of them count. */
export type Quota = { readonly domain: Domain; readonly questions: number; readonly scored: number };

/**
 * Scored questions follow the weights first, since they decide the result; each unscored one then goes to the domain
 * furthest below its share of the whole form. So both keep the weights, and no domain has fewer questions than scored.
 */
export function quotasOf(domains: readonly Domain[], questions: number, unscored: number): Quota[] {
  const weights = domains.map(({ weight }) => weight);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const scored = largestRemainder(weights, questions - unscored);
  const all = [...scored];
  const lack = (index: number) => ((weights[index] ?? 0) / sum) * questions - (all[index] ?? 0);
  for (let i = 0; i < unscored; i += 1) {
    const neediest = domains.reduce((best, _, index) => (lack(index) > lack(best) + 1e-9 ? index : best), 0);
    all[neediest] = (all[neediest] ?? 0) + 1;
  }
  return domains.map((domain, i) => ({ domain, questions: all[i] ?? 0, scored: scored[i] ?? 0 }));
}
