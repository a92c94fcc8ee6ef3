import type { SalaryFinding } from '../posting.ts';
import { FEW } from '../shares/share.ts';
import type { PayCount, Quartiles } from './survey.ts';

const GROUPS = 30;

type Amounts = Pick<SalaryFinding, 'currency' | 'period'> & { postings: number; lows: number[]; highs: number[] };

/** By linear interpolation between the two nearest values (Hyndman & Fan 1996, type 7). */
function quantile(sorted: readonly number[], probability: number): number {
  const place = (sorted.length - 1) * probability;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

function summary(amounts: readonly number[]): { postings: number; quartiles?: Quartiles } {
  if (amounts.length < FEW) return { postings: amounts.length };
  const sorted = amounts.toSorted((a, b) => a - b);
  const quartiles = { lower: quantile(sorted, 0.25), median: quantile(sorted, 0.5), upper: quantile(sorted, 0.75) };
  return { postings: amounts.length, quartiles };
}

/** Posted pay by currency and period. All amounts are kept: 16 bytes a posting that states any. */
export class PayTally {
  readonly #groups = new Map<string, Amounts>();

  add({ currency, period, low, high }: SalaryFinding): void {
    const key = `${currency} ${period}`;
    const group = this.#groups.get(key) ?? { currency, period, postings: 0, lows: [], highs: [] };
    this.#groups.set(key, group);
    group.postings += 1;
    if (low !== undefined) group.lows.push(low);
    if (high !== undefined) group.highs.push(high);
  }

  counts(): PayCount[] {
    return [...this.#groups]
      .sort(([keyA, a], [keyB, b]) => b.postings - a.postings || (keyA < keyB ? -1 : 1))
      .slice(0, GROUPS)
      .map(([, { currency, period, postings, lows, highs }]) => ({
        currency,
        period,
        postings,
        lows: summary(lows),
        highs: summary(highs),
      }));
  }
}
