import { describe, expect, it } from 'vitest';
import { clockText, secondsLeft, spokenTime, warningAt } from './countdown.ts';

const heard = { remainingSeconds: 600, paused: false, heardAtMilliseconds: 5000 };

describe('time left', () => {
  it('counts down from what the server said', () => {
    expect(secondsLeft(heard, 65_000)).toBe(540);
  });

  it('stands still while paused', () => {
    expect(secondsLeft({ ...heard, paused: true }, 65_000)).toBe(600);
  });

  it('never grows and never falls below zero', () => {
    expect(secondsLeft(heard, 0)).toBe(600);
    expect(secondsLeft(heard, 10_000_000)).toBe(0);
  });

  it('is none in an untimed attempt', () => {
    expect(secondsLeft({ ...heard, remainingSeconds: null }, 0)).toBeNull();
  });
});

describe('warnings', () => {
  it.each([
    [1351, undefined],
    [1350, 'quarter'],
    [300, 'five-minutes'],
    [60, 'one-minute'],
    [0, 'time-up'],
  ])('of 90 minutes, %i seconds give %s', (left, warning) => {
    expect(warningAt(left, 5400)).toBe(warning);
  });

  it('are skipped where the whole form is shorter than five minutes', () => {
    expect(warningAt(200, 240)).toBeUndefined();
    expect(warningAt(61, 240)).toBeUndefined();
    expect(warningAt(60, 240)).toBe('one-minute');
  });

  it('never come in an untimed attempt', () => {
    expect(warningAt(null, null)).toBeUndefined();
  });
});

describe('time in words', () => {
  it.each([
    [3849, '1:04:09'],
    [249, '4:09'],
    [0.2, '0:01'],
    [0, '0:00'],
  ])('%d seconds read %s', (seconds, text) => {
    expect(clockText(seconds)).toBe(text);
  });

  it.each([
    [3840, '1 hour 4 minutes'],
    [7200, '2 hours'],
    [300, '5 minutes'],
    [1, '1 second'],
  ])('%d seconds are spoken as %s', (seconds, text) => {
    expect(spokenTime(seconds)).toBe(text);
  });
});
