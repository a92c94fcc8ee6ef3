import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sectionMinutes } from './material.ts';

type Lesson = Parameters<typeof sectionMinutes>[0];

const lessonOf = (minutes: number, lengths: readonly number[]) =>
  ({
    minutes,
    opening: 'x'.repeat(100),
    parts: lengths.map((length) => ({ blocks: [{ kind: 'text', text: 'x'.repeat(length) }] })),
  }) as unknown as Lesson; // a lesson has more, which no minute depends on

it('shares the minutes of a lesson by the length of its parts', () => {
  expect(sectionMinutes(lessonOf(10, [900, 2000, 1000, 1000]))).toEqual([2, 4, 2, 2]);
});

it('gives every part a minute at least, and loses none', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 4, max: 15 }),
      fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 4, maxLength: 4 }),
      (minutes, lengths) => {
        const sections = sectionMinutes(lessonOf(minutes, lengths));
        expect(sections.reduce((sum, one) => sum + one, 0)).toBe(minutes);
        expect(Math.min(...sections)).toBeGreaterThanOrEqual(1);
      },
    ),
  );
});
