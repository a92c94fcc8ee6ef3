import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableOf } from '../table/table.ts';
import { flipTest } from './flip-test.ts';
import { postTrainingBias } from './post-training.ts';
import { preTrainingBias } from './pre-training.ts';

const flags = (text: string) => [...text].map((c) => c === '1');
const figures = (metrics: readonly { name: string; value: number }[]) =>
  Object.fromEntries(metrics.map(({ name, value }) => [name, value]));

// Facet a: six rows, four positive. Facet d: four rows, one positive.
const isDisadvantaged = flags('0000001111');
const labels = [...'1111001000'];

describe('bias before training, by hand', () => {
  const found = figures(preTrainingBias({ labels, positive: ['1'], isDisadvantaged }));
  const [pa, pd] = [4 / 6, 1 / 4];

  it.each([
    ['CI', (6 - 4) / 10],
    ['DPL', pa - pd],
    ['KL', pa * Math.log(pa / pd) + (1 - pa) * Math.log((1 - pa) / (1 - pd))],
    ['LP', Math.SQRT2 * (pa - pd)],
    ['TVD', pa - pd],
    ['KS', pa - pd],
  ])('%s', (name, value) => {
    expect(found[name]).toBeCloseTo(value, 12);
  });

  it('JS, between both and their mean, in nats', () => {
    const m = (pa + pd) / 2;
    const kl = (p: number) => p * Math.log(p / m) + (1 - p) * Math.log((1 - p) / (1 - m));

    expect(found.JS).toBeCloseTo((kl(pa) + kl(pd)) / 2, 12);
  });

  it('CDDL, group by group', () => {
    // Group x: rejected a, d, d and accepted a, a: 2/3 − 0. Group y: rejected a, d and accepted a, a, d: 1/2 − 1/3.
    const groups = [...'xxyyxyyxxy'];

    const { CDDL } = figures(preTrainingBias({ labels, positive: ['1'], isDisadvantaged, groups }));

    expect(CDDL).toBeCloseTo((5 * (2 / 3) + 5 * (1 / 2 - 1 / 3)) / 10, 12);
  });

  it('is infinite where a label occurs in facet a alone', () => {
    const { KL, TVD } = figures(preTrainingBias({ labels: [...'10'], positive: ['1'], isDisadvantaged: flags('01') }));

    expect([KL, TVD]).toEqual([Number.POSITIVE_INFINITY, 1]);
  });

  it('measures labels of several classes', () => {
    const { TVD, KS } = figures(
      preTrainingBias({ labels: [...'abcabb'], positive: ['a'], isDisadvantaged: flags('000111') }),
    );

    expect([TVD, KS]).toEqual([expect.closeTo(1 / 3, 12), expect.closeTo(1 / 3, 12)]);
  });
});

describe('bias after training, by hand', () => {
  // Facet a: TP 3, FN 1, FP 1, TN 1. Facet d: TP 1, FN 2, FP 1, TN 0 (labels 1, 1, 1, 0).
  const actual = flags('1111001110');
  const predicted = flags('1110101001');
  const found = figures(postTrainingBias({ actual, predicted, isDisadvantaged }));

  it.each([
    ['DPPL', 4 / 6 - 2 / 4],
    ['DI', 2 / 4 / (4 / 6)],
    ['DCAcc', 4 / 4 - 3 / 2], // observed per predicted acceptances
    ['DCR', 1 / 2 - 2 / 2], // observed per predicted rejections, d less a
    ['SD', 0 / 1 - 1 / 2],
    ['RD', 3 / 4 - 1 / 3],
    ['DAR', 3 / 4 - 1 / 2],
    ['DRR', 0 / 2 - 1 / 2],
    ['AD', 4 / 6 - 1 / 4],
    ['TE', 2 / 1 - 1 / 1],
    ['GE', ((5 * 1 + 2 * 4) / 10 / 0.9 ** 2 - 1) / 2], // benefits: 1 five times, 2 twice, 0 three times; mean 0.9
  ])('%s', (name, value) => {
    expect(found[name]).toBeCloseTo(value, 12);
  });

  it('CDDPL, with the predictions in place of the labels', () => {
    const groups = predicted.map(() => 'all');

    const { CDDPL } = figures(postTrainingBias({ actual, predicted, isDisadvantaged, groups }));

    expect(CDDPL).toBeCloseTo(2 / 4 - 2 / 6, 12);
  });

  it('has no treatment inequality where neither facet has a false alarm', () => {
    const { TE } = figures(
      postTrainingBias({ actual: flags('1010'), predicted: flags('0000'), isDisadvantaged: flags('0011') }),
    );

    expect(TE).toBe(0);
  });

  it('turns around when the facets change places', () => {
    const rows = fc.array(fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()), { minLength: 8, maxLength: 30 });
    fc.assert(
      fc.property(rows, (data) => {
        const facet = data.map(([d]) => d);
        fc.pre(facet.includes(true) && facet.includes(false));
        const columns = { actual: data.map(([, y]) => y), predicted: data.map(([, , p]) => p) };

        const once = figures(postTrainingBias({ ...columns, isDisadvantaged: facet }));
        const turned = figures(postTrainingBias({ ...columns, isDisadvantaged: facet.map((d) => !d) }));

        for (const name of ['AD', 'DAR', 'DCAcc', 'DCR', 'DPPL', 'DRR', 'RD', 'SD', 'TE']) {
          expect((once[name] ?? 0) + (turned[name] ?? 0) || 0).toBeCloseTo(0, 12);
        }
      }),
    );
  });
});

describe('flip test', () => {
  it('is positive where the nearest advantaged rows fare better', () => {
    const features = tableOf([Float64Array.of(1, 2, 10, 1.1, 2.1, 10.1)]);
    const facet = flags('000111');

    expect(flipTest(features, facet, flags('110000'))).toBeCloseTo(2 / 3, 12);
    expect(flipTest(features, facet, flags('110110'))).toBe(0);
    expect(flipTest(features, facet, flags('000001'))).toBeCloseTo(-1 / 3, 12);
  });

  it('asks five neighbours where there are enough', () => {
    const a = Array.from({ length: 11 }, (_, i) => i);
    const features = tableOf([Float64Array.from([...a, 0])]);
    const facet = [...a.map(() => false), true];
    const predicted = [true, false, false, false, true, ...a.slice(5).map(() => true), true];

    expect(flipTest(features, facet, predicted)).toBe(-1); // 0 … 4 vote 2 to 3
  });
});

describe('facets', () => {
  it.each([
    [flags('000'), /no row belongs to the disadvantaged facet/],
    [flags('111'), /no row belongs to the advantaged facet/],
    [flags('01'), /3 values for 2 rows/],
  ])('must both have rows', (facet, message) => {
    expect(() => preTrainingBias({ labels: [...'101'], positive: ['1'], isDisadvantaged: facet })).toThrow(message);
  });
});
