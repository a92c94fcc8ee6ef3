import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circulation, type Edge } from './flow.ts';

const balances = (edges: readonly Edge[], units: readonly number[]) => {
  const balance = new Map<string, number>();
  edges.forEach(({ from, to }, i) => {
    balance.set(from, (balance.get(from) ?? 0) - (units[i] ?? 0));
    balance.set(to, (balance.get(to) ?? 0) + (units[i] ?? 0));
  });
  return [...balance.values()].every((value) => value === 0);
};

/** Every assignment of whole units within the bounds. */
function* assignments(edges: readonly Edge[]): Generator<number[]> {
  const [first, ...rest] = edges;
  if (first === undefined) {
    yield [];
    return;
  }
  for (let units = first.low; units <= first.high; units += 1) {
    for (const others of assignments(rest)) yield [units, ...others];
  }
}

const node = fc.constantFrom('start', 'left', 'right', 'end');
const edge = fc
  .record({ from: node, to: node, low: fc.nat(2), width: fc.nat(2) })
  .filter(({ from, to }) => from !== to)
  .map(({ from, to, low, width }) => ({ from, to, low, high: low + width }));

describe('a circulation', () => {
  it('exists exactly when trying everything finds one, and keeps every bound', () => {
    fc.assert(
      fc.property(fc.array(edge, { minLength: 1, maxLength: 6 }), (edges) => {
        const units = circulation(edges);
        const exists = [...assignments(edges)].some((tried) => balances(edges, tried));

        expect(units !== undefined).toBe(exists);
        if (units === undefined) return;
        expect(balances(edges, units)).toBe(true);
        expect(units.every((value, i) => value >= (edges[i]?.low ?? 0) && value <= (edges[i]?.high ?? 0))).toBe(true);
      }),
    );
  });

  it('does not exist where bounds contradict themselves', () => {
    expect(circulation([{ from: 'start', to: 'end', low: 2, high: 1 }])).toBeUndefined();
  });
});
