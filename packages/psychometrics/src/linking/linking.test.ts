import { seededRng } from '@cairn/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalGrid } from '../grid.ts';
import { type CalibratedItem, categoryCurve } from '../items/calibrated-item.ts';
import { type LinkingMethod, linkScales } from './link.ts';
import { inverseTransformation, type ScaleTransformation, transformAbility, transformItem } from './transformation.ts';

const METHODS: LinkingMethod[] = ['mean-mean', 'mean-sigma', 'haebara', 'stocking-lord'];

/** Items of all kinds, spread over the scale. */
function bank(count: number, seed: number): CalibratedItem[] {
  const rng = seededRng(seed);
  return Array.from({ length: count }, (_, i): CalibratedItem => {
    const a = 0.6 + rng.next();
    const b = -2 + (4 * i) / (count - 1) + 0.3 * rng.normal();
    if (i % 3 === 0) return { kind: 'graded', a, thresholds: [b - 0.8, b, b + 0.9] };
    if (i % 3 === 1) return { kind: 'partial-credit', a, thresholds: [b - 0.4, b + 0.4] };
    return { kind: 'dichotomous', a, b, c: i % 2 === 0 ? 0 : 0.2 };
  });
}

function linked(from: CalibratedItem[], to: CalibratedItem[], method: LinkingMethod): ScaleTransformation {
  const link = linkScales(from, to, { method });
  if (link.outcome !== 'linked') throw new Error(link.reason);
  return link.transformation;
}

describe.each(METHODS)('linking by %s', (method) => {
  it('recovers the transformation that made the other scale', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 2, noNaN: true }),
        fc.double({ min: -1.5, max: 1.5, noNaN: true }),
        (slope, intercept) => {
          const items = bank(9, 3);
          const moved = items.map((item) => transformItem(item, { slope, intercept }));
          const found = linked(items, moved, method);

          expect(found.slope).toBeCloseTo(slope, 7);
          expect(found.intercept).toBeCloseTo(intercept, 7);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('comes near it when both calibrations have errors', () => {
    const rng = seededRng(8);
    const noisy = (item: CalibratedItem): CalibratedItem => {
      const a = item.a * Math.exp(0.06 * rng.normal());
      const shift = 0.08 * rng.normal();
      if (item.kind === 'dichotomous') return { ...item, a, b: item.b + shift };
      return { ...item, a, thresholds: item.thresholds.map((b) => b + shift) };
    };
    const items = bank(30, 5);
    const moved = items.map((item) => noisy(transformItem(item, { slope: 1.2, intercept: -0.5 })));
    const found = linked(items.map(noisy), moved, method);

    expect(Math.abs(found.slope - 1.2)).toBeLessThan(0.06);
    expect(Math.abs(found.intercept + 0.5)).toBeLessThan(0.06);
  });
});

/** The weighted squared distance of test characteristic curves that Stocking and Lord minimise, computed the long way. */
function distance(from: CalibratedItem[], to: CalibratedItem[], transformation: ScaleTransformation): number {
  const total = (theta: number, items: CalibratedItem[]) =>
    items.reduce((sum, item) => sum + categoryCurve(theta, item).probabilities.reduce((s, p, k) => s + k * p, 0), 0);
  const moved = from.map((item) => transformItem(item, transformation));
  return normalGrid({ points: 41, reach: 4 }).reduce(
    (sum, { theta, weight }) => sum + weight * (total(theta, to) - total(theta, moved)) ** 2,
    0,
  );
}

describe('Stocking and Lord’s link', () => {
  it('lies at a minimum of the distance of the test curves', () => {
    const items = bank(12, 6);
    const others = bank(12, 7).map((item) => transformItem(item, { slope: 0.9, intercept: 0.3 }));
    const link = linkScales(items, others, { dropDrifting: false });
    if (link.outcome !== 'linked') throw new Error(link.reason);
    const { slope, intercept } = link.transformation;
    const least = distance(items, others, link.transformation);

    for (const [up, right] of [
      [1e-3, 0],
      [-1e-3, 0],
      [0, 1e-3],
      [0, -1e-3],
    ] as const) {
      expect(distance(items, others, { slope: slope + up, intercept: intercept + right })).toBeGreaterThan(least);
    }
  });
});

