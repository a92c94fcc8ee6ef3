import { seededRng } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';
import { tableOf } from '../table/table.ts';
import { findLeakingFeatures, findSharedRows } from './leakage.ts';
import { profileTable } from './profile.ts';
import { applyRecipe, RECIPE_OPERATIONS, type RecipeStep } from './recipe.ts';
import { type TextTable, textRows, textTable } from './text-table.ts';

const people = textTable(
  ['name', 'age', 'city', 'paid'],
  [
    [' ann  b', '30', 'Bern', 'yes'],
    ['BOB', '', 'Rome', 'no'],
    ['cy', '50', 'Bern', 'yes'],
    ['cy', '50', 'Bern', 'yes'],
    ['dee', '40', '', 'no'],
  ],
);

const step = (Operation: string, Parameters: Record<string, string> = {}): RecipeStep => ({
  Action: { Operation, Parameters },
});

function apply(table: TextTable, ...steps: RecipeStep[]): TextTable {
  const result = applyRecipe(table, steps);
  if (result.outcome === 'fault') throw new Error(result.message);
  return result.table;
}

const columnAfter = (name: string, ...steps: RecipeStep[]) => {
  const { names, columns } = apply(people, ...steps);
  return columns[names.indexOf(name)];
};

describe('profile', () => {
  it('tells types, gaps, distinct values and repeated rows', () => {
    const { columns, duplicateRows } = profileTable(people);

    expect(columns.map(({ type }) => type)).toEqual(['text', 'integer', 'text', 'boolean']);
    expect(columns.map(({ missing }) => missing)).toEqual([0, 1, 1, 0]);
    expect(columns.map(({ distinct }) => distinct)).toEqual([4, 3, 2, 2]);
    expect(columns[2]?.top[0]).toEqual({ value: 'Bern', count: 3 });
    expect(duplicateRows).toBe(1);
  });

  it('measures numbers by hand, outliers included', () => {
    const table = textTable(['x'], [...['1', '2', '3', '4', '5', '100'].map((v) => [v]), ['']]);

    const [column] = profileTable(table).columns;

    expect(column?.numbers).toMatchObject({ min: 1, max: 100, outliers: 1, zeros: 0, negatives: 0 });
    expect(column?.numbers?.quantiles.slice(1, 4)).toEqual([2.25, 3.5, 4.75]);
    expect(column?.numbers?.standardDeviation).toBeCloseTo(Math.sqrt((7850 + 5 / 6) / 5), 10);
  });

  it('correlates numeric columns over rows in which both are present', () => {
    const table = textTable(
      ['x', 'y', 'z'],
      [
        ['1', '2', '5'],
        ['2', '4', '5'],
        ['3', '', '5'],
        ['4', '8', '5'],
      ],
    );

    expect(profileTable(table).correlations).toEqual([{ first: 'x', second: 'y', r: expect.closeTo(1, 12) }]);
  });

  it('calls a column of numbers and words mixed', () => {
    expect(
      profileTable(
        textTable(
          ['x', 'y'],
          [
            ['1', ''],
            ['a', ''],
          ],
        ),
      ).columns.map(({ type }) => type),
    ).toEqual(['mixed', 'empty']);
  });
});

