import type { Today, TodayEntry } from '@cairn/contract';
import { describe, expect, it } from 'vitest';
import { monthsOf, weeksOf } from './heat-map.ts';
import { placeOf } from './place.ts';
import { isTime, untilNext } from './reminder-clock.ts';
import { readMinutes } from './time-box.ts';
import { ledeOf, loadText, partText, streakText, timeText } from './today-words.ts';

const entry: TodayEntry = {
  id: 'lesson:x',
  exam: 'x',
  code: 'X',
  kind: 'lesson',
  title: 'A lesson',
  minutes: 9,
  isWhole: true,
  isFromOtherDay: false,
  sections: null,
  why: 'Because.',
  link: '/learn/x/1.1',
  canTick: false,
};

const today = (over: Partial<Today>): Today => ({
  day: '2026-11-21',
  timeZone: 'UTC',
  minutes: 20,
  plans: [],
  items: [],
  waiting: [],
  doneToday: [],
  isFree: true,
  dueCards: { count: 0, minutes: 0 },
  streak: { days: 0, longest: 0, isTodayDone: false, lastActiveOn: null },
  heatMap: { days: [], minutes: 0, activeDays: 0 },
  load: [],
  mastery: [],
  isNew: false,
  ...over,
});

describe('words of today', () => {
  it('say what there is, and that a free day is free', () => {
    expect(ledeOf(today({ items: [entry], isFree: false }))).toBe('1 piece, about 9 min. Press Enter to start.');
    expect(ledeOf(today({}))).toContain('The day is yours');
    expect(ledeOf(today({ doneToday: [{ exam: 'x', kind: 'lesson', title: 'A' }] }))).toContain('is done');
  });

  it('name a part of a lesson, and what comes from another day', () => {
    expect(partText(entry)).toBeUndefined();
    expect(partText({ ...entry, isWhole: false, sections: 2, isFromOtherDay: true })).toBe(
      'the first 2 sections, from another day',
    );
    expect(partText({ ...entry, kind: 'cards', isWhole: false })).toBe('as many as fit');
  });

  it('tell a row of days without reproach', () => {
    const row = { days: 3, longest: 9, isTodayDone: false, lastActiveOn: '2026-11-20' };
    expect(streakText(row)).toBe(
      '3 days in a row. Anything today goes on with it; days off do not break it. The longest was 9.',
    );
    expect(streakText({ ...row, days: 0 })).toContain('starts a new row');
  });

  it('tell the busiest of the coming days', () => {
    const load = [
      { day: '2026-11-21', planned: 20, cards: 5, isExamDay: false },
      { day: '2026-11-22', planned: 90, cards: 10, isExamDay: false },
    ];
    expect(loadText(load)).toBe('2 h 5 min in the next two weeks, most on 22 November 2026: 1 h 40 min.');
    expect(loadText([])).toContain('Nothing is planned');
  });

  it.each([
    [5, '5 min'],
    [60, '1 h'],
    [95, '1 h 35 min'],
  ])('%i minutes are %s', (minutes, text) => expect(timeText(minutes)).toBe(text));
});

it('an address becomes a path and its search', () => {
  expect(placeOf('/exams/x?practice=5&domain=2')).toEqual({ to: '/exams/x', search: { practice: 5, domain: 2 } });
  expect(placeOf('/learn/x/1.1')).toEqual({ to: '/learn/x/1.1', search: {} });
});

it.each([
  ['20', 20],
  ['0', undefined],
  ['ten', undefined],
  [undefined, undefined],
])('a box of %j is %j', (value, minutes) => expect(readMinutes(value)).toBe(minutes));

describe('the heat map', () => {
  const days = Array.from({ length: 16 }, (_, index) => ({
    day: new Date(Date.UTC(2026, 10, 23 + index)).toISOString().slice(0, 10),
    minutes: index === 0 || index === 9 ? 30 : 0,
    level: 0,
  }));

  it('names a month above its first week', () => {
    expect(weeksOf(days).map(({ monthName, days: week }) => [monthName, week.length])).toEqual([
      ['Nov', 7],
      [undefined, 7],
      ['Dec', 2],
    ]);
  });

  it('is a table of months too, the newest first', () => {
    expect(monthsOf(days)).toEqual([
      { name: 'Dec 2026', activeDays: 1, minutes: 30 },
      { name: 'Nov 2026', activeDays: 1, minutes: 30 },
    ]);
  });
});

it('a reminder waits for the next time that the wall shows it', () => {
  const now = new Date(2026, 10, 21, 17, 30);
  expect(untilNext('18:00', now)).toBe(30 * 60_000);
  expect(untilNext('17:30', now)).toBe(24 * 3_600_000);
  expect([isTime('18:00'), isTime('24:00'), isTime('')]).toEqual([true, false, false]);
});
