import { addDays, type Day, day, type Instant } from '@cairn/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heatMap, type LoggedActivity, localDay, type StreakRequest, streakOf, timeZoneFault } from '../index.ts';

const at = (text: string) => Date.parse(text) as Instant;
const did = (text: string, timeZone: string, minutes = 20): LoggedActivity => ({ at: at(text), timeZone, minutes });
const never = () => false;

function streak(activities: LoggedActivity[], now: string, timeZone: string, isFree: StreakRequest['isFree'] = never) {
  return streakOf({ activities, now: at(now), timeZone, isFree });
}

describe("the learner's day", () => {
  it('turns at four in the morning on the wall clock of the zone', () => {
    expect(localDay(at('2026-11-21T02:59:59Z'), 'Europe/Berlin')).toBe('2026-11-20');
    expect(localDay(at('2026-11-21T03:00:00Z'), 'Europe/Berlin')).toBe('2026-11-21');
    expect(localDay(at('2026-11-21T00:00:00Z'), 'Europe/Berlin', 0)).toBe('2026-11-21');
  });

  it.each([
    ['Europe/Berlin', '2026-03-29'],
    ['Europe/Berlin', '2026-10-25'],
    ['America/New_York', '2026-03-08'],
    ['Australia/Lord_Howe', '2026-10-04'],
    ['Asia/Kathmandu', '2026-06-01'],
  ])('is one day like any other where clocks change: %s on %s', (timeZone, text) => {
    const hours = Array.from(
      { length: 96 },
      (_, hour) => (at(`${addDays(day(text), -1)}T00:00:00Z`) + hour * 3_600_000) as Instant,
    );
    const days = hours.map((hour) => localDay(hour, timeZone));

    expect(days).toEqual(days.toSorted());
    expect(new Set(days).has(day(text))).toBe(true);
    const lengths = [...new Set(days)].slice(1, -1).map((one) => days.filter((other) => other === one).length);
    for (const length of lengths) expect([23, 24, 25]).toContain(length);
  });

  it('refuses a zone that nobody knows, and suggests one', () => {
    expect(() => localDay(at('2026-11-21T00:00:00Z'), 'Europe/Berlim')).toThrow(
      '"Europe/Berlim" is not a known time zone; write Europe/Berlin, if you mean that.',
    );
    expect(timeZoneFault('UTC')).toBeUndefined();
    expect(timeZoneFault('')).toMatch(/^"" is not a known time zone; write .+\.$/);
  });

  it('refuses an hour that no clock has', () => {
    expect(() => localDay(at('2026-11-21T00:00:00Z'), 'UTC', 24)).toThrow(
      'A day starts at a whole hour from 0 to 23, not at 24.',
    );
  });
});

