import { describe, expect, it } from 'vitest';
import { tableFromRows } from '../table/table.ts';
import type { Watched } from './boosting/watching.ts';
import { dumpTrees } from './explanation/dump.ts';
import { featureImportance, type ImportanceKind } from './explanation/importance.ts';
import { treeShap } from './explanation/tree-shap.ts';
import { predict } from './model/predict.ts';
import reference from './reference.json' with { type: 'json' };
import { boosting, rowsOf, trained } from './testing.ts';
import type { BoostingTask } from './train.ts';

type Case = (typeof reference.cases)[number];

const TABLE = tableFromRows(
  reference.cells.flat().map((cell) => cell ?? Number.NaN),
  6,
);
const TRAIN = rowsOf(TABLE, 0, reference.rows);
const HELD = rowsOf(TABLE, reference.rows, TABLE.rows);
const LABELS: Readonly<Record<string, readonly number[]>> = reference.labels;

function taskOf({ target, parameters, metrics, isWeighted }: Case): BoostingTask {
  const labels = LABELS[target] ?? [];
  return {
    train: {
      table: TRAIN,
      labels: labels.slice(0, TRAIN.rows),
      ...(isWeighted ? { weights: reference.weights } : {}),
    },
    validation: { table: HELD, labels: labels.slice(TRAIN.rows) },
    parameters: boosting({ ...parameters, eval_metric: Object.keys(metrics) }),
    isTrainWatched: true,
  };
}

function furthest(found: ArrayLike<number>, expected: readonly number[]): number {
  expect(found.length).toBe(expected.length);
  return Math.max(...expected.map((value, i) => Math.abs(value - (found[i] ?? Number.NaN))));
}

describe.each(reference.cases)('as XGBoost 1.7.4 does: $name', (example) => {
  let last: readonly Watched[] = [];
  const model = trained(taskOf(example), {
    onRound: ({ metrics }) => {
      last = metrics;
    },
  });

  it('predicts the training rows', () => {
    expect(furthest(predict(model, TRAIN), example.train)).toBeLessThan(1e-5);
  });

  it('predicts other rows, missing values included', () => {
    expect(furthest(predict(model, HELD), example.held)).toBeLessThan(1e-5);
  });

  it('makes as many splits in each tree', () => {
    expect(model.trees.map((tree) => tree.leftChildren.filter((left) => left >= 0).length)).toEqual(example.splits);
  });

  it.each(['train', 'validation'] as const)('measures the same of %s', (set) => {
    const expected = set === 'train' ? example.trainMetrics : example.metrics;

    for (const [metric, value] of Object.entries(expected)) {
      const found = last.find((watched) => watched.set === set && watched.metric === metric);
      expect(found?.value).toBeCloseTo(value, 6);
    }
  });
});

describe('explanations, as XGBoost 1.7.4 gives them', () => {
  const example = reference.cases[0] as Case;
  const model = trained(taskOf(example));

  it('writes the same text of a tree, but for rounding', () => {
    const numbers = /(?<=[=<])-?[\d.]+(e[+-]\d+)?/g;
    const [text = ''] = dumpTrees(model, true);

    expect(text.replace(numbers, '#')).toBe((example.dump ?? '').replace(numbers, '#'));
    const expected = [...(example.dump ?? '').matchAll(numbers)].map(([number]) => Number(number));
    const found = [...text.matchAll(numbers)].map(([number]) => Number(number));
    for (const [i, number] of found.entries()) expect(number / (expected[i] ?? 0)).toBeCloseTo(1, 5);
  });

  it.each(Object.entries(example.importance ?? {}))('finds the same importance: %s', (kind, values) => {
    const found = featureImportance(model, kind as ImportanceKind);

    expect(found.length).toBe(Object.keys(values).length);
    for (const { feature, value } of found) {
      expect(value / ((values as Record<string, number>)[feature] ?? 0)).toBeCloseTo(1, 4);
    }
  });

  it('gives the same SHAP values', () => {
    expect(furthest(treeShap(model, rowsOf(HELD, 0, 40)), example.contributions ?? [])).toBeLessThan(1e-5);
  });
});
