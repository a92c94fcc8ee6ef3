import { seededRng } from '@cairn/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trainBoostedTreesInThreads } from '../parallel/node.ts';
import { areaUnderRoc } from './evaluation/ranking.ts';
import { featureImportance } from './explanation/importance.ts';
import { saveBoostedTrees } from './model/load.ts';
import { predict } from './model/predict.ts';
import { boosting, drawSet, rowsOf, trained } from './testing.ts';
import type { BoostingTask } from './train.ts';

const BINARY = { objective: 'binary:logistic', num_round: 8, max_depth: 5 };
const SAMPLED = { subsample: 0.7, colsample_bytree: 0.6, colsample_bylevel: 0.7, seed: 9 };

/** Ways to train that meet different code. */
const VARIANTS = [
  { name: 'all rows and columns', parameters: BINARY },
  { name: 'samples of rows and columns', parameters: { ...BINARY, ...SAMPLED } },
  { name: 'few bins', parameters: { ...BINARY, max_bin: 16 } },
  { name: 'constraints', parameters: { ...BINARY, monotone_constraints: [1, 0, -1] } },
  { name: 'regression', parameters: { ...BINARY, objective: 'reg:squarederror', alpha: 0.3 } },
  { name: 'classes', parameters: { ...BINARY, objective: 'multi:softprob', num_class: 3 } },
  { name: 'counts', parameters: { ...BINARY, objective: 'count:poisson', gamma: 0.1 } },
] as const;

const DATA = drawSet(700, 9, 31);
const weights = Array.from(DATA.labels, (_, i) => 0.5 + (i % 5) / 4);

const taskOf = (raw: Readonly<Record<string, unknown>>): BoostingTask => {
  return { train: { ...DATA, weights }, parameters: boosting(raw) };
};

const aucOf = (predictions: ArrayLike<number>, labels: ArrayLike<number>) =>
  areaUnderRoc({ predictions, labels, weights: Array.from(labels, () => 1) });

describe.each(VARIANTS)('trees of $name', ({ parameters }) => {
  const task = taskOf(parameters);
  const text = saveBoostedTrees(trained(task));

  it('are the same bytes from the same seed', () => {
    expect(saveBoostedTrees(trained(task))).toBe(text);
  });

  it('are the same bytes without WebAssembly', () => {
    expect(saveBoostedTrees(trained(task, { kernel: 'javascript' }))).toBe(text);
  });

  it('are the same bytes from three threads', async () => {
    const result = await trainBoostedTreesInThreads(task, { workers: 3 });

    expect(result.outcome === 'trained' && saveBoostedTrees(result.model)).toBe(text);
  });
});

describe('sampling', () => {
  it('follows the seed', () => {
    const one = trained(taskOf({ ...BINARY, ...SAMPLED }));
    const other = trained(taskOf({ ...BINARY, ...SAMPLED, seed: 10 }));

    expect(saveBoostedTrees(other)).not.toBe(saveBoostedTrees(one));
  });

  it('uses only the columns of a tree', () => {
    const { trees } = trained(taskOf({ ...BINARY, colsample_bytree: 0.34 }));

    for (const tree of trees) {
      const used = tree.splitIndices.filter((_, node) => (tree.leftChildren[node] ?? -1) >= 0);
      expect(new Set(used).size).toBeLessThanOrEqual(3); // a third of nine
    }
  });
});

describe('generalisation', () => {
  const learn = (isShuffled: boolean) => {
    const { table, labels } = drawSet(6000, 8, 77, isShuffled);
    const half = table.rows / 2;
    const train = { table: rowsOf(table, 0, half), labels: Array.from(labels).slice(0, half) };
    const model = trained({ train, parameters: boosting({ ...BINARY, num_round: 20, max_depth: 3, eta: 0.2 }) });
    return aucOf(predict(model, rowsOf(table, half, table.rows)), Array.from(labels).slice(half));
  };

  it('ranks new rows well where there is something to learn', () => {
    expect(learn(false)).toBeGreaterThan(0.75);
  });

  it('is chance where the labels were shuffled', () => {
    expect(Math.abs(learn(true) - 0.5)).toBeLessThan(0.04); // three standard errors
  });
});

describe('monotone constraints', () => {
  it('hold along the feature, whatever the others are', () => {
    const model = trained(taskOf({ ...BINARY, num_round: 25, monotone_constraints: [1, -1] }));
    expect(featureImportance(model, 'weight').map(({ feature }) => feature)).toEqual(
      expect.arrayContaining(['f0', 'f1']),
    );
    const rng = seededRng(5);

    for (let trial = 0; trial < 30; trial += 1) {
      const others = Array.from({ length: 9 }, () => rng.normal());
      const isFalling = (feature: number, sign: number) => {
        const values = Float64Array.from({ length: 40 }, (_, i) => (i - 20) / 5);
        const columns = others.map((value, j) => (j === feature ? values : new Float64Array(40).fill(value)));
        const along = predict(model, { ...DATA.table, rows: 40, columns });
        return along.some((p, i) => i > 0 && sign * (p - (along[i - 1] ?? p)) < 0);
      };
      expect(isFalling(0, 1)).toBe(false);
      expect(isFalling(1, -1)).toBe(false);
    }
  });
});

describe('early stopping', () => {
  const { table, labels } = drawSet(1200, 6, 3);
  const part = (first: number, last: number) => ({
    table: rowsOf(table, first, last),
    labels: Array.from(labels).slice(first, last),
  });

  it('keeps the rounds up to the best one and stops soon after it', () => {
    const seen: number[] = [];
    const parameters = boosting({ ...BINARY, num_round: 200, eta: 0.5, early_stopping_rounds: 5 });
    const model = trained(
      { train: part(0, 600), validation: part(600, 1200), parameters },
      { onRound: ({ metrics }) => seen.push(metrics[0]?.value ?? Number.NaN) },
    );

    expect(seen.length).toBeLessThan(100);
    expect(model.usedRounds).toBe(seen.indexOf(Math.min(...seen)) + 1);
    expect(model.trees.length).toBe(model.usedRounds + 5);
  });
});

describe('predictions', () => {
  it('follow the default direction alone where every value is missing', () => {
    const model = trained(taskOf(BINARY));
    const empty = { ...DATA.table, rows: 1, columns: DATA.table.columns.map(() => Float64Array.of(Number.NaN)) };

    const [p = Number.NaN] = predict(model, empty);

    expect(p).toBeGreaterThan(0);
    expect(p).toBeLessThan(1);
  });

  it('do not depend on the order of the rows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), (seed) => {
        const order = seededRng(seed).shuffle(Array.from({ length: 300 }, (_, i) => i));
        const small = { table: rowsOf(DATA.table, 0, 300), labels: Array.from(DATA.labels).slice(0, 300) };
        const mixed = {
          table: {
            ...small.table,
            columns: small.table.columns.map((c) => Float64Array.from(order, (i) => c[i] ?? 0)),
          },
          labels: order.map((i) => small.labels[i] ?? 0),
        };
        const parameters = boosting({ ...BINARY, num_round: 4 });

        const models = [small, mixed].map((train) => saveBoostedTrees(trained({ train, parameters })));

        expect(models[1]).toBe(models[0]);
      }),
      { numRuns: 10 },
    );
  });
});
