import { describe, expect, it } from 'vitest';
import { hourPath, nextRun, parseOffset, parseSchedule, previousRun } from './schedule-time.ts';

const HOUR = 3_600_000;
const at = (text: string) => Date.parse(`2026-11-21T${text}Z`);
const hoursOf = (expression: string) => {
  const hours = parseSchedule(expression);
  if (hours === 'once') throw new RangeError('runs once');
  return hours;
};

describe('a schedule expression', () => {
  it.each([
    ['cron(0 * ? * * *)', Array.from({ length: 24 }, (_, i) => i)],
    ['cron(0 17 ? * * *)', [17]],
    ['cron(0 [05] ? * * *)', [5]],
    ['cron(0 17/6 ? * * *)', [5, 11, 17, 23]],
  ])('%s gives its hours', (expression, hours) => {
    expect(parseSchedule(expression)).toEqual(hours);
  });

  it.each(['cron(5 * ? * * *)', 'rate(1 hour)', 'cron(0 24 ? * * *)', 'cron(0 1/0 ? * * *)'])(
    '%s is refused',
    (text) => {
      expect(() => parseSchedule(text)).toThrow(`Invalid ScheduleExpression "${text}"`);
    },
  );

  it('of NOW runs once', () => {
    expect(parseSchedule('NOW')).toBe('once');
  });
});

describe('runs', () => {
  it('come at the next full hour that is among the hours', () => {
    expect(nextRun(hoursOf('cron(0 * ? * * *)'), at('10:00:00'))).toBe(at('11:00:00'));
    expect(nextRun(hoursOf('cron(0 17 ? * * *)'), at('17:00:01'))).toBe(at('17:00:00') + 24 * HOUR);
    expect(nextRun(hoursOf('cron(0 17/6 ? * * *)'), at('12:30:00'))).toBe(at('17:00:00'));
  });

  it('look back to the one before', () => {
    expect(previousRun(hoursOf('cron(0 17 ? * * *)'), at('17:00:00'))).toBe(at('17:00:00') - 24 * HOUR);
    expect(previousRun(hoursOf('cron(0 17/6 ? * * *)'), at('05:00:00'))).toBe(at('05:00:00') - 6 * HOUR);
  });
});

describe('an offset', () => {
  it.each([
    ['-PT1H', -HOUR],
    ['PT0H', 0],
    ['-P1D', -24 * HOUR],
    ['-P1DT2H30M', -26.5 * HOUR],
  ])('%s is so many milliseconds', (text, milliseconds) => {
    expect(parseOffset(text) + 0).toBe(milliseconds);
  });

  it('of another form is refused', () => {
    expect(() => parseOffset('1h')).toThrow('Invalid time offset "1h"');
  });
});

it('a report lies in the folder of its hour', () => {
  expect(hourPath(at('09:59:59'))).toBe('2026/11/21/09');
});
