import type { Today } from '@cairn/contract';

type HeatDay = Today['heatMap']['days'][number];

export type HeatWeek = {
  readonly days: readonly HeatDay[];
  /** Set on the first week that begins in a month. */
  readonly monthName: string | undefined;
};

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const monthName = (day: string): string => MONTHS[Number(day.slice(5, 7)) - 1] ?? '';

/** Whole weeks from a Monday; the last may be short. */
export function weeksOf(days: readonly HeatDay[]): HeatWeek[] {
  const weeks = Array.from({ length: Math.ceil(days.length / 7) }, (_, index) => days.slice(7 * index, 7 * index + 7));
  return weeks.map((week, index) => {
    const month = week[0]?.day.slice(0, 7);
    const before = weeks[index - 1]?.[0]?.day.slice(0, 7);
    return { days: week, monthName: month !== before && month ? monthName(week[0]?.day ?? '') : undefined };
  });
}

export type HeatMonth = { readonly name: string; readonly activeDays: number; readonly minutes: number };

/** The same in numbers, the newest month first; months without anything are left out. */
export function monthsOf(days: readonly HeatDay[]): HeatMonth[] {
  const months = new Map<string, { activeDays: number; minutes: number }>();
  for (const { day, minutes } of days) {
    const sum = months.get(day.slice(0, 7)) ?? { activeDays: 0, minutes: 0 };
    months.set(day.slice(0, 7), {
      activeDays: sum.activeDays + (minutes > 0 ? 1 : 0),
      minutes: sum.minutes + minutes,
    });
  }
  return [...months]
    .filter(([, { activeDays }]) => activeDays > 0)
    .reverse()
    .map(([month, sum]) => ({ name: `${monthName(month)} ${month.slice(0, 4)}`, ...sum }));
}
