import { seededRng } from '@cairn/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NOT_PRESENTED, type Responses, responsesOf } from '../responses/responses.ts';
import { joinCells, joinRows } from './cells.ts';
import { modelFit } from './model-fit.ts';
import { sumScoreFit } from './sum-score-fit.ts';
import { mixed, moments, simulate, twenty } from './testing.ts';

describe('S-X²', () => {
  const statisticOf = (tests: ReturnType<typeof sumScoreFit>) =>
    tests.map((test) =>
      test.outcome === 'tested' ? { ratio: test.statistic / test.degrees, p: test.pValue } : { ratio: 99, p: 0 },
    );

  it('is about its degrees of freedom where the model holds, for right or wrong and part credit together', () => {
    const { responses } = simulate(mixed, 2000, seededRng('sx2'));

    const tests = statisticOf(sumScoreFit(responses, mixed, 'gpcm'));

    expect(moments(tests.map(({ ratio }) => ratio)).mean).toBeCloseTo(1, 0);
    expect(tests.filter(({ p }) => p < 0.01).length).toBeLessThan(2);
  });

  it('finds the item whose slope is wrong', () => {
    const { responses } = simulate(twenty, 3000, seededRng('slope'));
    const wrong = twenty.map((item, i) =>
      i === 10 && item.kind === 'dichotomous' ? { ...item, a: item.a * 2.2 } : item,
    );

    const tests = statisticOf(sumScoreFit(responses, wrong, '2pl'));

    expect(tests[10]?.p).toBeLessThan(1e-6);
  });

  it('compares persons with those who saw the same items, when two booklets share an anchor', () => {
    const { responses } = simulate(twenty, 3000, seededRng('booklets'));
    const design: Responses = {
      ...responses,
      scores: responses.scores.map((score, at) => {
        const [person, item] = [Math.floor(at / 20), at % 20];
        return person % 2 === 0 ? (item < 13 ? score : NOT_PRESENTED) : item >= 7 ? score : NOT_PRESENTED;
      }),
    };

    const tests = sumScoreFit(design, twenty, '2pl');

    expect(tests.map(({ persons }) => persons)).toEqual(twenty.map((_, i) => (i >= 7 && i < 13 ? 3000 : 1500)));
    expect(statisticOf(tests).filter(({ p }) => p < 0.01).length).toBeLessThan(2);
  });

  it('says when answers are too sparse', () => {
    const { responses } = simulate(twenty, 3, seededRng('few'));

    expect(sumScoreFit(responses, twenty, '2pl')[0]).toEqual({ outcome: 'too-sparse', persons: 3 });
  });

  it('is no statistic under parameters that ran off, which hold what happened for impossible', () => {
    const { responses } = simulate(twenty, 400, seededRng('run-off'));
    const runOff = twenty.map((_, i) => ({ kind: 'dichotomous', a: 300, b: i % 2 === 0 ? 200 : -200, c: 0 }) as const);

    expect(sumScoreFit(responses, runOff, '2pl')).toEqual(twenty.map(() => ({ outcome: 'too-sparse', persons: 400 })));
  });

  it('counts persons of a form that nobody else saw, though they can say nothing', () => {
    const alone = responsesOf([[1, 0, ...twenty.slice(2).map(() => null)]]);

    expect(sumScoreFit(alone, twenty, '2pl').map(({ persons }) => persons)).toEqual(
      twenty.map((_, i) => (i < 2 ? 1 : 0)),
    );
  });
});

describe('cells', () => {
  const cell = fc.record({ observed: fc.nat(20), expected: fc.double({ min: 0, max: 5, noNaN: true }) });
  const sum = (rows: readonly (readonly { observed: number; expected: number }[])[]) => ({
    observed: rows.flat().reduce((total, { observed }) => total + observed, 0),
    expected: rows.flat().reduce((total, { expected }) => total + expected, 0),
  });

  it('lose nobody when they are joined, and each expects enough', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 }), (rows) => {
        const joined = joinRows(rows, 1);

        if (joined.length === 0) return;
        expect(sum(joined).observed).toBe(sum(rows).observed);
        expect(sum(joined).expected).toBeCloseTo(sum(rows).expected, 9);
        expect(joined.every((row) => row.length >= 2 && row.every(({ expected }) => expected >= 1))).toBe(true);
      }),
    );
  });

  it('vanish where not even all of them together expect enough', () => {
    expect(joinCells([{ observed: 1, expected: 0.4 }], 1)).toEqual([]);
  });
});

describe('M2', () => {
  it('is about its degrees of freedom where the model holds, part credit included', () => {
    const { responses } = simulate(mixed, 2000, seededRng('m2'));

    const fit = modelFit(responses, mixed, 'gpcm');

    if (fit.outcome !== 'tested') throw new Error(fit.reason);
    expect(fit.pValue).toBeGreaterThan(0.001);
    expect(fit.rmsea).toBeLessThan(0.03);
    expect(fit.cfi).toBeGreaterThan(0.95);
  });

  it('rejects items that ignore a second ability', () => {
    const { responses } = simulate(twenty.slice(0, 10), 1000, seededRng('one'));
    const other = simulate(twenty.slice(0, 10), 1000, seededRng('two')).responses;
    responses.scores.forEach((_, at) => {
      if (at % 10 < 5) responses.scores[at] = other.scores[at] ?? 0;
    });

    const fit = modelFit(responses, twenty.slice(0, 10), '2pl');

    if (fit.outcome !== 'tested') throw new Error(fit.reason);
    expect(fit.pValue).toBeLessThan(1e-6);
    expect(fit.rmseaInterval.low).toBeGreaterThan(0.05);
  });

  it('says why it cannot tell', () => {
    expect(modelFit(responsesOf([[1, null, 1]]), twenty.slice(0, 3), 'rasch')).toMatchObject({
      reason: 'no-complete-rows',
    });
    expect(modelFit(responsesOf([[1, 0]]), twenty.slice(0, 2), '2pl')).toMatchObject({
      reason: 'more-parameters-than-moments',
    });
    expect(
      modelFit(
        responsesOf([
          [1, 0, 1],
          [1, 1, 1],
        ]),
        twenty.slice(0, 3),
        'rasch',
      ),
    ).toMatchObject({ reason: 'singular' });
  });
});
