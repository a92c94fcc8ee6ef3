import { describe, expect, it } from 'vitest';
import { boosting, drawSet, trained } from '../testing.ts';
import { loadBoostedTrees, saveBoostedTrees } from './load.ts';
import { predict } from './predict.ts';

const SET = drawSet(200, 4, 12);
const MODEL = trained({
  train: SET,
  parameters: boosting({ objective: 'binary:logistic', num_round: 3, max_depth: 3 }),
});
const TEXT = saveBoostedTrees(MODEL);

const messageOf = (text: string) => {
  const loaded = loadBoostedTrees(text);
  return loaded.outcome === 'fault' ? loaded.message : undefined;
};

describe('a saved model', () => {
  it('predicts the same after loading', () => {
    const loaded = loadBoostedTrees(TEXT);

    expect(loaded.outcome === 'model' && predict(loaded.model, SET.table)).toEqual(predict(MODEL, SET.table));
  });

  it.each([
    ['not JSON', 'The model is no JSON object; save it again.'],
    ['{}', 'The model has schema none; this version reads "boosted-trees/1".'],
    [
      TEXT.replace('trees/1', 'trees/2'),
      'The model has schema "boosted-trees/2"; this version reads "boosted-trees/1".',
    ],
    [TEXT.replace('"usedRounds":3', '"usedRounds":4'), 'The model is damaged: 4 rounds are used, but fewer are there.'],
    [
      TEXT.replace('"leftChildren":[1', '"leftChildren":[0'),
      'The model is damaged: tree 0 has wrong children at node 0.',
    ],
    [
      TEXT.replace('"leftChildren":[1', '"leftChildren":[1,1'),
      'The model is damaged: tree 0 has lists of different lengths.',
    ],
    [
      TEXT.replace(/"featureNames":\[.*?\]/, '"featureNames":["a"]'),
      /^The model is damaged: tree 0 splits on an unknown feature/,
    ],
    [TEXT.replace('"baseMargin":0', '"baseMargin":"x"'), /^The model is damaged at baseMargin: /],
  ])('that cannot be used gives one sentence', (text, message) => {
    if (typeof message === 'string') expect(messageOf(text)).toBe(message);
    else expect(messageOf(text)).toMatch(message);
  });

  it('wants a table of its own width', () => {
    expect(() => predict(MODEL, { rows: 0, names: [], columns: [] })).toThrow(
      new RangeError('the model takes 4 columns, the table has 0'),
    );
  });
});
