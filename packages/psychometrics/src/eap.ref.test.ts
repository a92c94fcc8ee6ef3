import { describe, expect, it } from 'vitest';
import { eapAbility, normalGrid } from './index.ts';
import reference from './reference.json' with { type: 'json' };

const TOLERANCE = 1e-6;

/** catR integrates by the trapezoidal rule, so that both ends of its grid count half. */
function catrGrid() {
  const grid = normalGrid({ points: 33, reach: 4 });
  return grid.map(({ theta, weight }) => ({ theta, weight: Math.abs(theta) === 4 ? weight / 2 : weight }));
}

describe('ability against published software', () => {
  it('equals catR on twelve items of the TCALS bank (3PL)', () => {
    const { items, scores, expected } = reference.tcals;

    const ability = eapAbility(scores, items, catrGrid());

    expect(Math.abs(ability.theta - expected.theta)).toBeLessThan(TOLERANCE);
    expect(Math.abs(ability.standardError - expected.standardError)).toBeLessThan(TOLERANCE);
  });

  it.each(reference.lsat7.patterns.map((pattern, i) => ({ pattern, i })))(
    'equals mirt on LSAT7 answers $pattern (2PL)',
    ({ pattern, i }) => {
      const { items, expected } = reference.lsat7;

      const ability = eapAbility(pattern, items, normalGrid({ points: 121, reach: 6 }));

      expect(Math.abs(ability.theta - (expected.thetas[i] ?? Number.NaN))).toBeLessThan(1e-4);
      expect(Math.abs(ability.standardError - (expected.standardErrors[i] ?? Number.NaN))).toBeLessThan(1e-3);
    },
  );
});
