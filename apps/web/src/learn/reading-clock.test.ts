import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterEvent, type ReadingClock, type ReadingEvent, startReading } from './reading-clock.ts';

type Happening = readonly [ReadingEvent, number];

const secondsAfter = (happenings: readonly Happening[], isInView = true): number =>
  happenings.reduce<ReadingClock>(
    (clock, [event, second]) => afterEvent(clock, event, second * 1000),
    startReading(0, isInView),
  ).countedMilliseconds / 1000;

describe('the time that a page was in view', () => {
  it.each<[string, readonly Happening[], number]>([
    [
      'counts while somebody scrolls',
      [
        ['touched', 40],
        ['touched', 90],
        ['looked', 100],
      ],
      100,
    ],
    [
      'stops a minute after the last touch',
      [
        ['touched', 10],
        ['looked', 600],
      ],
      70,
    ],
    [
      'counts that minute once',
      [
        ['looked', 200],
        ['looked', 400],
      ],
      60,
    ],
    [
      'goes on with the next touch',
      [
        ['touched', 600],
        ['looked', 620],
      ],
      80,
    ],
    [
      'leaves out what was hidden',
      [
        ['hidden', 20],
        ['shown', 500],
        ['looked', 530],
      ],
      50,
    ],
    [
      'ignores touches while hidden',
      [
        ['hidden', 20],
        ['touched', 30],
        ['looked', 50],
      ],
      20,
    ],
  ])('%s', (_, happenings, seconds) => {
    expect(secondsAfter(happenings)).toBe(seconds);
  });

  it('is nothing for a page that was opened behind another one', () => {
    expect(secondsAfter([['looked', 500]], false)).toBe(0);
  });

  it('never exceeds the time that passed', () => {
    const happening = fc.tuple(
      fc.constantFrom<ReadingEvent>('touched', 'shown', 'hidden', 'looked'),
      fc.nat({ max: 900 }),
    );
    fc.assert(
      fc.property(fc.array(happening), (happenings) => {
        const inOrder = [...happenings].sort(([, a], [, b]) => a - b);
        const counted = secondsAfter(inOrder);

        expect(counted).toBeGreaterThanOrEqual(0);
        expect(counted).toBeLessThanOrEqual(inOrder.at(-1)?.[1] ?? 0);
      }),
    );
  });
});
