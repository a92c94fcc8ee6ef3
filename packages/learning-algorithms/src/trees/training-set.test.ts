import { describe, expect, it } from 'vitest';
import { tableFromRows } from '../table/table.ts';
import { boosting } from './testing.ts';
import { trainingFaults } from './training-set.ts';

const table = tableFromRows([1, 2, 3, 4, 5, 6], 2, ['age', 'income']);
const binary = boosting({ objective: 'binary:logistic' });

describe('training data', () => {
  it('with nothing wrong gives no fault', () => {
    expect(trainingFaults({ table, labels: [0, 1, 0], weights: [1, 0, 2] }, undefined, binary)).toEqual([]);
  });

  it.each([
    [{ table, labels: [0, 1] }, 'train: there are 2 labels for 3 rows.'],
    [{ table, labels: [0, 2, 1] }, 'train: the label of row 2 is 2; for binary:logistic it must be 0 or 1.'],
    [{ table, labels: [0, 1, 0], weights: [1, -1, 1] }, 'train: the weight of row 2 is -1; it must be 0 or more.'],
    [
      { table: tableFromRows([1, 2, 3, 4, 5, Number.POSITIVE_INFINITY], 2, ['age', 'income']), labels: [0, 1, 0] },
      'train: row 3 of column income is Infinity; values must be finite.',
    ],
  ])('that is wrong gives one sentence', (set, message) => {
    expect(trainingFaults(set, undefined, binary)).toEqual([message]);
  });

  it('wants classes below num_class', () => {
    const parameters = boosting({ objective: 'multi:softprob', num_class: 3 });

    expect(trainingFaults({ table, labels: [0, 3, 1] }, undefined, parameters)).toEqual([
      'train: the label of row 2 is 3; for multi:softprob it must be a whole number from 0 to 2, since num_class is 3.',
    ]);
  });

  it('wants validation data to stop early, and with the same columns', () => {
    const parameters = boosting({ objective: 'binary:logistic', early_stopping_rounds: 3 });
    const train = { table, labels: [0, 1, 0] };
    const other = { table: tableFromRows([1, 2, 3], 1), labels: [0, 1, 0] };

    expect(trainingFaults(train, undefined, parameters)).toEqual([
      'early_stopping_rounds needs validation data: give some, or leave it out.',
    ]);
    expect(trainingFaults(train, other, parameters)).toEqual(['validation: there are 1 columns, train has 2.']);
  });
});
