import { describe, expect, it } from 'vitest';
import { nextDue } from './schedule.ts';

const after = (expression: string, from: string): string | undefined => {
  const at = nextDue(expression, Date.parse(from));
  return at === undefined ? undefined : new Date(at).toISOString().slice(0, 16);
};

describe('a schedule', () => {
  it.each([
    ['rate(5 minutes)', '2026-03-01T10:00:00Z', '2026-03-01T10:05'],
    ['rate(1 day)', '2026-03-01T10:00:00Z', '2026-03-02T10:00'],
    ['cron(0 12 * * ? *)', '2026-03-01T10:00:00Z', '2026-03-01T12:00'],
    ['cron(0 12 * * ? *)', '2026-03-01T12:00:00Z', '2026-03-02T12:00'],
    ['cron(0/15 8-17 ? * MON-FRI *)', '2026-03-06T17:45:00Z', '2026-03-09T08:00'],
    ['cron(0 10 ? * 6#3 *)', '2026-03-01T00:00:00Z', '2026-03-20T10:00'],
    ['cron(0 10 ? * 6L *)', '2026-03-01T00:00:00Z', '2026-03-27T10:00'],
    ['cron(0 10 L * ? *)', '2026-02-01T00:00:00Z', '2026-02-28T10:00'],
    ['cron(0 10 15W * ? *)', '2026-03-01T00:00:00Z', '2026-03-16T10:00'],
    ['cron(0 10 1W * ? *)', '2026-08-01T00:00:00Z', '2026-08-03T10:00'],
    ['cron(0 0 29 FEB ? *)', '2026-03-01T00:00:00Z', '2028-02-29T00:00'],
    ['cron(5,35 14 1,15 JAN,JUL ? 2027)', '2026-03-01T00:00:00Z', '2027-01-01T14:05'],
  ])('%s falls due after %s at %s', (expression, from, expected) => {
    expect(after(expression, from)).toBe(expected);
  });

  it('of a year gone by never falls due', () => {
    expect(after('cron(0 0 1 1 ? 2020)', '2026-03-01T00:00:00Z')).toBeUndefined();
  });

  it.each([
    'rate(5 minute)',
    'rate(1 minutes)',
    'rate(0 days)',
    'cron(0 12 * * * *)',
    'cron(0 12 * * ?)',
    'cron(60 12 * * ? *)',
    'cron(0 12 ? * 6#6 *)',
    'every day',
  ])('%s is refused', (expression) => {
    expect(() => nextDue(expression, 0)).toThrow('Parameter ScheduleExpression is not valid');
  });
});
