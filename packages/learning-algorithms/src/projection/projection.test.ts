import { seededRng } from '@cairn/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableFromRows } from '../table/table.ts';
import { fitPca, projectRows, rebuildRows } from './pca.ts';
import reference from './reference.json' with { type: 'json' };

const table = tableFromRows(reference.rows.flat(), 5);

describe('principal components', () => {
  it('equal those of scikit-learn up to their sign', () => {
    const model = fitPca(table, { num_components: 5 });

    reference.components.forEach((component, k) => {
      const own = model.components[k] ?? [];
      const cosine = component.reduce((sum, value, j) => sum + value * (own[j] ?? 0), 0);
      expect(Math.abs(cosine)).toBeCloseTo(1, 10);
      expect(model.explainedVariance[k]).toBeCloseTo(reference.explainedVariance[k] ?? Number.NaN, 9);
      expect(model.explainedVarianceRatio[k]).toBeCloseTo(reference.explainedVarianceRatio[k] ?? Number.NaN, 10);
    });
  });

  it('rebuild the rows, and lose exactly the variance left out', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 2, max: 7 }), (seed, width) => {
        const rng = seededRng(seed);
        const data = tableFromRows(
          Array.from({ length: 40 * width }, () => 5 * rng.normal()),
          width,
        );
        const kept = 1 + rng.below(width);

        const model = fitPca(data, { num_components: kept });
        const rebuilt = rebuildRows(model, projectRows(model, data));

        const lost = data.columns.reduce(
          (sum, column, j) =>
            sum + Array.from(column).reduce((part, x, i) => part + (x - (rebuilt.columns[j]?.[i] ?? 0)) ** 2, 0),
          0,
        );
        const all = fitPca(data, { num_components: width }).explainedVariance;
        const left = all.slice(kept).reduce((sum, value) => sum + value, 0);
        expect(lost / 39).toBeCloseTo(left, 6);
      }),
      { numRuns: 30 },
    );
  });

  it('have coordinates without correlation, of the variance named', () => {
    const model = fitPca(table, { num_components: 3 });

    const scores = projectRows(model, table);

    const [first, second] = scores.columns.map((column) => Array.from(column));
    const product = first?.reduce((sum, x, i) => sum + x * (second?.[i] ?? 0), 0) ?? Number.NaN;
    const square = first?.reduce((sum, x) => sum + x * x, 0) ?? Number.NaN;
    expect(product).toBeCloseTo(0, 6);
    expect(square / 29).toBeCloseTo(model.explainedVariance[0] ?? Number.NaN, 6);
  });

  it('refuse more components than features', () => {
    expect(() => fitPca(table, { num_components: 6 })).toThrow(/from 1 to the 5 features/);
  });
});
