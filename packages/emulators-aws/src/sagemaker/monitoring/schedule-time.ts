import { validation } from '../errors.ts';

const HOUR_MILLISECONDS = 3_600_000;
/** `cron(0 * ? * * *)` each hour, `cron(0 17 ? * * *)` each day, `cron(0 17/6 ? * * *)` each six hours from 17. */
const CRON = /^cron\(0 (\*|\d{1,2}|\[\d{2}\])(?:\/(\d{1,2}))? \? \* \* \*\)$/;

/** The hours of the day at which a schedule runs; 'once' for one that runs when it is made. */
export type ScheduleHours = readonly number[] | 'once';

/** @see https://docs.aws.amazon.com/sagemaker/latest/dg/model-monitor-schedule-expression.html */
export function parseSchedule(expression: string): ScheduleHours {
  if (expression === 'NOW') return 'once';
  const [, first, every] = CRON.exec(expression) ?? [];
  const start = first === '*' ? 0 : Number(first?.replace(/\D/g, ''));
  const step = every === undefined ? (first === '*' ? 1 : 24) : Number(every);
  if (first === undefined || !(start < 24) || !(step >= 1 && step <= 24)) {
    throw validation(
      `Invalid ScheduleExpression "${expression}": use cron(0 * ? * * *) for each hour, cron(0 H ? * * *) for each day at hour H, cron(0 H/N ? * * *) for each N hours, or NOW.`,
    );
  }
  const hours = Array.from({ length: Math.ceil(24 / step) }, (_, i) => (start + i * step) % 24);
  return hours.sort((a, b) => a - b);
}

/** The next instant after `now` at which the schedule runs; the schedule has at least one hour. */
export function nextRun(hours: readonly number[], now: number): number {
  let at = (Math.floor(now / HOUR_MILLISECONDS) + 1) * HOUR_MILLISECONDS;
  while (!hours.includes(new Date(at).getUTCHours())) at += HOUR_MILLISECONDS;
  return at;
}

/** The run before the one at `at`: what came since is what is looked at. */
export function previousRun(hours: readonly number[], at: number): number {
  let before = at - HOUR_MILLISECONDS;
  while (!hours.includes(new Date(before).getUTCHours())) before -= HOUR_MILLISECONDS;
  return before;
}

const OFFSET = /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/;

/** Milliseconds of `-PT1H` or `-P1D`; what is before is negative. */
export function parseOffset(text: string): number {
  const [, sign, days = '0', hours = '0', minutes = '0'] = OFFSET.exec(text) ?? [];
  if (sign === undefined) throw validation(`Invalid time offset "${text}": write it as -PT1H, or -P1D.`);
  const size = Number(days) * 24 * HOUR_MILLISECONDS + Number(hours) * HOUR_MILLISECONDS + Number(minutes) * 60_000;
  return sign === '-' ? -size : size;
}

/** `2026/11/21/10`, where a report of that hour lies. */
export const hourPath = (at: number): string => new Date(at).toISOString().slice(0, 13).replace(/[-T]/g, '/');