describe('a common item that drifted', () => {
  const items = bank(15, 9);
  const transformation = { slope: 1.1, intercept: 0.4 };
  const rng = seededRng(10);
  const moved = items.map((item, i) => {
    const there = transformItem(item, transformation);
    return transformItem(there, { slope: 1, intercept: 0.05 * rng.normal() + (i === 4 ? 0.9 : 0) });
  });

  it('is named, and left out of the link', () => {
    const link = linkScales(items, moved);
    const pulled = linkScales(items, moved, { dropDrifting: false });
    if (link.outcome !== 'linked' || pulled.outcome !== 'linked') throw new Error('not linked');

    expect(link.drift.filter(({ isDrifting }) => isDrifting).map(({ anchor }) => anchor)).toEqual([4]);
    expect(link.drift[4]?.difficulty).toBeCloseTo(0.9, 0);
    expect(link.used).toHaveLength(14);
    expect(Math.abs(link.transformation.intercept - 0.4)).toBeLessThan(0.03);
    expect(pulled.transformation.intercept - 0.4).toBeGreaterThan(0.04);
  });

  it('is no item that moved less than matters', () => {
    const exact = items.map((item, i) =>
      transformItem(transformItem(item, transformation), { slope: 1, intercept: i === 2 ? 0.1 : 0 }),
    );
    const link = linkScales(items, exact);

    expect(link.drift.some(({ isDrifting }) => isDrifting)).toBe(false);
  });
});

describe('a transformation', () => {
  it('keeps the chances of a person, and has a way back', () => {
    const there = { slope: 1.7, intercept: -0.6 };
    for (const item of bank(6, 2)) {
      const moved = transformItem(item, there);
      const before = categoryCurve(0.8, item).probabilities;

      categoryCurve(transformAbility(0.8, there), moved).probabilities.forEach((p, k) => {
        expect(p).toBeCloseTo(Number(before[k]), 12);
      });
      expect(transformItem(moved, inverseTransformation(there)).a).toBeCloseTo(item.a, 12);
    }
  });
});

describe('scales that cannot be linked', () => {
  const item: CalibratedItem = { kind: 'dichotomous', a: 1, b: 0, c: 0 };

  it('say why', () => {
    const reasonOf = (link: ReturnType<typeof linkScales>) => (link.outcome === 'linked' ? '' : link.reason);

    expect(reasonOf(linkScales([item], [item]))).toContain('at least 2 common items, there are 1');
    expect(reasonOf(linkScales([item, { ...item, a: -1 }], [item, item]))).toContain('Common item 2');
    expect(reasonOf(linkScales([item, item], [item, item], { method: 'mean-sigma' }))).toContain('equally difficult');
  });

  it('are those whose common items all drifted but one', () => {
    const from = [-1, 0, 1].map((b): CalibratedItem => ({ kind: 'dichotomous', a: 1, b, c: 0 }));
    const to = from.map((item, i): CalibratedItem => {
      if (item.kind !== 'dichotomous' || i === 1) return item;
      return i === 0 ? { ...item, b: item.b + 3 } : { ...item, a: 3 };
    });

    const link = linkScales(from, to, { method: 'mean-sigma' });

    expect(link).toMatchObject({ outcome: 'not-linked', reason: expect.stringContaining('1 kept their place') });
    expect(linkScales(from, to, { method: 'mean-sigma', dropDrifting: false }).outcome).toBe('linked');
  });

  it('are refused if the items are not the same', () => {
    expect(() => linkScales([item], [])).toThrow('1 items to link with 0 items');
    expect(() => linkScales([item], [{ kind: 'graded', a: 1, thresholds: [0, 1] }])).toThrow(
      'common item 1 is a different',
    );
  });
});
