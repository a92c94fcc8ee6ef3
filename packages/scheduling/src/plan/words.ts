import type { Day } from '@cairn/kernel';

const WEEKDAY_NAMES = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTH_NAMES = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Tue 24 Nov 2026` */
export function dayName(day: Day): string {
  const date = new Date(day);
  return `${WEEKDAY_NAMES[date.getUTCDay()]} ${date.getUTCDate()} ${MONTH_NAMES[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** `45 minutes`, `2 h 10 min`, `13 hours`: as exact as somebody planning needs. */
export function duration(minutes: number): string {
  if (minutes < 60) return minutes === 1 ? '1 minute' : `${minutes} minutes`;
  const hours = Math.floor(minutes / 60);
  if (hours >= 8) return `${Math.round(minutes / 60)} hours`;
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}

/** `12 %`; a tenth below three percent, where rounding would hide the difference. */
export function percentOf(share: number): string {
  const percent = 100 * share;
  return `${percent > 0 && percent < 3 ? Math.round(10 * percent) / 10 : Math.round(percent)} %`;
}
