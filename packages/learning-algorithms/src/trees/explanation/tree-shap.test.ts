import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BoostedTrees, Tree } from '../model/model-schema.ts';
import { predictMargins } from '../model/predict.ts';
import { boosting, drawSet, rowsOf, trained } from '../testing.ts';
import { treeShap } from './tree-shap.ts';

function goesLeft(tree: Tree, node: number, value: number): boolean {
  return Number.isNaN(value) ? tree.defaultLeft[node] === 1 : value < (tree.splitConditions[node] ?? 0);
}

/** What a tree gives where only the features of `known` are known; others follow the shares of the training rows. */
function expectation(tree: Tree, row: readonly number[], known: ReadonlySet<number>, node = 0): number {
  const [left, right] = [tree.leftChildren[node] ?? -1, tree.rightChildren[node] ?? -1];
  if (left < 0) return tree.splitConditions[node] ?? 0;
  const feature = tree.splitIndices[node] ?? 0;
  const below = (child: number) => expectation(tree, row, known, child);
  if (known.has(feature)) return below(goesLeft(tree, node, Math.fround(row[feature] ?? 0)) ? left : right);
  const [l, r] = [tree.sumHessian[left] ?? 0, tree.sumHessian[right] ?? 0];
  return (l * below(left) + r * below(right)) / (l + r);
}

/** Shapley's definition, over every subset. */
function bruteForce(model: BoostedTrees, row: readonly number[], target: number, kind: number): number {
  const features = row.length;
  const trees = model.trees.filter((_, t) => t % model.treesPerRound === kind);
  const value = (mask: number) => {
    const known = new Set(Array.from({ length: features }, (_, j) => j).filter((j) => mask & (1 << j)));
    return trees.reduce((sum, tree) => sum + expectation(tree, row, known), 0);
  };
  const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
  let sum = 0;
  for (let mask = 0; mask < 1 << features; mask += 1) {
    if (mask & (1 << target)) continue;
    const size = mask.toString(2).replaceAll('0', '').length;
    const weight = (factorial(size) * factorial(features - size - 1)) / factorial(features);
    sum += weight * (value(mask | (1 << target)) - value(mask));
  }
  return sum;
}

const rowAt = ({ columns }: { columns: readonly ArrayLike<number>[] }, i: number) => columns.map((c) => c[i] ?? 0);

describe('SHAP values', () => {
  it('are Shapley values by their definition', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 1, max: 8 }), (seed, features) => {
        const set = drawSet(120, Math.max(3, features), seed);
        const depth = 1 + (seed % 5);
        const parameters = boosting({
          objective: 'binary:logistic',
          num_round: 2,
          max_depth: depth,
          min_child_weight: 0.2,
        });
        const model = trained({ train: set, parameters });
        const width = set.table.columns.length;

        const phi = treeShap(model, rowsOf(set.table, 0, 3));

        for (let i = 0; i < 3; i += 1) {
          for (let j = 0; j < width; j += 1) {
            expect(phi[i * (width + 1) + j]).toBeCloseTo(bruteForce(model, rowAt(set.table, i), j, 0), 9);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it('are that for ten features too', () => {
    const set = drawSet(200, 10, 5);
    const parameters = boosting({ objective: 'multi:softprob', num_class: 2, num_round: 2, max_depth: 6 });
    const model = trained({ train: set, parameters });

    const phi = treeShap(model, rowsOf(set.table, 0, 1));

    for (const kind of [0, 1]) {
      for (const j of [0, 1, 2, 9]) {
        expect(phi[kind * 11 + j]).toBeCloseTo(bruteForce(model, rowAt(set.table, 0), j, kind), 9);
      }
    }
  });

  it('sum to the margin', () => {
    const set = drawSet(150, 12, 6);
    const model = trained({
      train: set,
      parameters: boosting({ objective: 'binary:logistic', num_round: 40, max_depth: 8 }),
    });
    const margins = predictMargins(model, set.table);

    const phi = treeShap(model, set.table);

    for (const [i, margin] of margins.entries()) {
      const sum = phi.subarray(i * 13, (i + 1) * 13).reduce((a, b) => a + b, 0);
      expect(Math.abs(sum - margin)).toBeLessThan(1e-9);
    }
  });
});
