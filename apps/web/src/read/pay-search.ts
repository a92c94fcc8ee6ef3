import type { DatedRate } from '@cairn/catalog';
import { isDay } from '@cairn/kernel';

export type PaySearch = {
  readonly role?: string;
  readonly region?: string;
  /** A rate that the learner typed: `GBP`, `EUR`, 1.17, its day, and where it was read. */
  readonly from?: string;
  readonly to?: string;
  readonly rate?: number;
  readonly on?: string;
  readonly by?: string;
};

export function parsePaySearch(raw: Record<string, unknown>): PaySearch {
  const texts = ['role', 'region', 'from', 'to', 'on', 'by'].flatMap((key) =>
    typeof raw[key] === 'string' && raw[key] !== '' ? [[key, raw[key].slice(0, 80)]] : [],
  );
  const rate = Number(raw.rate);
  return { ...Object.fromEntries(texts), ...(raw.rate !== undefined && rate > 0 && { rate }) };
}

/** Undefined unless rate, day and source are all there. */
export function rateIn({ from, to, rate, on, by }: PaySearch): DatedRate | undefined {
  if (from === undefined || to === undefined || rate === undefined || on === undefined || by === undefined)
    return undefined;
  return isDay(on) && /^[A-Z]{3}$/.test(to) && Number.isFinite(rate) ? { from, to, rate, on, source: by } : undefined;
}

/** The address of a rate; of none, when it is taken away. */
export function searchOfRate(rate: DatedRate | undefined): Omit<PaySearch, 'role' | 'region'> {
  return rate ? { from: rate.from, to: rate.to, rate: rate.rate, on: rate.on, by: rate.source } : {};
}
