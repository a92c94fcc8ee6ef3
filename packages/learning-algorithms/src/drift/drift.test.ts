import { seededRng } from '@cairn/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textTable } from '../preparation/text-table.ts';
import { type Constraints, describeTable, inferType, suggestConstraints } from './baseline.ts';
import { binShares, jensenShannonDistance, numericStabilityIndex, quantileEdges, stabilityIndex } from './distances.ts';
import { quantileSketch, sketchDistance, sketchSize } from './quantile-sketch.ts';
import { kolmogorovSmirnov } from './two-samples.ts';
import { checkBatch, driftDistances } from './violations.ts';

describe('population stability index', () => {
  it('is the sum by hand', () => {
    const expected = 0.3 * Math.log(0.5 / 0.2) + -0.3 * Math.log(0.5 / 0.8);

    expect(stabilityIndex([0.2, 0.8], [0.5, 0.5])).toBeCloseTo(expected, 12);
  });

  it('stays low for the same distribution and rises with a shift', () => {
    const rng = seededRng(1);
    const before = Array.from({ length: 4000 }, () => rng.normal());

    expect(
      numericStabilityIndex(
        before,
        Array.from({ length: 4000 }, () => rng.normal()),
      ),
    ).toBeLessThan(0.02);
    expect(
      numericStabilityIndex(
        before,
        Array.from({ length: 4000 }, () => rng.normal() + 0.7),
      ),
    ).toBeGreaterThan(0.25);
  });

  it('bins by equal shares of what was expected', () => {
    const values = Array.from({ length: 100 }, (_, i) => i);

    expect(binShares(values, quantileEdges(values, 4))).toEqual([0.25, 0.25, 0.25, 0.25]);
  });
});

describe('Jensen–Shannon distance', () => {
  it('lies between 0 for equal shares and 1 for shares without overlap', () => {
    expect(jensenShannonDistance([0.5, 0.5], [0.5, 0.5])).toBe(0);
    expect(jensenShannonDistance([1, 0], [0, 1])).toBe(1);
  });
});

describe('sketch', () => {
  it('stands for every value', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), fc.integer(), (n, seed) => {
        const rng = seededRng(seed);
        const values = Array.from({ length: n }, () => rng.normal());

        const sketch = quantileSketch(values);

        expect(sketchSize(sketch)).toBe(n);
        expect(sketchDistance(sketch, quantileSketch(values.slice(0, 2000)))).toBeLessThan(0.1);
      }),
      { numRuns: 10 },
    );
  });

  it('gives the Kolmogorov–Smirnov distance of small samples', () => {
    const first = [1, 2, 2, 3, 9];
    const second = [2, 3, 3, 4];

    const distance = sketchDistance(quantileSketch(first), quantileSketch(second));

    expect(distance).toBeCloseTo(kolmogorovSmirnov(first, second).statistic, 12);
  });
});

const rng = seededRng('monitor');
const rows = (n: number, shift = 0) =>
  Array.from({ length: n }, (_, i) => [
    String(Math.round(50 + 10 * rng.normal() + shift)),
    (rng.next() * 5).toFixed(2),
    ['card', 'cash'][i % 2] ?? '',
  ]);
const names = ['age', 'amount', 'method'];
const baseline = textTable(names, rows(600));
const statistics = describeTable(baseline);
const constraints = suggestConstraints(statistics);

const kinds = (batch: readonly (readonly string[])[], header = names, rules: Constraints = constraints) =>
  checkBatch(textTable(header, batch), statistics, rules).violations.map(
    (v) => `${v.feature_name}: ${v.constraint_check_type}`,
  );

