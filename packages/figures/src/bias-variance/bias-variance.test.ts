import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BEGIN, curveOf, drawPairs, rootMeanSquare, studyOf, truth, verdictOf } from './model.ts';
import { sentence } from './words.ts';

describe('a fit', () => {
  it('goes through points that lie on a line', () => {
    const line = [-0.9, -0.3, 0.2, 0.8].map((x) => ({ x, y: 2 * x + 1 }));

    for (const { x, y } of curveOf(line, 1)) expect(y).toBeCloseTo(2 * x + 1, 6);
  });

  it('never misses its training points by more when it may bend more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 14, max: 60 }), fc.integer({ min: 0, max: 500 }), (points, seed) => {
        const { errors } = studyOf({ points, noise: 0.25, seed });
        errors.slice(1).forEach(({ training }, at) => {
          expect(training).toBeLessThanOrEqual((errors[at]?.training ?? 0) + 1e-9);
        });
      }),
      { numRuns: 15 },
    );
  });
});

describe('the study', () => {
  const study = studyOf(BEGIN);

  it('calls the first degree too simple, the best about right and the last too flexible', () => {
    expect(verdictOf(study, 1)).toBe('too simple');
    expect(verdictOf(study, study.best.degree)).toBe('about right');
    expect(verdictOf(study, 12)).toBe('too flexible');
    expect(sentence({ ...BEGIN, degree: 12 }, study)).toContain('learned the noise');
  });

  it('finds no model that beats the noise on new points', () => {
    expect(study.best.validation).toBeGreaterThan(BEGIN.noise * 0.9);
  });

  it('brings both errors towards the noise with many points', () => {
    const many = studyOf({ points: 100, noise: 0.25, seed: 1 });

    const fifth = many.errors[4];
    expect(fifth?.validation).toBeLessThan(0.32);
    expect(fifth?.training).toBeGreaterThan(0.2);
  });
});

it('measures the error as the root of the mean square', () => {
  const pairs = [
    { x: 0, y: 3 },
    { x: 1, y: -4 },
  ];
  expect(rootMeanSquare(pairs, () => 0)).toBeCloseTo(Math.sqrt(12.5), 12);
});

it('draws points that differ from the truth by the noise alone', () => {
  const pairs = drawPairs({ points: 2000, noise: 0.4 }, 'a stream');

  expect(rootMeanSquare(pairs, truth)).toBeCloseTo(0.4, 1);
});
