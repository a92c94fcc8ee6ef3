import type { Budget } from './state.ts';

/** The day, month, quarter or year that an instant lies in (UTC). */
export function periodAt(timeUnit: Budget['timeUnit'], at: number): { startsAt: number; endsAt: number } {
  const date = new Date(at);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  switch (timeUnit) {
    case 'DAILY': {
      const startsAt = Date.UTC(year, month, date.getUTCDate());
      return { startsAt, endsAt: startsAt + 86_400_000 };
    }
    case 'MONTHLY':
      return { startsAt: Date.UTC(year, month), endsAt: Date.UTC(year, month + 1) };
    case 'QUARTERLY': {
      const first = month - (month % 3);
      return { startsAt: Date.UTC(year, first), endsAt: Date.UTC(year, first + 3) };
    }
    case 'ANNUALLY':
      return { startsAt: Date.UTC(year, 0), endsAt: Date.UTC(year + 1, 0) };
  }
}
