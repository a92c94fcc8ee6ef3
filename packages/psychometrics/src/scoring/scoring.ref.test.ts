import { describe, expect, it } from 'vitest';
import { normalGrid } from '../grid.ts';
import { itemInformation, testInformation } from '../items/calibrated-item.ts';
import { responsesOf } from '../responses/responses.ts';
import { peakStandardError, slopesAt } from './peak-score.ts';
import reference from './reference.json' with { type: 'json' };
import { scorePersons } from './score-persons.ts';
import type { PeakMethod, ScoringMethod } from './scoring-method.ts';
import { sumScoreTable } from './sum-score.ts';

const at = (values: ArrayLike<number | null>, i: number): number => values[i] ?? Number.NaN;

function largestDifference(ours: ArrayLike<number>, theirs: ArrayLike<number | null>): number {
  const differences = Array.from(theirs, (value, i) => (value === null ? 0 : Math.abs(at(ours, i) - value)));
  return Math.max(...differences);
}

describe('scores of LSAT7 (2PL) against mirt', () => {
  const { lsat7 } = reference;
  const items = lsat7.items.map(({ a, b }) => ({ kind: 'dichotomous' as const, a, b, c: 0 }));
  const responses = responsesOf(lsat7.patterns);
  const fine = normalGrid({ points: 121, reach: 6 });
  const cases: { method: ScoringMethod; expected: { theta: (number | null)[]; se: (number | null)[] } }[] = [
    { method: { kind: 'eap', prior: fine }, expected: lsat7.scores.EAP },
    { method: { kind: 'map' }, expected: lsat7.scores.MAP },
    { method: { kind: 'ml' }, expected: lsat7.scores.ML },
    { method: { kind: 'wle', information: 'observed' }, expected: lsat7.scores.WLE },
  ];

  it.each(cases)('$method.kind: theta to 1e-4, standard error to 1e-3', ({ method, expected }) => {
    const { thetas, standardErrors } = scorePersons(responses, items, method);

    expect(thetas).toHaveLength(32);
    expect(largestDifference(thetas, expected.theta)).toBeLessThan(1e-4);
    expect(largestDifference(standardErrors, expected.se)).toBeLessThan(1e-3);
  });

  it('eap-sum: theta and expected frequency of every sum score', () => {
    const table = sumScoreTable(items, fine);

    expect(table).toHaveLength(6);
    lsat7.eapSum.forEach(({ theta, standardError, expected }, sum) => {
      expect(Math.abs((table[sum]?.theta ?? 99) - theta)).toBeLessThan(1e-5);
      expect(Math.abs((table[sum]?.standardError ?? 99) - standardError)).toBeLessThan(1e-5);
      expect(Math.abs(1000 * (table[sum]?.probability ?? 99) - expected)).toBeLessThan(1e-3);
    });
    const scored = scorePersons(responses, items, { kind: 'eap-sum', prior: fine });
    expect(
      largestDifference(
        scored.thetas,
        lsat7.patterns.map((row) =>
          at(
            lsat7.eapSum.map((r) => r.theta),
            row.reduce((x, y) => x + y, 0),
          ),
        ),
      ),
    ).toBeLessThan(1e-5);
  });
});

describe('the TCALS bank (3PL) against catR', () => {
  const { tcals } = reference;
  const bank = tcals.items.map(([a = 0, b = 0, c = 0]) => ({ kind: 'dichotomous' as const, a, b, c }));
  const items = tcals.administered.map(
    (number) => bank[number - 1] ?? { kind: 'dichotomous' as const, a: 0, b: 0, c: 0 },
  );
  const responses = responsesOf([tcals.scores]);
  const row = { scores: responses.scores, from: 0 };

  it('item and test information to 1e-6', () => {
    tcals.thetas.forEach((theta, t) => {
      const ours = bank.map((item) => itemInformation(theta, item));
      expect(
        largestDifference(
          ours,
          tcals.itemInformation.map((row) => at(row, t)),
        ),
      ).toBeLessThan(1e-6);
      expect(Math.abs(testInformation(theta, bank) - at(tcals.testInformation, t))).toBeLessThan(1e-6);
    });
  });

  it('EAP to 1e-6, with the trapezoidal rule that catR integrates by', () => {
    const prior = normalGrid({ points: 33, reach: 4 }).map(({ theta, weight }) => ({
      theta,
      weight: Math.abs(theta) === 4 ? weight / 2 : weight,
    }));

    const { thetas, standardErrors } = scorePersons(responses, items, { kind: 'eap', prior });

    expect(Math.abs(at(thetas, 0) - tcals.estimates.EAP.theta)).toBeLessThan(1e-6);
    expect(Math.abs(at(standardErrors, 0) - tcals.estimates.EAP.se)).toBeLessThan(1e-6);
  });

  const peaks: { method: PeakMethod; expected: { theta: number; se: number } }[] = [
    { method: { kind: 'ml' }, expected: tcals.estimates.ML },
    { method: { kind: 'map' }, expected: tcals.estimates.BM },
    { method: { kind: 'wle' }, expected: tcals.estimates.WL },
  ];

  // catR stops at a root to 1.2e-4 (R's uniroot by default); the standard error at its own theta is compared exactly.
  it.each(peaks)('$method.kind: theta as close as catR solves it, standard error to 1e-6', ({ method, expected }) => {
    const { thetas } = scorePersons(responses, items, method);

    expect(Math.abs(at(thetas, 0) - expected.theta)).toBeLessThan(3e-5);
    expect(Math.abs(peakStandardError(expected.theta, items, row, method) - expected.se)).toBeLessThan(1e-6);
  });

  it('ml: solves its equation to ten digits, where catR leaves a remainder', () => {
    const { thetas } = scorePersons(responses, items, { kind: 'ml' });

    expect(Math.abs(slopesAt(at(thetas, 0), items, row).gradient)).toBeLessThan(1e-10);
    expect(Math.abs(slopesAt(tcals.estimates.ML.theta, items, row).gradient)).toBeGreaterThan(1e-6);
  });
});
