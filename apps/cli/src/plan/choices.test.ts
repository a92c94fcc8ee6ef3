import type { PlanChoices } from '@cairn/contract';
import { describe, expect, it } from 'vitest';
import { choicesFrom, hasChoices, refuseContradiction } from './choices.ts';

const saved: PlanChoices = {
  preset: null,
  goal: { kind: 'when-ready' },
  minutesByWeekday: { monday: 10, tuesday: 20, wednesday: 30, thursday: 40, friday: 50, saturday: 60, sunday: 70 },
  daysOff: [],
  known: { 1: 0.5 },
};

describe('choices of the command line', () => {
  it('change what was saved and keep the rest', () => {
    expect(choicesFrom({ minutes: 'mon=0, sat=120' }, saved)).toEqual({
      ...saved,
      minutesByWeekday: { ...saved.minutesByWeekday, monday: 0, saturday: 120 },
    });
  });

  it('of a preset bring its own day and minutes', () => {
    expect(choicesFrom({ preset: 'six-weeks' }, saved)).toEqual({
      ...saved,
      preset: 'six-weeks',
      goal: null,
      minutesByWeekday: null,
    });
  });

  it('know days off and ranges of them', () => {
    expect(choicesFrom({ daysOff: ['2026-12-24..2026-12-26,2027-01-01'] }, undefined).daysOff).toEqual([
      { from: '2026-12-24', to: '2026-12-26' },
      { from: '2027-01-01' },
    ]);
  });

  it.each([
    [{ replan: true as const, dryRun: true as const }, '--replan saves what it moves, and --dry-run saves nothing'],
    [{ replan: true as const, hoursPerWeek: '5' }, '--replan keeps what was chosen'],
  ])('do not contradict what is to be done: %j', (options, sentence) => {
    expect(() => refuseContradiction(options)).toThrow(sentence);
    expect(() => refuseContradiction({ replan: true })).not.toThrow();
  });

  it('are none if nothing was typed', () => {
    expect([hasChoices({}), hasChoices({ whenReady: true })]).toEqual([false, true]);
  });

  it.each([
    [{ on: '2027-02-30' }, '--on 2027-02-30 is no day of the calendar'],
    [{ on: '2027-02-14', whenReady: true as const }, 'exclude each other'],
    [{ hoursPerWeek: 'x' }, '--hours-per-week x is no number of hours'],
    [{ hoursPerWeek: '5', minutes: 'mon=1' }, 'say the same'],
    [{ minutes: 'm=30' }, '--minutes m=30 is not understood'],
    [{ minutes: 'monday=' }, '--minutes monday= is not understood'],
    [{ minutes: 'monday=2000' }, '--minutes monday=2000 is not understood'],
    [{ preset: 'ten-weeks' }, 'choose two-weeks, four-weeks'],
    [{ daysOff: ['soon'] }, '--days-off soon is no day'],
  ])('that make no sense are named: %j', (options, sentence) => {
    expect(() => choicesFrom(options, undefined)).toThrow(sentence);
  });
});
