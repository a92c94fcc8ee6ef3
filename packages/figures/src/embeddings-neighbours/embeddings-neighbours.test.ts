import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BEGIN, cosine, euclidean, neighboursOf, topicAt, vectorOf } from './model.ts';
import { TEXTS } from './places.ts';
import { sentence } from './words.ts';

const coordinate = fc.double({ min: -1, max: 1, noNaN: true });

describe('likeness of two vectors', () => {
  it('is what is worked out by hand', () => {
    expect(cosine({ x: 1, y: 0 }, { x: 1, y: 1 })).toBeCloseTo(Math.SQRT1_2, 12);
    expect(cosine({ x: 1, y: 0 }, { x: -2, y: 0 })).toBe(-1);
    expect(euclidean({ x: 0, y: 0 }, { x: 3, y: 4 })).toBe(5);
  });

  it('by cosine does not mind how long a vector is', () => {
    fc.assert(
      fc.property(coordinate, coordinate, fc.double({ min: 0.1, max: 9, noNaN: true }), (x, y, times) => {
        fc.pre(Math.hypot(x, y) > 0.01);
        const other = { x: 0.3, y: -0.4 };

        expect(cosine({ x: x * times, y: y * times }, other)).toBeCloseTo(cosine({ x, y }, other), 9);
      }),
    );
  });
});

describe('the map', () => {
  it('has forty different texts inside its square', () => {
    expect(new Set(TEXTS.map(({ text }) => text)).size).toBe(40);
    for (const { x, y } of TEXTS.map(vectorOf)) expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(1);
  });

  it('keeps its points so far apart that each can be seen', () => {
    const places = TEXTS.map(vectorOf);
    const near = places.flatMap((a, index) => places.slice(index + 1).filter((b) => euclidean(a, b) < 0.045));

    expect(near).toEqual([]);
  });

  it('finds every text nearest to its own place', () => {
    for (const text of TEXTS) {
      const { x, y } = vectorOf(text);

      expect(neighboursOf({ x, y, measure: 'euclidean' })[0]?.text).toBe(text.text);
    }
  });

  it('orders all texts, the nearest first', () => {
    fc.assert(
      fc.property(coordinate, coordinate, (x, y) => {
        const byCosine = neighboursOf({ x, y, measure: 'cosine' }).map((one) => one.cosine);
        const byDistance = neighboursOf({ x, y, measure: 'euclidean' }).map((one) => one.distance);

        expect(byCosine).toEqual([...byCosine].sort((a, b) => b - a));
        expect(byDistance).toEqual([...byDistance].sort((a, b) => a - b));
      }),
    );
  });

  it('shows that the two measures differ: from far out, distance prefers long texts', () => {
    const { x, y } = vectorOf({ degrees: 140, length: 1 });
    const lengthOf = (measure: 'cosine' | 'euclidean') =>
      neighboursOf({ x, y, measure })
        .slice(0, 4)
        .reduce((sum, { length }) => sum + length, 0);

    expect(lengthOf('euclidean')).toBeGreaterThan(lengthOf('cosine'));
  });

  it('says between two topics that the result is a mixture', () => {
    const { x, y } = vectorOf({ degrees: 98, length: 0.6 });
    const setting = { ...BEGIN, x, y };

    expect(topicAt(setting)).toBe('returns');
    expect(sentence(setting, neighboursOf(setting).slice(0, 4))).toContain('returns and payment');
  });
});
