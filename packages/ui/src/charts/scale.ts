/** Round numbers from `low` to `high` for an axis: steps of 1, 2 or 5 times a power of ten, about `count` of them. */
export function ticks(low: number, high: number, count: number): readonly number[] {
  if (!(high > low)) return [low];
  const rough = (high - low) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) * power;
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/** The end of an axis: the first tick at or above `high`, so that no bar fills its whole track by chance. */
export function roundedUp(high: number): number {
  if (!(high > 0)) return 1;
  const [, step = high] = ticks(0, high, 5);
  return Math.ceil(high / step - 1e-9) * step;
}

/** Linear map from values to pixels. */
export function linear(domain: readonly [number, number], range: readonly [number, number]): (value: number) => number {
  const [low, high] = domain;
  const [start, end] = range;
  return (value) => (high === low ? start : start + ((value - low) / (high - low)) * (end - start));
}

const DAY_MILLISECONDS = 86_400_000;

/** Days since 1970 of `YYYY-MM-DD`: a calendar day as a number that can be drawn. */
export function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MILLISECONDS);
}

/** First days of months between two days, thinned to at most `count`. */
export function monthTicks(from: string, to: string, count: number): readonly string[] {
  const months: string[] = [];
  const [year = 1970, month = 1] = from.split('-').map(Number);
  for (let step = 0; step < 600; step += 1) {
    const day = new Date(Date.UTC(year, month - 1 + step, 1)).toISOString().slice(0, 10);
    if (day > to) break;
    if (day >= from) months.push(day);
  }
  const every = [1, 2, 3, 6, 12, 24].find((gap) => months.length / gap <= count) ?? 48;
  return months.filter((day) => (Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1) % every === 0);
}
