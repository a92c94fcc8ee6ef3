import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BEGIN, CANDIDATES, distribution, sampleWords, softmax } from './model.ts';
import { sentence } from './words.ts';

const setting = fc.record({
  temperature: fc.double({ min: 0.05, max: 2, noNaN: true }),
  topP: fc.double({ min: 0.05, max: 1, noNaN: true }),
  topK: fc.integer({ min: 1, max: CANDIDATES.length }),
});

describe('softmax', () => {
  it('gives the shares worked out by hand', () => {
    const [first = 0, second = 0] = softmax([Math.log(3), 0], 1);

    expect(first).toBeCloseTo(0.75, 12);
    expect(second).toBeCloseTo(0.25, 12);
    expect(softmax([Math.log(3), 0], 0.5)[0]).toBeCloseTo(0.9, 12); // 9 : 1
  });

  it('takes the highest at temperature zero', () => {
    expect(softmax([1, 5, 2], 0)).toEqual([0, 1, 0]);
  });
});

describe('the distribution of the next word', () => {
  it('sums to one, and keeps the order of the candidates', () => {
    fc.assert(
      fc.property(setting, (any) => {
        const after = distribution(any).map((one) => one.after);

        expect(after.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 10);
        expect(after).toEqual([...after].sort((a, b) => b - a));
      }),
    );
  });

  it('holds the fewest words whose mass reaches top-p, and at most top-k', () => {
    fc.assert(
      fc.property(setting, (any) => {
        const all = distribution({ ...any, topP: 1 }).map((one) => one.after);
        const kept = distribution(any).filter((one) => one.after > 0).length;
        const massOf = (count: number) => all.slice(0, count).reduce((a, b) => a + b, 0);

        expect(kept).toBeLessThanOrEqual(any.topK);
        expect(massOf(kept)).toBeGreaterThanOrEqual(any.topP - 1e-9);
        if (kept > 1) expect(massOf(kept - 1)).toBeLessThan(any.topP + 1e-9);
      }),
    );
  });

  it('gives the first word less with every degree of temperature', () => {
    const shares = [0.2, 0.5, 1, 1.5, 2].map((temperature) => distribution({ ...BEGIN, temperature })[0]?.after ?? 0);

    expect(shares).toEqual([...shares].sort((a, b) => b - a));
  });
});

describe('draws', () => {
  it('follow the probabilities', () => {
    const candidates = distribution(BEGIN);
    const drawn = sampleWords(candidates, 5, 20_000);

    for (const { word, after } of candidates) {
      expect(drawn.filter((one) => one === word).length / 20_000).toBeCloseTo(after, 1);
    }
  });

  it('never give a word that was cut', () => {
    const candidates = distribution({ ...BEGIN, temperature: 2, topK: 3 });

    expect(new Set(sampleWords(candidates, 1, 500)).size).toBe(3);
  });

  it('say that only one word is left', () => {
    expect(sentence({ ...BEGIN, temperature: 0 }, distribution({ ...BEGIN, temperature: 0 }))).toContain(
      'Only “refund”',
    );
  });
});
