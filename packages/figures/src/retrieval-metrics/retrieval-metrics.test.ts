import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BEGIN, metricsAt, reranked } from './model.ts';
import { sentence } from './words.ts';

const list = fc.record({
  marks: fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
  missed: fc.nat(10),
});

describe('metrics of a ranked list', () => {
  it('are those worked out by hand', () => {
    const at = metricsAt({ marks: [false, true, true, false, false], missed: 1 }, 3);

    expect(at.precision).toBeCloseTo(2 / 3, 12);
    expect(at.recall).toBeCloseTo(2 / 3, 12);
    expect(at.reciprocalRank).toBe(1 / 2);
    // (1/log2 3 + 1/log2 4) / (1 + 1/log2 3 + 1/log2 4) = 1.1309 / 2.1309
    expect(at.ndcg).toBeCloseTo(0.5307, 4);
  });

  it('lie between 0 and 1, and recall never falls with k', () => {
    fc.assert(
      fc.property(list, fc.integer({ min: 1, max: 9 }), (ranked, k) => {
        const [at, next] = [metricsAt(ranked, k), metricsAt(ranked, k + 1)];

        for (const value of [at.precision, at.recall, at.reciprocalRank, at.ndcg]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1 + 1e-12);
        }
        expect(next.recall).toBeGreaterThanOrEqual(at.recall);
      }),
    );
  });

  it('are never worse after a perfect re-ranking, which finds nothing new', () => {
    fc.assert(
      fc.property(list, fc.integer({ min: 1, max: 10 }), (ranked, k) => {
        const better = { ...ranked, marks: reranked(ranked.marks) };

        expect(metricsAt(better, k).ndcg).toBeGreaterThanOrEqual(metricsAt(ranked, k).ndcg - 1e-12);
        expect(metricsAt(better, 10).recall).toBe(metricsAt(ranked, 10).recall);
      }),
    );
  });

  it('say so when nothing is relevant', () => {
    expect(sentence({ ...BEGIN, marks: BEGIN.marks.map(() => false), missed: 0 })).toContain('Nothing is relevant');
  });
});
