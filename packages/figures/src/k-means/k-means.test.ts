import { seededRng } from '@cairn/kernel';
import { fitKMeans, tableFromRows } from '@cairn/learning-algorithms';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign, BEGIN, drawPoints, elbow, inertiaOf, move, runLloyd, statesOf } from './model.ts';

const LINE = [0, 1, 9, 10].map((x) => ({ x, y: 0 }));

describe('a half step', () => {
  it('is right for four points on a line, worked by hand', () => {
    const centres = [
      { x: 0, y: 0 },
      { x: 1, y: 0 },
    ];
    const clusters = assign(LINE, centres);

    expect(clusters).toEqual([0, 1, 1, 1]);
    expect(inertiaOf(LINE, clusters, centres)).toBe(64 + 81);
    expect(move(LINE, clusters, centres)).toEqual([
      { x: 0, y: 0 },
      { x: 20 / 3, y: 0 },
    ]);
  });

  it('leaves a centre without points where it is', () => {
    const far = { x: 99, y: 99 };

    expect(move(LINE, [0, 0, 0, 0], [{ x: 0, y: 0 }, far])[1]).toEqual(far);
  });
});

describe('a run', () => {
  it('never raises the sum of squared distances, and ends when nothing changes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 999 }), (k, seed) => {
        const states = statesOf({ k, seed });
        const sums = states.flatMap(({ inertia }) => (inertia === undefined ? [] : [inertia]));
        sums.slice(1).forEach((sum, at) => {
          expect(sum).toBeLessThanOrEqual((sums[at] ?? 0) + 1e-9);
        });
        expect(states.at(-1)).toMatchObject({ kind: 'assign', changed: 0 });
      }),
      { numRuns: 40 },
    );
  });

  it('finds the two pairs of a line from any two of its points that are apart', () => {
    const end = runLloyd(LINE, 2, seededRng(1)).at(-1);

    expect(end?.inertia).toBe(1);
  });
});

describe('the best sum by k', () => {
  const bends = elbow();

  it('agrees with an independent k-means of many starts', () => {
    const table = tableFromRows(
      drawPoints().flatMap(({ x, y }) => [x, y]),
      2,
    );
    for (const { k, inertia } of bends.slice(0, 5)) {
      const model = fitKMeans(table, { k, local_lloyd_num_trials: 20, local_lloyd_tol: 0 }, seededRng(9));
      expect(inertia / model.inertia).toBeCloseTo(1, 2);
    }
  });

  it('falls with k and bends at four, the number of groups', () => {
    const gain = (k: number) => (bends[k - 2]?.inertia ?? 0) - (bends[k - 1]?.inertia ?? 0);

    for (let k = 2; k <= 8; k += 1) expect(gain(k)).toBeGreaterThan(0);
    expect(gain(4)).toBeGreaterThan(4 * gain(5));
  });
});

it('begins before any point has a cluster', () => {
  expect(statesOf(BEGIN)[0]).toMatchObject({ kind: 'start', clusters: undefined });
});
