import type { Instant } from '@cairn/kernel';
import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { calendarOf, isFreeDay, makePlan, planCalendarFile } from '../index.ts';
import { exampleInput } from './testing/example.ts';

const made = makePlan(exampleInput());
if (made.outcome !== 'planned') throw new RangeError(made.sentence);
const { plan } = made;
const options = {
  name: 'My plan',
  uidSeed: 'p1',
  now: Date.parse('2026-11-23T08:00:00Z') as Instant,
  sequence: 3,
};

it('has an entry for each day with something to do, and none for others', () => {
  const busy = plan.days.filter(({ day }) => !isFreeDay(plan, day)).map(({ day }) => day);

  expect(calendarOf(plan).map(({ day }) => day)).toEqual(busy);
});

it('is read by another reader of calendars, with one event a day and the same ids again', () => {
  const read = () =>
    new ICAL.Component(ICAL.parse(planCalendarFile(plan, options)))
      .getAllSubcomponents('vevent')
      .map((one) => new ICAL.Event(one));
  const events = read();

  expect(events.map(({ summary }) => summary)).toEqual(calendarOf(plan).map(({ title }) => title));
  expect(events.map(({ uid }) => uid)).toEqual(read().map(({ uid }) => uid));
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  expect(events.at(-1)).toMatchObject({ summary: 'Exam', sequence: 3 });
});
