import { type FieldRange, parseField, parseValue } from './cron-field.ts';

const MINUTE: FieldRange = { min: 0, max: 59 };
const HOUR: FieldRange = { min: 0, max: 23 };
const DAY: FieldRange = { min: 1, max: 31 };
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const MONTH: FieldRange = { min: 1, max: 12, names: MONTHS };
const WEEKDAY: FieldRange = { min: 1, max: 7, names: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] };
const YEAR: FieldRange = { min: 1970, max: 2199 };

const DAY_MILLISECONDS = 86_400_000;
/** Leap days that fall on a given weekday are 28 years apart at most, 40 around 2100. */
const HORIZON_DAYS = 41 * 366;

/** Minutes, hours, day of month, month, day of week and year, in UTC. */
export interface Cron {
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  readonly years: ReadonlySet<number>;
  /** Whether a day, by its fields day of month and day of week, is one of the schedule's. */
  readonly isDay: (midnight: Date) => boolean;
}

/** Reads what stands between the brackets of `cron(…)`. Undefined when it is not right. */
export function parseCron(text: string): Cron | undefined {
  const fields = text.trim().split(/\s+/);
  const [minute = '', hour = '', day = '', month = '', weekday = '', year = ''] = fields;
  const isEitherDay = (day === '?') !== (weekday === '?'); // one of the two must be ?
  const minutes = parseField(minute, MINUTE);
  const hours = parseField(hour, HOUR);
  const months = parseField(month, MONTH);
  const years = parseField(year, YEAR);
  const isDay = weekday === '?' ? dayOfMonth(day) : dayOfWeek(weekday);
  if (fields.length !== 6 || !isEitherDay || !minutes || !hours || !months || !years || !isDay) return undefined;
  return { minutes, hours, months, years, isDay };
}

/** The first minute after `after` that the schedule names; undefined when there is none within forty years. */
export function nextCron(cron: Cron, after: number): number | undefined {
  const start = Math.floor(after / DAY_MILLISECONDS) * DAY_MILLISECONDS;
  for (let day = 0; day < HORIZON_DAYS; day += 1) {
    const midnight = new Date(start + day * DAY_MILLISECONDS);
    if (!isOn(cron, midnight)) continue;
    const found = firstMinute(cron, midnight.getTime(), after);
    if (found !== undefined) return found;
  }
  return undefined;
}

const isOn = ({ months, years, isDay }: Cron, midnight: Date): boolean =>
  years.has(midnight.getUTCFullYear()) && months.has(midnight.getUTCMonth() + 1) && isDay(midnight);

function firstMinute({ hours, minutes }: Cron, midnight: number, after: number): number | undefined {
  for (const hour of ascending(hours)) {
    for (const minute of ascending(minutes)) {
      const at = midnight + (hour * 60 + minute) * 60_000;
      if (at > after) return at;
    }
  }
  return undefined;
}

const ascending = (values: ReadonlySet<number>): readonly number[] => [...values].sort((a, b) => a - b);

type IsDay = (midnight: Date) => boolean;

/** `L` is the last day of the month, `15W` the weekday nearest to the 15th. */
function dayOfMonth(text: string): IsDay | undefined {
  if (text === 'L') return (midnight) => midnight.getUTCDate() === daysInMonth(midnight);
  const near = /^(\d{1,2})W$/.exec(text)?.[1];
  if (near !== undefined) {
    const day = parseValue(near, DAY);
    return day === undefined ? undefined : (midnight) => midnight.getUTCDate() === nearestWeekday(midnight, day);
  }
  const days = parseField(text, DAY);
  return days && ((midnight) => days.has(midnight.getUTCDate()));
}

/** `6#3` is the third Friday, `6L` the last one, `L` Saturday. */
function dayOfWeek(text: string): IsDay | undefined {
  const [, dayText = '', nth] = /^(\w+)#([1-5])$/.exec(text) ?? [];
  if (nth !== undefined) {
    const day = parseValue(dayText, WEEKDAY);
    const isNth = (midnight: Date) => Math.ceil(midnight.getUTCDate() / 7) === Number(nth);
    return day === undefined ? undefined : (midnight) => weekdayOf(midnight) === day && isNth(midnight);
  }
  const lastText = text === 'L' ? undefined : /^(\w+)L$/.exec(text)?.[1];
  const last = lastText === undefined ? undefined : parseValue(lastText, WEEKDAY);
  if (last !== undefined) {
    return (midnight) => weekdayOf(midnight) === last && midnight.getUTCDate() > daysInMonth(midnight) - 7;
  }
  const days = parseField(text === 'L' ? '7' : text, WEEKDAY);
  return days && ((midnight) => days.has(weekdayOf(midnight)));
}

/** 1 is Sunday. */
const weekdayOf = (midnight: Date): number => midnight.getUTCDay() + 1;

const daysInMonth = (midnight: Date): number =>
  new Date(Date.UTC(midnight.getUTCFullYear(), midnight.getUTCMonth() + 1, 0)).getUTCDate();

/** Monday to Friday nearest to `day`, never in another month. */
function nearestWeekday(midnight: Date, day: number): number {
  const last = daysInMonth(midnight);
  const wanted = Math.min(day, last);
  const weekday = weekdayOf(new Date(Date.UTC(midnight.getUTCFullYear(), midnight.getUTCMonth(), wanted)));
  if (weekday === 7) return wanted === 1 ? 3 : wanted - 1;
  if (weekday === 1) return wanted === last ? wanted - 2 : wanted + 1;
  return wanted;
}
