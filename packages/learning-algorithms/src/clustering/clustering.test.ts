import { seededRng } from '@cairn/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { denseRows, squaredDistance } from '../numbers/dense.ts';
import { type Table, tableFromRows } from '../table/table.ts';
import { findElbow } from './elbow.ts';
import { assignClusters, fitKMeans } from './k-means.ts';
import { lloyd } from './lloyd.ts';
import reference from './reference.json' with { type: 'json' };
import { silhouette } from './silhouette.ts';

const table = tableFromRows(reference.rows.flat(), 3);

function blobs(seed: number, groups: number, each: number): Table {
  const rng = seededRng(seed);
  const cells = Array.from({ length: groups * each }, (_, i) => [
    10 * (i % groups) + rng.normal(),
    7 * ((i % groups) % 2) + rng.normal(),
  ]);
  return tableFromRows(cells.flat(), 2);
}

describe('k-means', () => {
  it('reaches the centres of scikit-learn from the same start', () => {
    const start = Float64Array.from(reference.start.flat());

    const found = lloyd(denseRows(table, 'test'), 4, start, { iterations: 300, tolerance: 0 });

    expect(Array.from(found.labels)).toEqual(reference.labels);
    expect(found.inertia).toBeCloseTo(reference.inertia, 8);
    for (const [j, value] of reference.centres.flat().entries()) expect(found.centres[j]).toBeCloseTo(value, 8);
  });

  it('finds separate groups whatever the seed', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 2, max: 6 }), (seed, groups) => {
        const data = blobs(seed, groups, 30);

        const { labels } = assignClusters(fitKMeans(data, { k: groups }, seededRng(seed)), data);

        expect(new Set(labels).size).toBe(groups);
        labels.forEach((label, i) => {
          expect(label).toBe(labels[i % groups]);
        });
      }),
      { numRuns: 25 },
    );
  });

  it('leaves each row with its nearest centre, and each centre at the mean of its rows', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 7 }), (seed, k) => {
        const rng = seededRng(seed);
        const rows = { rows: 60, width: 2, cells: Float64Array.from({ length: 120 }, () => rng.below(9)) };

        const found = lloyd(rows, k, rows.cells.slice(0, 2 * k), { iterations: 500, tolerance: 0 });

        found.labels.forEach((label, i) => {
          const own = squaredDistance(rows.cells, 2 * i, found.centres, 2 * label, 2);
          for (let c = 0; c < k; c += 1) {
            expect(own).toBeLessThanOrEqual(squaredDistance(rows.cells, 2 * i, found.centres, 2 * c, 2) + 1e-9);
          }
        });
      }),
      { numRuns: 40 },
    );
  });

  it('gives the same model from the same seed', () => {
    const run = () => fitKMeans(table, { k: 3 }, seededRng('k'));

    expect(run()).toEqual(run());
  });

  it('refuses more clusters than rows', () => {
    expect(() => fitKMeans(blobs(1, 2, 2), { k: 5 }, seededRng(1))).toThrow(
      /k is 5, but must be a whole number from 1 to the 4 rows/,
    );
  });
});

describe('how many clusters', () => {
  it('equals the silhouettes of scikit-learn', () => {
    const found = silhouette(table, reference.labels);

    reference.silhouettes.forEach((value, i) => {
      expect(found[i]).toBeCloseTo(value, 10);
    });
  });

  it('finds the elbow at the number of groups', () => {
    const elbow = findElbow(blobs(3, 4, 40), [1, 2, 3, 4, 5, 6, 7, 8], {}, seededRng(2));

    expect(elbow.k).toBe(4);
  });

  it('refuses a silhouette of one cluster', () => {
    expect(() =>
      silhouette(
        table,
        reference.labels.map(() => 0),
      ),
    ).toThrow(/at least two clusters/);
  });
});
