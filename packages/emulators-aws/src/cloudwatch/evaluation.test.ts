import { describe, expect, it } from 'vitest';
import { type Datapoint, evaluationRange, judge } from './evaluation.ts';
import type { MissingData } from './state.ts';

/** The tables of the user guide: oldest first, `0` within and `X` beyond the threshold, `-` missing. */
const rangeOf = (text: string): (Datapoint | undefined)[] =>
  text
    .split(' ')
    .map((mark, at) => (mark === '-' ? undefined : { at, value: mark === 'X' ? 2 : 0 }))
    .reverse();

const TREATMENTS: readonly MissingData[] = ['missing', 'ignore', 'breaching', 'notBreaching'];
const verdicts = (text: string, datapointsToAlarm: number) =>
  TREATMENTS.map((missingData) => {
    const judgement = { evaluationPeriods: 3, datapointsToAlarm, threshold: 1, missingData } as const;
    return judge(rangeOf(text), { ...judgement, comparison: 'GreaterThanThreshold' }).state ?? 'retain';
  });

describe('3 out of 3 datapoints', () => {
  it.each([
    ['0 - X - X', ['OK', 'OK', 'OK', 'OK']],
    ['0 - - - -', ['OK', 'OK', 'OK', 'OK']],
    ['- - - - -', ['INSUFFICIENT_DATA', 'retain', 'ALARM', 'OK']],
    ['0 X X - X', ['ALARM', 'ALARM', 'ALARM', 'ALARM']],
    ['- - X - -', ['ALARM', 'retain', 'ALARM', 'OK']],
  ])('%s', (range, expected) => {
    expect(verdicts(range, 3)).toEqual(expected);
  });
});

describe('2 out of 3 datapoints', () => {
  it.each([
    ['0 - X - X', ['ALARM', 'ALARM', 'ALARM', 'ALARM']],
    ['0 0 X 0 X', ['ALARM', 'ALARM', 'ALARM', 'ALARM']],
    ['0 - X - -', ['OK', 'OK', 'ALARM', 'OK']],
    ['- - - - 0', ['OK', 'OK', 'ALARM', 'OK']],
    ['- - - X -', ['ALARM', 'retain', 'ALARM', 'OK']],
  ])('%s', (range, expected) => {
    expect(verdicts(range, 2)).toEqual(expected);
  });
});

it('looks at five periods for three', () => {
  expect(evaluationRange(3)).toBe(5);
});

it.each([
  ['GreaterThanOrEqualToThreshold', [false, true, true]],
  ['GreaterThanThreshold', [false, false, true]],
  ['LessThanThreshold', [true, false, false]],
  ['LessThanOrEqualToThreshold', [true, true, false]],
] as const)('%s', (comparison, expected) => {
  const states = [0, 1, 2].map((value) => {
    const judgement = { evaluationPeriods: 1, datapointsToAlarm: 1, threshold: 1, missingData: 'missing' } as const;
    return judge([{ at: 0, value }], { ...judgement, comparison }).state === 'ALARM';
  });

  expect(states).toEqual(expected);
});
