import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { metricOf } from '../grade/metrics.ts';
import type { MetricName } from '../lab/checks-schema.ts';
import { openDatasets } from './datasets.ts';
import { GENERATORS } from './registry.ts';
import { columnIndex, type Row, writeRows } from './table.ts';

const ALL = Object.values(GENERATORS);

function generator(name: string) {
  const found = GENERATORS[name];
  if (!found) throw new RangeError(name);
  return found;
}

function column(name: string, rows: readonly Row[], wanted: string): number[] {
  const place = columnIndex({ columns: generator(name).columns, rows }, wanted);
  return rows.map((row) => Number(row[place]));
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Score of what a model that knew the truth would say. */
function bestScore(name: string, label: string, metric: MetricName, rows: readonly Row[]): number {
  const { best = () => Number.NaN } = generator(name);
  return metricOf(metric, rows.map(best), column(name, rows, label));
}

describe.each(ALL)('the generator $name', ({ name, columns, options, generate }) => {
  it('gives the same bytes for the same seed, and others for another', () => {
    const bytes = (seed: number) =>
      writeRows({ columns, rows: generate({ seed, rows: 40, options: {} }) }, { format: 'csv', header: true });

    expect(bytes(1)).toBe(bytes(1));
    expect(bytes(1)).not.toBe(bytes(2));
    expect(createHash('sha256').update(bytes(7)).digest('hex')).toMatchSnapshot();
  });

  it('fills every column with the kind that it names', () => {
    for (const row of generate({ seed: 3, rows: 60, options: {} })) {
      expect(row).toHaveLength(columns.length);
      columns.forEach(({ kind }, index) => {
        if (row[index] !== '') expect(typeof row[index]).toBe(kind === 'text' ? 'string' : 'number');
        expect(row[index]).not.toBeNaN();
      });
    }
  });

  it('begins the same however many rows are asked for, where rows stand alone', () => {
    if (name === 'support-articles' || name === 'web-events' || name === 'leaky-loans') return; // spread over their span
    expect(generate({ seed: 5, rows: 30, options: {} })).toEqual(
      generate({ seed: 5, rows: 60, options: {} }).slice(0, 30),
    );
  });

  it('refuses options that it does not have, and those out of range', () => {
    expect(() => generate({ seed: 1, rows: 5, options: { colour: 1 } })).toThrow(/there is no option colour/);
    for (const { name: option, most } of options) {
      expect(() => generate({ seed: 1, rows: 5, options: { [option]: most + 1 } })).toThrow(/lies between/);
    }
  });
});

describe('what can be learned', () => {
  it('fraud: rare, in interactions, and another one after the shift', () => {
    const { generate } = generator('card-transactions');
    const rows = generate({ seed: 1, rows: 30_000, options: {} });
    const shifted = generate({ seed: 1, rows: 30_000, options: { driftAt: 0 } });
    const truth = column('card-transactions', rows, 'is_fraud');

    expect(mean(truth)).toBeGreaterThan(0.006);
    expect(mean(truth)).toBeLessThan(0.013);
    expect(bestScore('card-transactions', 'is_fraud', 'auc', rows)).toBeGreaterThan(0.95);
    expect(bestScore('card-transactions', 'is_fraud', 'average-precision', rows)).toBeGreaterThan(0.58);
    expect(bestScore('card-transactions', 'is_fraud', 'average-precision', shifted)).toBeLessThan(0.12);
    for (const single of ['amount', 'amount_ratio', 'distance_km', 'transactions_last_hour']) {
      expect(metricOf('auc', column('card-transactions', rows, single), truth)).toBeLessThan(0.85);
    }
    expect(mean(column('card-transactions', shifted, 'amount'))).toBeGreaterThan(
      1.2 * mean(column('card-transactions', rows, 'amount')),
    );
  });

  it('fraud: the shift begins where it is told to', () => {
    const { generate } = generator('card-transactions');
    const plain = generate({ seed: 2, rows: 200, options: {} });
    const late = generate({ seed: 2, rows: 200, options: { driftAt: 0.5 } });

    expect(late.slice(0, 100)).toEqual(plain.slice(0, 100));
    expect(late.slice(100)).not.toEqual(plain.slice(100));
  });

  it('churn: age has no say, unless the records are biased', () => {
    const { generate } = generator('churn');
    const gap = (rows: readonly Row[]) => {
      const senior = column('churn', rows, 'is_senior');
      const left = column('churn', rows, 'churned');
      return (
        mean(left.filter((_, index) => senior[index] === 1)) - mean(left.filter((_, index) => senior[index] === 0))
      );
    };
    const rows = generate({ seed: 1, rows: 20_000, options: {} });

    expect(Math.abs(gap(rows))).toBeLessThan(0.02);
    expect(gap(generate({ seed: 1, rows: 20_000, options: { labelBias: 0.25 } }))).toBeGreaterThan(0.15);
    expect(Math.abs(bestScore('churn', 'churned', 'auc', rows) - 0.8)).toBeLessThan(0.015);
  });

  it('loans: the column from the future tells nearly all', () => {
    const rows = generator('leaky-loans').generate({ seed: 1, rows: 20_000, options: {} });
    const truth = column('leaky-loans', rows, 'defaulted');

    expect(Math.abs(bestScore('leaky-loans', 'defaulted', 'auc', rows) - 0.71)).toBeLessThan(0.015);
    expect(metricOf('auc', column('leaky-loans', rows, 'collection_calls'), truth)).toBeGreaterThan(0.99);
    expect(mean(rows.map((row) => (row[2] === '' ? 1 : 0)))).toBeCloseTo(0.05, 1);
  });

  it('polynomial: nobody can be better than the noise', () => {
    const rows = generator('polynomial').generate({ seed: 1, rows: 20_000, options: { noise: 0.5 } });

    expect(bestScore('polynomial', 'y', 'rmse', rows)).toBeCloseTo(0.5, 2);
  });

  it('sensor: faults are as rare as asked for', () => {
    const share = (seed: number) =>
      mean(
        column(
          'sensor',
          generator('sensor').generate({ seed, rows: 20_000, options: { anomalyShare: 0.05 } }),
          'is_anomaly',
        ),
      );

    expect(mean([1, 2, 3].map(share))).toBeCloseTo(0.05, 1);
  });

  it('web events: every day has its share of the rows', () => {
    const { generate, columns } = generator('web-events');
    const rows = generate({ seed: 1, rows: 1_000, options: { days: 10 } });
    const days = rows.map((row) => row[columnIndex({ columns, rows }, 'date')]);

    expect(new Set(days).size).toBe(10);
    expect(days.filter((day) => day === '2026-10-03')).toHaveLength(100);
    expect(days.toSorted()).toEqual(days);
  });

  it('articles: sixty, each with a question that its own words answer', () => {
    const { generate, columns } = generator('support-articles');
    const rows = generate({ seed: 1, rows: 500, options: {} });
    const cell = (row: Row, name: string) => String(row[columnIndex({ columns, rows }, name)]);

    expect(rows).toHaveLength(60);
    for (const name of ['article_id', 'title', 'text', 'question'])
      expect(new Set(rows.map((row) => cell(row, name))).size).toBe(60);
    for (const row of rows) expect(cell(row, 'text')).toContain(cell(row, 'answer'));
  });

  it('policies: each question has one section, whose own words answer it', () => {
    const documents = generator('policy-documents').generate({ seed: 1, rows: 50, options: {} });
    const questions = generator('policy-questions').generate({ seed: 1, rows: 200, options: {} });
    const sections = documents.flatMap(([id, , written]) =>
      String(written)
        .split(/^## /m)
        .slice(1)
        .map((part) => ({ id, heading: part.split('\n')[0], part })),
    );

    expect(new Set(sections.map(({ heading }) => heading)).size).toBe(sections.length);
    expect(new Set(questions.map(([question]) => question)).size).toBe(questions.length);
    for (const [, id, section, answer] of questions) {
      const meant = sections.filter((one) => one.id === id && one.heading === section);
      expect(meant).toHaveLength(1);
      expect(meant[0]?.part).toContain(answer);
    }
    expect(new Set(questions.map(([, , section]) => section)).size).toBe(sections.length);
  });
});

describe('datasets of a lab', () => {
  const datasets = openDatasets([
    { id: 'd', generator: 'polynomial', seed: 1, rows: 30, parts: { train: 20, test: 8 }, options: {} },
  ]);

  it('cuts consecutive parts', () => {
    expect(datasets.slice('d').rows).toHaveLength(30);
    expect(datasets.slice('d', 'test').rows).toEqual(datasets.slice('d').rows.slice(20, 28));
  });

  it('says what there is when something is not', () => {
    expect(() => datasets.slice('e')).toThrow('there is no dataset e; there are d');
    expect(() => datasets.slice('d', 'live')).toThrow('dataset d has no part live; it has train, test');
  });

  it('writes CSV and JSON lines, with cells quoted where they must be', () => {
    const columns = [
      { name: 'a', kind: 'text', about: '' },
      { name: 'b', kind: 'number', about: '' },
    ] as const;
    const slice = { columns, rows: [['x, "y"', 1.5]] };

    expect(writeRows(slice, { format: 'csv', header: true })).toBe('a,b\n"x, ""y""",1.5\n');
    expect(writeRows(slice, { format: 'jsonl', columns: ['b'], header: false })).toBe('{"b":1.5}\n');
    expect(() => writeRows(slice, { format: 'csv', columns: ['c'], header: false })).toThrow(
      'there is no column c; there are a, b',
    );
  });
});
