import { seededRng } from '@cairn/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Binning, type Prediction, type Reliability, reliability } from './reliability.ts';

function scored(predictions: readonly Prediction[], binning?: Binning): Extract<Reliability, { kind: 'scored' }> {
  const result = reliability(predictions, binning);
  if (result.kind !== 'scored') throw new Error('no outcomes');
  return result;
}

const said = (probability: number, ...outcomes: readonly number[]): Prediction[] =>
  outcomes.map((outcome) => ({ probability, passed: outcome === 1 }));

/** Outcomes come with the chance `of` what was predicted. */
function drawn(count: number, seed: string, of: (probability: number) => number): Prediction[] {
  const rng = seededRng(seed);
  return Array.from({ length: count }, () => {
    const probability = rng.next();
    return { probability, passed: rng.next() < of(probability) };
  });
}

describe('the reliability of predictions', () => {
  it("gives the textbook numbers: Brier's score, its parts and the log loss of five forecasts", () => {
    const result = scored([...said(0.8, 1, 1, 0), ...said(0.3, 0, 0)], { by: 'equal-width', bins: 1 });

    expect(result.count).toBe(5);
    expect(result.brier).toBeCloseTo((0.04 + 0.04 + 0.64 + 0.09 + 0.09) / 5, 12);
    expect(result.logLoss).toBeCloseTo(-(2 * Math.log(0.8) + Math.log(0.2) + 2 * Math.log(0.7)) / 5, 12);
    expect(result.passRate).toBeCloseTo(0.4, 12);
    expect(result.parts.uncertainty).toBeCloseTo(0.24, 12);
    expect(result.calibrationError).toBeCloseTo(0.6 - 0.4, 12);
  });

  it('has parts that add up where each bin holds one probability', () => {
    const shares = fc.array(fc.tuple(fc.constantFrom(0.05, 0.25, 0.55, 0.85), fc.boolean()), {
      minLength: 60,
      maxLength: 200,
    });
    fc.assert(
      fc.property(shares, (pairs) => {
        const predictions = pairs.map(([probability, passed]) => ({ probability, passed }));
        const { brier, parts } = scored(predictions, { by: 'equal-width', bins: 5 });

        expect(parts.reliability - parts.resolution + parts.uncertainty).toBeCloseTo(brier, 9);
      }),
    );
  });

  it('finds little calibration error where predictions are true, and much where they boast', () => {
    const honest = scored(drawn(5000, 'honest', (p) => p));
    const boasting = scored(drawn(5000, 'boasting', (p) => 0.5 + 0.3 * (p - 0.5)));

    expect(honest.calibrationError).toBeLessThan(0.03);
    expect(boasting.calibrationError).toBeGreaterThan(0.12);
    expect(honest.bins).toHaveLength(10);
    expect(honest.bins.every(({ count }) => count === 500)).toBe(true);
  });

  it('does not depend on the order, nor on how ties fall', () => {
    const constant = [...said(0.5, ...Array.from({ length: 100 }, (_, i) => i % 2))];
    const mixed = drawn(300, 'order', (p) => p);

    expect(scored(constant).calibrationError).toBeCloseTo(0, 12);
    expect(scored(seededRng(1).shuffle(mixed)).bins).toEqual(scored(mixed).bins);
  });

  it('bins by equal width on demand, and leaves out empty bins', () => {
    const { bins } = scored([...said(0.05, ...Array(30).fill(0)), ...said(0.95, ...Array(30).fill(1))], {
      by: 'equal-width',
      bins: 5,
    });

    expect(bins.map(({ count, predicted }) => [count, predicted.toFixed(2)])).toEqual([
      [30, '0.05'],
      [30, '0.95'],
    ]);
    expect(bins[1]?.observed.low).toBeLessThan(1);
  });

  it('says so when there are few outcomes or none', () => {
    expect(reliability([])).toEqual({ kind: 'no-outcomes' });
    expect(scored(said(0.7, 1, 0, 1)).enough).toBe(false);
    expect(scored(said(0.7, 1, 0, 1)).bins).toHaveLength(1);
    expect(scored(drawn(80, 'eighty', (p) => p)).enough).toBe(true);
  });

  it('punishes a wrong certainty, finitely', () => {
    expect(scored(said(1, 0)).brier).toBe(1);
    expect(scored(said(1, 0)).logLoss).toBeCloseTo(-Math.log(1e-6), 9);
  });

  it('refuses what is no probability', () => {
    expect(() => reliability(said(1.1, 1))).toThrow('1.1 does not');
    expect(() => reliability(said(Number.NaN, 1))).toThrow(RangeError);
  });
});
