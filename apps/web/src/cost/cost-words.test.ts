import type { Readiness } from '@cairn/contract';
import { describe, expect, it } from 'vitest';
import { intervalSentence, monthsInWords, percentText } from './money-words.ts';
import { measuredBy } from './use-measured.ts';

describe('a chance from the learner’s own answers', () => {
  const today = { status: 'enough', probability: 0.62, low: 0.4, high: 0.8 } as const;
  const none = { examOn: null, hoursPerWeek: null, source: 'none' } as const;
  const readiness = { code: 'AIF-C01', answers: 65, today, forecast: null, plan: none } as unknown as Readiness;

  it('is that of today, with its band and what it rests on', () => {
    expect(measuredBy(readiness)).toEqual([
      [
        'AIF-C01',
        { mean: 0.62, low: 0.4, high: 0.8, why: expect.stringContaining('by 65 answers: if you sat it today') },
      ],
    ]);
  });

  it('is that of the planned day when there is a plan', () => {
    const onExamDay = { status: 'enough', probability: 0.9, low: 0.7, high: 1 } as const;
    const planned = {
      ...readiness,
      plan: { examOn: '2027-01-10', hoursPerWeek: 6, source: 'asked' },
      forecast: { onExamDay, days: [], assumptions: [] },
    } as Readiness;

    expect(measuredBy(planned)[0]?.[1]).toMatchObject({
      mean: 0.9,
      high: 0.99, // nobody is certain to pass
      why: expect.stringContaining('forecast for 10 January 2027'),
    });
  });

  it('is none without enough evidence', () => {
    expect(measuredBy({ ...readiness, today: { ...today, status: 'not-enough-evidence' } })).toEqual([]);
  });
});

it.each([
  [0.997, 'over 99 %'],
  [1, '100 %'],
  [0.6249, '62 %'],
])('%d is said as %s', (share, text) => {
  expect(percentText(share)).toBe(text);
});

it.each([
  [0, '0 months'],
  [1, '1 month'],
  [12, '1 year'],
  [27, '2 years and 3 months'],
])('%d months are %s', (months, text) => {
  expect(monthsInWords(months)).toBe(text);
});

it('says when nearly all outcomes are one', () => {
  expect(intervalSentence({ low: 100, high: 100 })).toContain('just USD 100');
  expect(intervalSentence({ low: 100, high: 200 })).toBe('With four chances in five between USD 100 and USD 200');
});
