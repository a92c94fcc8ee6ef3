import { seededRng } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';
import { type Table, tableOf } from '../table/table.ts';
import { permutationImportance } from './permutation.ts';

const rng = seededRng(1);
const columns = [0, 1, 2].map(() => Float64Array.from({ length: 400 }, () => rng.normal()));
const table = tableOf(columns, ['strong', 'weak', 'unused']);
const target = columns[0]?.map((x, i) => 3 * x + (columns[1]?.[i] ?? 0)) ?? new Float64Array(0);

/** Negative mean squared error of the true rule. */
const score = ({ columns: [strong, weak] }: Table) =>
  -target.reduce((sum, y, i) => sum + (y - 3 * (strong?.[i] ?? 0) - (weak?.[i] ?? 0)) ** 2, 0) / target.length;

describe('permutation importance', () => {
  it('ranks features by what they contribute, and gives nothing to one the model ignores', () => {
    const [first, second, third] = permutationImportance(table, score, { repeats: 20 }, seededRng(2));

    expect([first?.name, second?.name, third?.name]).toEqual(['strong', 'weak', 'unused']);
    expect(third).toEqual({ name: 'unused', importance: 0, low: 0, high: 0 });
  });

  it('covers the expected fall, twice the variance of the feature times its squared coefficient', () => {
    const [first] = permutationImportance(table, score, { repeats: 30 }, seededRng(3));

    const spread =
      (columns[0]?.reduce((sum, x) => sum + x * x, 0) ?? 0) / 400 -
      ((columns[0]?.reduce((s, x) => s + x, 0) ?? 0) / 400) ** 2;
    expect(Math.abs((first?.importance ?? 0) - 18 * spread)).toBeLessThan(1);
    expect(first?.low).toBeLessThan(first?.high ?? 0);
  });

  it('needs two shuffles', () => {
    expect(() => permutationImportance(table, score, { repeats: 1 }, seededRng(1))).toThrow(/repeats is 1/);
  });
});