describe('a streak', () => {
  const berlin = ['2026-11-18', '2026-11-19', '2026-11-20'].map((text) => did(`${text}T18:00:00Z`, 'Europe/Berlin'));

  it('counts days, not activities, and lets today still come', () => {
    const two = [...berlin, did('2026-11-20T20:00:00Z', 'Europe/Berlin')];

    expect(streak(two, '2026-11-21T09:00:00Z', 'Europe/Berlin')).toEqual({
      days: 3,
      longest: 3,
      isTodayDone: false,
      lastActiveOn: '2026-11-20',
    });
  });

  it('ends with a day that asked for something and got nothing, and is remembered', () => {
    expect(streak(berlin, '2026-11-22T09:00:00Z', 'Europe/Berlin')).toMatchObject({ days: 0, longest: 3 });
  });

  it('passes over free days without counting them', () => {
    const weekend = (one: Day) => one === '2026-11-21' || one === '2026-11-22';
    const later = [...berlin, did('2026-11-23T18:00:00Z', 'Europe/Berlin')];

    expect(streak(later, '2026-11-23T20:00:00Z', 'Europe/Berlin', weekend)).toMatchObject({
      days: 4,
      isTodayDone: true,
    });
  });

  it('counts what was done on a free day', () => {
    expect(streak(berlin, '2026-11-20T20:00:00Z', 'Europe/Berlin', () => true)).toMatchObject({ days: 3 });
  });

  it('holds when a flight skips a day: Los Angeles to Sydney', () => {
    const flight = [
      did('2026-11-20T04:00:00Z', 'America/Los_Angeles'), // the evening of the 19th
      did('2026-11-21T05:00:00Z', 'Australia/Sydney'), // the afternoon of the 21st; there was no 20th
    ];

    expect(streak(flight, '2026-11-21T06:00:00Z', 'Australia/Sydney')).toMatchObject({ days: 2, longest: 2 });
  });

  it('does not hold when the traveller had a whole day by both calendars', () => {
    const flight = [
      did('2026-11-19T04:00:00Z', 'America/Los_Angeles'),
      did('2026-11-22T05:00:00Z', 'Australia/Sydney'),
    ];

    expect(streak(flight, '2026-11-22T06:00:00Z', 'Australia/Sydney')).toMatchObject({ days: 1 });
  });

  it('counts a day that a flight repeats once: Auckland to Honolulu', () => {
    const flight = [
      did('2026-11-20T20:00:00Z', 'Pacific/Auckland'), // the morning of the 21st
      did('2026-11-21T02:00:00Z', 'Pacific/Auckland'), // its afternoon
      did('2026-11-21T20:00:00Z', 'Pacific/Honolulu'), // the 21st again
      did('2026-11-22T20:00:00Z', 'Pacific/Honolulu'),
    ];

    expect(streak(flight, '2026-11-22T21:00:00Z', 'Pacific/Honolulu')).toMatchObject({ days: 2, longest: 2 });
  });

  it('holds over the day that Samoa never had', () => {
    const samoa = [did('2011-12-30T00:00:00Z', 'Pacific/Apia'), did('2011-12-30T20:00:00Z', 'Pacific/Apia')];

    expect(samoa.map((one) => localDay(one.at, one.timeZone))).toEqual(['2011-12-29', '2011-12-31']);
    expect(streak(samoa, '2011-12-30T21:00:00Z', 'Pacific/Apia')).toMatchObject({ days: 2 });
  });

  it('is unbroken for somebody who learns every 20 hours, wherever they travel', () => {
    const zones = ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Berlin', 'America/St_Johns', 'Asia/Kolkata'];
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 500 }),
        fc.array(fc.constantFrom(...zones), { minLength: 2, maxLength: 30 }),
        (start, route) => {
          const log = route.map((timeZone, index) => ({
            at: (at('2026-01-01T00:00:00Z') + (start * 17 + index * 20) * 3_600_000) as Instant,
            timeZone,
            minutes: 10,
          }));
          const last = log.at(-1) ?? did('2026-01-01T00:00:00Z', 'UTC');
          const result = streakOf({ activities: log, now: last.at, timeZone: last.timeZone, isFree: never });
          const days = new Set(log.map((one) => localDay(one.at, one.timeZone)));

          expect(result.longest).toBe(days.size);
          expect(result.days).toBe(days.size);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is nothing for somebody who has not begun', () => {
    expect(streak([], '2026-11-21T09:00:00Z', 'UTC')).toEqual({
      days: 0,
      longest: 0,
      isTodayDone: false,
      lastActiveOn: undefined,
    });
  });
});

describe('the heat map', () => {
  const log = [
    did('2026-11-20T12:00:00Z', 'UTC', 40),
    did('2026-11-20T18:00:00Z', 'UTC', 30),
    did('2026-11-21T02:00:00Z', 'UTC', 5),
  ];
  const map = heatMap(log, day('2026-11-21'));

  it('covers 53 weeks from a Monday to today', () => {
    expect(new Date(map.days[0]?.day ?? '').getUTCDay()).toBe(1);
    expect(map.days.at(-1)?.day).toBe('2026-11-21');
    expect(map.days.length).toBe(52 * 7 + 6);
  });

  it('adds the minutes of a day, what was done after midnight included', () => {
    expect(map.days.at(-2)).toEqual({ day: '2026-11-20', minutes: 75, level: 4 });
    expect(map).toMatchObject({ minutes: 75, activeDays: 1 });
  });
});
