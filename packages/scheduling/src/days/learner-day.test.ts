import type { Instant } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';
import { learnerDay } from './learner-day.ts';

const at = (text: string) => Date.parse(text) as Instant;
const text = ({ day, startsAt, endsAt }: ReturnType<typeof learnerDay>) => [
  day,
  new Date(startsAt).toISOString(),
  new Date(endsAt).toISOString(),
];

describe("the learner's day", () => {
  it('starts at four on the wall of their zone', () => {
    expect(text(learnerDay(at('2026-11-21T09:00:00Z'), 'Europe/Berlin'))).toEqual([
      '2026-11-21',
      '2026-11-21T03:00:00.000Z',
      '2026-11-22T03:00:00.000Z',
    ]);
  });

  it('is still yesterday at one in the morning', () => {
    expect(learnerDay(at('2026-11-21T00:30:00Z'), 'Europe/Berlin').day).toBe('2026-11-20');
  });

  it.each([
    ['2026-03-28T12:00:00Z', 23],
    ['2026-10-24T12:00:00Z', 25],
    ['2026-06-01T12:00:00Z', 24],
  ])('around %s has %i hours', (now, hours) => {
    const { startsAt, endsAt } = learnerDay(at(now), 'Europe/Berlin');

    expect((endsAt - startsAt) / 3_600_000).toBe(hours);
  });

  it('begins at its first millisecond', () => {
    const start = at('2026-11-21T03:00:00Z');

    expect(learnerDay(start, 'Europe/Berlin').startsAt).toBe(start);
    expect(learnerDay((start - 1) as Instant, 'Europe/Berlin').endsAt).toBe(start);
  });
});