describe('recipe', () => {
  it.each([
    ['FILL_WITH_AVERAGE', {}, ['30', '42.5', '50', '50', '40']],
    ['FILL_WITH_MEDIAN', {}, ['30', '45', '50', '50', '40']],
    ['FILL_WITH_MODE', { modeType: 'MAXIMUM' }, ['30', '50', '50', '50', '40']],
    ['FILL_WITH_MOST_FREQUENT', {}, ['30', '50', '50', '50', '40']],
    ['FILL_WITH_CUSTOM', { value: '0' }, ['30', '0', '50', '50', '40']],
    ['FILL_WITH_LAST_VALID', {}, ['30', '30', '50', '50', '40']],
    ['REMOVE_MISSING', {}, ['30', '50', '50', '40']],
    ['MIN_MAX_NORMALIZATION', {}, ['0', '', '1', '1', '0.5']],
    ['CHANGE_DATA_TYPE', { columnDataType: 'double' }, ['30', '', '50', '50', '40']],
  ])('%s', (operation, parameters, expected) => {
    expect(columnAfter('age', step(operation, { sourceColumn: 'age', ...parameters }))).toEqual(expected);
  });

  it.each([
    ['UPPER_CASE', {}, ' ANN  B'],
    ['LOWER_CASE', {}, ' ann  b'],
    ['CAPITAL_CASE', {}, ' Ann  B'],
    ['REMOVE_COMBINED', { collapseConsecutiveWhitespace: 'true', removeLeadingAndTrailingWhitespace: 'true' }, 'ann b'],
    ['REPLACE_TEXT', { pattern: 'ann', value: 'eve' }, ' eve  b'],
  ])('%s', (operation, parameters, expected) => {
    expect(columnAfter('name', step(operation, { sourceColumn: 'name', ...parameters }))?.[0]).toBe(expected);
  });

  it('standardises to mean 0 and deviation 1', () => {
    const values =
      columnAfter('z', step('Z_SCORE_NORMALIZATION', { sourceColumn: 'age', targetColumn: 'z' }))
        ?.filter((v) => v !== '')
        .map(Number) ?? [];

    expect(values.reduce((a, b) => a + b, 0)).toBeCloseTo(0, 10);
    expect(values.reduce((a, b) => a + b * b, 0) / 3).toBeCloseTo(1, 10);
  });

  it('scales by the strategies of NORMALIZATION', () => {
    const scale = { sourceColumn: 'age', strategy: 'SCALE_BETWEEN', minValue: '-1', maxValue: '1' };

    expect(columnAfter('age', step('NORMALIZATION', scale))).toEqual(['-1', '', '1', '1', '0']);
  });

  it('encodes categories in columns of their own', () => {
    const table = apply(people, step('ONE_HOT_ENCODING', { sourceColumn: 'city' }));

    expect(table.names.slice(4)).toEqual(['city_Bern', 'city_Rome']);
    expect(table.columns.slice(4)).toEqual([
      ['1', '0', '1', '1', '0'],
      ['0', '1', '0', '0', '0'],
    ]);
  });

  it('puts numbers into bins and on either side of a threshold', () => {
    const bins = {
      sourceColumn: 'age',
      targetColumn: 'bin',
      bucketNames: '["young","old"]',
      splits: '["-Infinity","40","Infinity"]',
    };

    expect(columnAfter('bin', step('BUCKETIZATION', bins))).toEqual(['young', '', 'old', 'old', 'old']);
    expect(
      columnAfter('is', step('BINARIZATION', { sourceColumn: 'age', targetColumn: 'is', thresholdValue: '40' })),
    ).toEqual(['0', '', '1', '1', '0']);
  });

  it('renames, copies, splits and drops columns', () => {
    const table = apply(
      people,
      step('RENAME', { sourceColumn: 'name', targetColumn: 'who' }),
      step('DUPLICATE', { sourceColumn: 'age', targetColumn: 'years' }),
      step('SPLIT_COLUMN_SINGLE_DELIMITER', { sourceColumn: 'city', pattern: 'e', limit: '1' }),
      step('DELETE', { sourceColumns: '["age","paid"]' }),
    );

    expect(table.names).toEqual(['who', 'city', 'years', 'city_1', 'city_2']);
    expect(textRows(table)[0]).toEqual([' ann  b', 'Bern', '30', 'B', 'rn']);
  });

  it('drops rows that repeat, and rows in which a condition holds', () => {
    const unpaid = {
      ...step('REMOVE_VALUES', { sourceColumn: 'paid' }),
      ConditionExpressions: [{ Condition: 'IS', Value: 'no', TargetColumn: 'paid' }],
    };

    expect(apply(people, step('DELETE_DUPLICATE_ROWS')).rows).toBe(4);
    expect(apply(people, unpaid).rows).toBe(3);
  });

  it('changes a text only where all conditions hold', () => {
    const conditions = [
      { Condition: 'GREATER_THAN', Value: '35', TargetColumn: 'age' },
      { Condition: 'IS_NOT_MISSING', TargetColumn: 'city' },
    ];

    const table = apply(people, { ...step('UPPER_CASE', { sourceColumn: 'name' }), ConditionExpressions: conditions });

    expect(table.columns[0]).toEqual([' ann  b', 'BOB', 'CY', 'CY', 'dee']);
  });

  it('leaves the table it was given as it is', () => {
    const before = JSON.stringify(people);

    apply(people, step('LOWER_CASE', { sourceColumn: 'name' }), step('DELETE', { sourceColumn: 'age' }));

    expect(JSON.stringify(people)).toBe(before);
  });

  it.each([
    [step('FILL_WITH_AVG', { sourceColumn: 'age' }), /^Step 1 \(FILL_WITH_AVG\): there is no operation FILL_WITH_AVG/],
    [
      step('RENAME', { sourceColumn: 'nme', targetColumn: 'x' }),
      'Step 1 (RENAME): there is no column "nme" (there are name, age, city, paid).',
    ],
    [
      step('RENAME', { sourceColumn: 'name', targetColumn: 'age' }),
      'Step 1 (RENAME): there is a column "age" already.',
    ],
    [
      step('FILL_WITH_MEDIAN', { sourceColumn: 'city' }),
      'Step 1 (FILL_WITH_MEDIAN): column "city" is not numeric: row 1 holds "Bern".',
    ],
    [
      step('CHANGE_DATA_TYPE', { sourceColumn: 'age', columnDataType: 'constructor' }),
      /columnDataType is "constructor", but must be one of/,
    ],
    [
      step('BUCKETIZATION', { sourceColumn: 'age', targetColumn: 'b', bucketNames: '["x"]', splits: '["1"]' }),
      /1 buckets need 2 splits, not 1/,
    ],
    [step('REMOVE_VALUES', { sourceColumn: 'age' }), /would drop every row/],
    [
      {
        ...step('UPPER_CASE', { sourceColumn: 'name' }),
        ConditionExpressions: [{ Condition: 'LIKE', TargetColumn: 'name' }],
      },
      /there is no condition LIKE/,
    ],
    [step('FILL_WITH_AVERAGE'), /the parameter sourceColumn is missing/],
  ])('answers a step that cannot be done with one sentence', (bad, message) => {
    const result = applyRecipe(people, [bad]);

    expect(result.outcome === 'fault' ? result.message : 'done').toMatch(message);
  });

  it('refuses to one-hot encode names', () => {
    const many = textTable(
      ['id'],
      Array.from({ length: 11 }, (_, i) => [`id${i}`]),
    );

    expect(applyRecipe(many, [step('ONE_HOT_ENCODING', { sourceColumn: 'id' })])).toMatchObject({
      outcome: 'fault',
      step: 1,
    });
  });

  it('knows every action by its name in capitals', () => {
    expect(RECIPE_OPERATIONS.every((name) => /^[A-Z_]+$/.test(name))).toBe(true);
    expect(RECIPE_OPERATIONS).toHaveLength(26);
  });
});

