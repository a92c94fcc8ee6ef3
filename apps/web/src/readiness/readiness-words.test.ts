import { day } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';
import { abilityRow, sideText, signed } from './ability.ts';
import { dayText, dayTicks, numberOf } from './day-axis.ts';
import { agoText, estimateText, gainText, headlineOf } from './readiness-words.ts';

const estimate = (probability: number, low: number, high: number) => ({
  status: 'enough' as const,
  probability,
  low,
  high,
});

describe('what readiness says', () => {
  it('never gives a number without evidence', () => {
    const unknown = { ...estimate(0.4, 0.1, 0.8), status: 'not-enough-evidence' as const };

    expect(estimateText(unknown)).toBe('not enough evidence yet');
    expect(headlineOf(unknown)).toBe('Not enough evidence yet');
  });

  it.each([
    [estimate(0.93, 0.82, 0.98), /^Ready/],
    [estimate(0.72, 0.55, 0.85), /^More likely to pass/],
    [estimate(0.55, 0.4, 0.7), /either way/],
    [estimate(0.2, 0.1, 0.4), /^Not ready/],
  ])('takes its headline from the whole band, not from the estimate', (today, words) => {
    expect(headlineOf(today)).toMatch(words);
  });

  it('tells gains in points, and small ones as none', () => {
    expect(gainText(0.0234)).toBe('+2.3 points');
    expect(gainText(0.00134)).toBe('+0.13 points');
    expect(gainText(0.0002)).toBe('nothing to speak of');
    expect(gainText(-0.01)).toBe('nothing to speak of');
  });

  it('tells how long ago a day is', () => {
    const today = day('2026-11-21');

    expect(agoText(today, today)).toBe('today');
    expect(agoText(day('2026-11-20'), today)).toBe('yesterday');
    expect(agoText(day('2026-11-01'), today)).toBe('20 days ago');
  });
});

describe('abilities', () => {
  it('lie on a side of the line only with their whole interval', () => {
    expect(sideText({ low: 0.1, estimate: 0.5, high: 0.9 })).toBe('above the pass line');
    expect(sideText({ low: -0.1, estimate: 0.5, high: 1.1 })).toBe('could be either side');
    expect(sideText({ low: -0.9, estimate: -0.5, high: -0.1 })).toBe('below the pass line');
  });

  it('are drawn at the edge when they lie beyond it, and as unknown without an answer', () => {
    expect(abilityRow('x', 3, { low: -5, estimate: -4, high: -3.5 })).toMatchObject({
      low: -3,
      estimate: -3,
      high: -3,
    });
    expect(abilityRow('x', 0, { low: -1, estimate: 0, high: 1 })).toMatchObject({
      text: 'no answers yet',
      isUnknown: true,
    });
  });

  it('have a true minus, and no sign at zero', () => {
    expect([0.04, -0.04, 1.25, -1.2].map(signed)).toEqual(['0', '0', '+1.3', '−1.2']);
  });
});

describe('days on an axis', () => {
  it('are evenly apart and at most so many', () => {
    const [low, high] = [numberOf('2026-11-21'), numberOf('2027-02-06')];
    const days = dayTicks(low, high, 6);

    expect(days.length).toBeLessThanOrEqual(7);
    expect(new Set(days.slice(1).map((value, index) => value - (days[index] ?? 0))).size).toBe(1);
    expect(dayText(low)).toBe('21 Nov');
    expect(dayText(high)).toBe('6 Feb');
  });
});
