import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BEGIN, contourOf, courseOf, descend, largestRate, lossAt, slopeAt } from './model.ts';

describe('the path', () => {
  it('follows the closed form (1 − rate)ᵗ along w₁ and (1 − rate·stretch)ᵗ along w₂', () => {
    const path = descend({ learningRate: 0.05, steps: 8, stretch: 10, startX: 1.5, startY: -1 });

    path.forEach(({ x, y }, t) => {
      expect(x).toBeCloseTo(1.5 * 0.95 ** t, 12);
      expect(y).toBeCloseTo(-(0.5 ** t), 12);
    });
  });

  it('never rises below the largest rate, and always in the end above it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.double({ min: 0.02, max: 0.98, noNaN: true }),
        (stretch, share) => {
          const limit = largestRate({ stretch });
          const calm = descend({ ...BEGIN, stretch, steps: 30, learningRate: share * limit });
          calm.slice(1).forEach(({ loss }, at) => {
            expect(loss).toBeLessThanOrEqual((calm[at]?.loss ?? 0) + 1e-12);
          });
          const wild = descend({ ...BEGIN, stretch, steps: 60, learningRate: (1.1 + share) * limit });
          expect(wild.at(-1)?.loss).toBeGreaterThan(wild[0]?.loss ?? 0);
        },
      ),
    );
  });

  it('is called by what it does', () => {
    const course = (learningRate: number, steps = 15) => {
      const setting = { ...BEGIN, learningRate, steps };
      return courseOf(setting, descend(setting));
    };

    expect(course(0.21)).toBe('diverges');
    expect(course(0.19)).toBe('swings');
    expect(course(0.01)).toBe('crawls');
    expect(course(0.15, 60)).toBe('arrives');
    expect(course(0.08)).toBe('descends');
  });
});

it('has the slope that a small difference measures', () => {
  const at = { x: 0.7, y: -0.4 };
  const small = 1e-6;

  const slope = slopeAt(at, 7);
  expect(slope.x).toBeCloseTo((lossAt({ ...at, x: at.x + small }, 7) - lossAt(at, 7)) / small, 4);
  expect(slope.y).toBeCloseTo((lossAt({ ...at, y: at.y + small }, 7) - lossAt(at, 7)) / small, 4);
});

it('draws contours on which the loss is the same everywhere', () => {
  for (const point of contourOf(1.8, 10)) expect(lossAt(point, 10)).toBeCloseTo(1.8, 12);
});
