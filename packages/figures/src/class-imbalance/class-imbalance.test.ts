import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alwaysNo, BEGIN, countsOf, NOTCHES, notchOf, prevalenceAt, scoresOf } from './model.ts';
import { sentence } from './words.ts';

describe('a fixed detector', () => {
  it('has the scores that Bayes gives at 1 %, worked by hand', () => {
    const scores = scoresOf(countsOf(BEGIN));

    // of 10,000: 80 found, 20 missed, 495 false alarms, 9,405 left alone
    expect(scores.precision).toBeCloseTo(80 / 575, 12);
    expect(scores.accuracy).toBeCloseTo(0.9485, 12);
    expect(scores.F1).toBeCloseTo(160 / 675, 12);
  });

  it('has a precision and F1 that rise with how common the cases are, and a recall that stays', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.24, noNaN: true }),
        fc.double({ min: 0.1, max: 1, noNaN: true }),
        fc.double({ min: 0.01, max: 0.5, noNaN: true }),
        (prevalence, recall, falseAlarmRate) => {
          const rare = scoresOf(countsOf({ prevalence, recall, falseAlarmRate }));
          const common = scoresOf(countsOf({ prevalence: 2 * prevalence, recall, falseAlarmRate }));
          expect(common.precision).toBeGreaterThan(rare.precision ?? 0);
          expect(common.F1).toBeGreaterThan(rare.F1 ?? 0);
          expect(common.recall).toBeCloseTo(rare.recall ?? -1, 9);
        },
      ),
    );
  });
});

it('gives always saying no the accuracy of the majority, and no precision at all', () => {
  expect(scoresOf(alwaysNo(0.02))).toEqual({ accuracy: 0.98, precision: undefined, recall: 0, F1: undefined });
});

it('says when accuracy prefers the one who finds nothing', () => {
  const text = sentence(BEGIN, countsOf(BEGIN), scoresOf(countsOf(BEGIN)));

  expect(text).toContain('575 of 10,000 cases raise an alarm and 80 of those are right');
  expect(text).toContain('(95 %) loses to always saying no (99.0 %)');
});

it('finds the notch of each prevalence that its slider can take', () => {
  for (let notch = 0; notch <= NOTCHES; notch += 1) expect(notchOf(prevalenceAt(notch))).toBe(notch);
});