describe('leakage', () => {
  const rng = seededRng(1);
  const target = Array.from({ length: 300 }, () => rng.below(2));
  const honest = Float64Array.from(target, (y) => y + 2 * rng.normal());
  const leak = Float64Array.from(target, (y) => (y === 1 ? 5 + rng.next() : rng.next()));
  const gap = Float64Array.from(target, (y) => (y === 1 ? Number.NaN : rng.next()));

  it('finds a feature that knows the answer, by its value or by its gaps', () => {
    const table = tableOf([honest, leak, gap], ['honest', 'chargeback', 'closed_on']);

    const leaks = findLeakingFeatures(table, target);

    expect(leaks.map((l) => l.kind === 'feature' && l.name)).toEqual(['chargeback', 'closed_on']);
    expect(leaks[0]?.message).toBe(
      'Feature "chargeback" alone predicts the target with AUC 1.000: check that it is known before the target is.',
    );
  });

  it('finds it by correlation where the target is a number', () => {
    const price = Float64Array.from({ length: 300 }, () => rng.normal());
    const table = tableOf([honest, price.map((p) => 1.2 * p + 3)], ['honest', 'price_with_tax']);

    expect(findLeakingFeatures(table, price).map((l) => l.kind === 'feature' && l.name)).toEqual(['price_with_tax']);
  });

  it('finds test rows that were seen in training', () => {
    const train = tableOf([Float64Array.of(1, 2, 3), Float64Array.of(4, 5, Number.NaN)]);
    const test = tableOf([Float64Array.of(3, 1, 9), Float64Array.of(Number.NaN, 5, 9)]);

    expect(findSharedRows(train, test)).toMatchObject({ rows: 1, share: 1 / 3 });
    expect(findSharedRows(test, tableOf([Float64Array.of(7), Float64Array.of(7)]))).toBeUndefined();
  });
});

describe('table of texts', () => {
  it('refuses rows of another length and names that stand twice', () => {
    expect(() => textTable(['a', 'b'], [['1', '2'], ['3']])).toThrow('row 2 has 1 values for 2 columns');
    expect(() => textTable(['a', 'a'], [])).toThrow('two columns are named "a"');
  });
});