describe('baseline', () => {
  it('describes numbers and texts in the shape of statistics.json', () => {
    const [age, , method] = statistics.features;

    expect(statistics.dataset).toEqual({ item_count: 600 });
    expect(age?.inferred_type).toBe('Integral');
    const buckets = age && 'numerical_statistics' in age ? age.numerical_statistics.distribution.kll.buckets : [];
    expect(buckets.reduce((sum, { count }) => sum + count, 0)).toBe(600);
    expect(buckets).toHaveLength(10);
    expect(method).toEqual({
      name: 'method',
      inferred_type: 'String',
      string_statistics: {
        common: { num_present: 600, num_missing: 0 },
        distinct_count: 2,
        distribution: {
          categorical: {
            buckets: [
              { value: 'card', count: 300 },
              { value: 'cash', count: 300 },
            ],
          },
        },
      },
    });
  });

  it('suggests types, completeness, sign and domain', () => {
    expect(constraints.features.map(({ inferred_type }) => inferred_type)).toEqual([
      'Integral',
      'Fractional',
      'String',
    ]);
    expect(constraints.features[1]?.num_constraints).toEqual({ is_non_negative: true });
    expect(constraints.features[2]?.string_constraints).toEqual({ domains: ['card', 'cash'] });
  });

  it.each([
    [['1', ' 2', ''], 'Integral'],
    [['1', '2.5', '-1e3'], 'Fractional'],
    [['1', 'x'], 'String'],
    [['', ' '], 'Unknown'],
  ])('infers the type of %j', (column, type) => {
    expect(inferType(column)).toBe(type);
  });
});

describe('a batch against the baseline', () => {
  it('has no violation where nothing has changed', () => {
    expect(kinds(rows(300))).toEqual([]);
  });

  it('drifts where a distribution has moved', () => {
    expect(kinds(rows(300, 15))).toEqual(['age: baseline_drift_check']);
  });

  it('drifts where the shares of categories have moved', () => {
    const cash = rows(300).map(([age = '', amount = '']) => [age, amount, 'cash']);

    expect(kinds(cash)).toEqual(['method: baseline_drift_check']);
  });

  it('finds values of another type, missing values and unknown categories', () => {
    const batch = rows(300).map(([age = '', amount = '', method = ''], i) => {
      if (i === 3) return ['old', amount, method];
      return i === 5 ? [age, '', method] : [age, amount, i === 7 ? 'crypto' : method];
    });

    expect(kinds(batch)).toEqual([
      'age: data_type_check',
      'amount: completeness_check',
      'method: categorical_values_check',
    ]);
  });

  it('finds missing and additional columns', () => {
    const batch = rows(300).map(([age = '', amount = '']) => [age, amount, 'x']);

    expect(kinds(batch, ['age', 'amount', 'note'])).toEqual([
      'Missing columns: missing_column_check',
      'Extra columns: extra_column_check',
    ]);
  });

  it('follows the thresholds of the constraints', () => {
    const { monitoring_config: config } = constraints;
    const tolerant = {
      ...constraints,
      monitoring_config: {
        ...config,
        datatype_check_threshold: 0.9,
        distribution_constraints: { ...config.distribution_constraints, comparison_threshold: 0.9 },
      },
    };
    const batch = rows(300, 15).map((row, i) => (i === 0 ? ['old', ...row.slice(1)] : row));

    expect(kinds(batch, names, tolerant)).toEqual([]);
  });
});

describe('distances of a batch', () => {
  it('tell how far each column has moved, those below the threshold too', () => {
    const rng = seededRng('distances');
    const rowsAround = (centre: number) =>
      Array.from({ length: 400 }, () => [String(rng.normal() + centre), String(rng.normal()), 'a']);
    const statisticsOf = (centre: number) => describeTable(textTable(['moved', 'still', 'text'], rowsAround(centre)));
    const baseline = statisticsOf(0);

    const distances = driftDistances(baseline, statisticsOf(4), suggestConstraints(baseline).monitoring_config);

    expect(distances.get('moved')).toBeGreaterThan(0.7);
    expect(distances.get('still')).toBeLessThan(0.1);
    expect(distances.get('text')).toBe(0);
  });
});
