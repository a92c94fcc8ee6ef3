import { seededRng } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';
import { type Table, tableFromRows, tableOf } from '../table/table.ts';
import { fitIsolationForest, isolationScores, meanPathLength } from './isolation-forest.ts';
import { fitRandomCutForest, randomCutScores } from './random-cut-forest.ts';
import { growCutTree, type RandomCutTree } from './random-cut-tree.ts';

/** A cloud of ordinary rows, then a few far away. */
function cloud(seed: number, ordinary: number, odd: number): Table {
  const rng = seededRng(seed);
  const cells = Array.from({ length: ordinary + odd }, (_, i) =>
    [0, 1, 2].map(() => rng.normal() + (i < ordinary ? 0 : 6)),
  );
  return tableFromRows(cells.flat(), 3);
}

const detectors = [
  {
    name: 'isolation forest',
    score: (table: Table, seed: number) => isolationScores(fitIsolationForest(table, {}, seededRng(seed)), table),
  },
  {
    name: 'random cut forest',
    score: (table: Table, seed: number) =>
      randomCutScores(fitRandomCutForest(table, { num_trees: 60, num_samples_per_tree: 128 }, seededRng(seed)), table),
  },
];

describe.each(detectors)('$name', ({ score }) => {
  it('scores the odd rows above all others', () => {
    const scores = score(cloud(1, 400, 4), 1);

    const ordinary = Math.max(...scores.slice(0, 400));
    expect(Math.min(...scores.slice(400))).toBeGreaterThan(ordinary);
  });

  it('gives the same scores from the same seed', () => {
    const table = cloud(2, 50, 1);

    expect(score(table, 7)).toEqual(score(table, 7));
    expect(score(table, 7)).not.toEqual(score(table, 8));
  });

  it('sees no difference between rows that are alike', () => {
    const scores = score(tableOf([new Float64Array(60).fill(3)]), 1);

    expect(new Set(scores).size).toBe(1);
  });
});

describe('isolation forest', () => {
  it('keeps ordinary rows below a half', () => {
    const table = cloud(3, 500, 0);

    const scores = isolationScores(fitIsolationForest(table, {}, seededRng(3)), table);

    const mean = scores.reduce((sum, value) => sum + value, 0) / scores.length;
    expect(mean).toBeLessThan(0.5);
  });

  it('expects the path lengths of a random search tree', () => {
    // 2·H(n−1) − 2(n−1)/n with exact harmonic numbers; the published formula approximates H by ln + γ
    const exact = 2 * Array.from({ length: 255 }, (_, i) => 1 / (i + 1)).reduce((a, b) => a + b, 0) - (2 * 255) / 256;

    expect(meanPathLength(256)).toBeCloseTo(exact, 2);
    expect([meanPathLength(1), meanPathLength(2)]).toEqual([0, 1]);
  });

  it('survives JSON', () => {
    const table = cloud(4, 60, 1);
    const forest = fitIsolationForest(table, { num_trees: 10 }, seededRng(4));

    expect(isolationScores(JSON.parse(JSON.stringify(forest)), table)).toEqual(isolationScores(forest, table));
  });
});

describe('random cut forest', () => {
  /** Collusive displacement by definition, of a point that is in the tree. */
  function displacementIn(tree: RandomCutTree, point: number): number {
    let largest = 0;
    for (let node = 0; (tree.features[node] ?? -1) >= 0; ) {
      const right = tree.rights[node] ?? 0;
      const [next, sibling] = point <= (tree.cuts[node] ?? 0) ? [node + 1, right] : [right, node + 1];
      largest = Math.max(largest, (tree.masses[sibling] ?? 0) / (tree.masses[next] ?? 1));
      node = next;
    }
    return largest;
  }

  function simulatedDisplacement(points: readonly number[], point: number, runs: number): number {
    const rng = seededRng('simulate');
    const cells = Float64Array.from([...points, point]);
    const data = { rows: cells.length, width: 1, cells };
    const all = [...cells.keys()];
    return (
      Array.from({ length: runs }, () => displacementIn(growCutTree(data, all, rng), point)).reduce((a, b) => a + b) /
      runs
    );
  }

  it.each([0.55, 1.6, 9])('scores %s by its expected collusive displacement', (point) => {
    const points = [0, 0.1, 0.3, 0.5, 0.8, 1.1];
    const table = tableOf([Float64Array.from(points)]);

    const forest = fitRandomCutForest(table, { num_trees: 1000 }, seededRng(5));
    const [score = Number.NaN] = randomCutScores(forest, tableOf([Float64Array.of(point)]));

    expect(Math.abs(score - simulatedDisplacement(points, point, 4000))).toBeLessThan(0.15);
  });

  it.each([
    [{ num_trees: 10 }, /num_trees is 10, but must be a whole number from 50 to 1000/],
    [{ num_samples_per_tree: 4096 }, /num_samples_per_tree is 4096/],
  ])('refuses %j', (options, message) => {
    expect(() => fitRandomCutForest(cloud(1, 9, 0), options, seededRng(1))).toThrow(message);
  });
});
