import { seededRng } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';
import { successProbability } from '../items/item-parameters.ts';
import { responsesOf } from '../responses/responses.ts';
import { breslowDayDif } from './breslow-day.ts';
import { logisticDif } from './logistic.ts';
import { mantelHaenszelDif } from './mantel-haenszel.ts';
import { purifiedDif } from './purification.ts';
import reference from './reference-verbal.json' with { type: 'json' };
import { standardizationDif } from './standardization.ts';
import type { DifStudy } from './study.ts';

const verbal: DifStudy = {
  responses: responsesOf(reference.answers.map((row) => Array.from(row, Number))),
  focal: Array.from(reference.focal, (flag) => flag === '1'),
};

/** Distance to the reference, as a share of the number where it is above 1: the reference prints ten digits. */
const gap = (value: number, expected: number | undefined) =>
  Math.abs(value - Number(expected)) / Math.max(1, Math.abs(Number(expected)));

function tested<Result extends { outcome: string }>(results: Result[]) {
  return results.filter((result): result is Extract<Result, { outcome: 'tested' }> => result.outcome === 'tested');
}

describe('DIF of verbal aggression by gender, against difR', () => {
  it('has its Mantel–Haenszel chi-square, odds ratio and variance', () => {
    const results = tested(mantelHaenszelDif(verbal));

    expect(results).toHaveLength(24);
    results.forEach((result, i) => {
      const { chiSquare, alpha, logVariance } = reference.mantelHaenszel;
      expect(gap(result.chiSquare, chiSquare[i])).toBeLessThan(1e-9);
      expect(gap(result.alpha, alpha[i])).toBeLessThan(1e-9);
      expect(gap((result.deltaStandardError / 2.35) ** 2, logVariance[i])).toBeLessThan(1e-9);
      expect(gap(result.p, reference.mantelhaenTest.p[i])).toBeLessThan(1e-9);
    });
  });

  it('has its Breslow–Day statistic, degrees of freedom and p', () => {
    tested(breslowDayDif(verbal)).forEach(({ chiSquare, degrees, p }, i) => {
      const [statistic, freedom, chance] = reference.breslowDay[i] ?? [];
      expect(chiSquare).toBeCloseTo(Number(statistic), 4);
      expect(degrees).toBe(freedom);
      expect(p).toBeCloseTo(Number(chance), 4);
    });
  });

  it('has its standardized differences', () => {
    tested(standardizationDif(verbal)).forEach(({ difference, alpha }, i) => {
      expect(gap(difference, reference.standardization.difference[i])).toBeLessThan(1e-9);
      expect(gap(alpha, reference.standardization.alpha[i])).toBeLessThan(1e-9);
    });
  });

  it('has its logistic regressions', () => {
    tested(logisticDif(verbal)).forEach(({ uniform, nonUniform, both }, i) => {
      const { udif, nudif, both: either } = reference.logistic;
      for (const [test, expected] of [
        [uniform, udif],
        [nonUniform, nudif],
        [both, either],
      ] as const) {
        expect(gap(test.chiSquare, expected.stat[i])).toBeLessThan(1e-7);
        expect(gap(test.r2Gain, expected.deltaR2[i])).toBeLessThan(1e-9);
      }
    });
  });

  it('is larger without the correction for continuity', () => {
    const plain = tested(mantelHaenszelDif(verbal, { continuity: false }));

    tested(mantelHaenszelDif(verbal)).forEach(({ chiSquare }, i) => {
      expect(plain[i]?.chiSquare).toBeGreaterThan(chiSquare);
    });
  });
});

/** Rasch answers of 2 × `persons` to 20 items; the first items are harder for the focal group by `shift` logits. */
function simulated({ persons = 1500, shifted = 2, shift = 0.8, impact = 0 } = {}): DifStudy {
  const rng = seededRng(11);
  const focal = Array.from({ length: 2 * persons }, (_, i) => i >= persons);
  const rows = focal.map((isFocal) => {
    const theta = rng.normal() - (isFocal ? impact : 0);
    return Array.from({ length: 20 }, (_, j) => {
      const b = -1.5 + (j % 10) / 3 + (isFocal && j < shifted ? shift : 0);
      return rng.next() < successProbability(theta, { a: 1, b, c: 0 }) ? 1 : 0;
    });
  });
  return { responses: responsesOf(rows), focal };
}

describe('DIF of simulated answers', () => {
  const isLarge = (result: ReturnType<typeof mantelHaenszelDif>[number]) =>
    result.outcome === 'tested' && result.class !== 'A';

  it('is found where it was put, with its sign and size, though the groups differ in ability', () => {
    const results = tested(mantelHaenszelDif(simulated({ impact: 0.5 })));

    expect(results.filter(isLarge).map(({ item }) => item)).toEqual([0, 1]);
    expect(Math.abs(Number(results[0]?.delta) + 2.35 * 0.8)).toBeLessThan(2.5 * Number(results[0]?.deltaStandardError));
  });

  it('no longer rubs off on the other items once the matching score is purified', () => {
    const study = simulated({ shifted: 6, shift: 1 });
    const bias = (results: ReturnType<typeof mantelHaenszelDif>) =>
      tested(results)
        .slice(6)
        .reduce((sum, { delta }) => sum + delta / 14, 0);
    const plain = mantelHaenszelDif(study);

    const purified = purifiedDif(study, mantelHaenszelDif, isLarge);

    expect(purified.converged).toBe(true);
    expect(purified.detected).toEqual([0, 1, 2, 3, 4, 5]);
    expect(bias(plain)).toBeGreaterThan(0.5);
    expect(Math.abs(bias(purified.results))).toBeLessThan(0.2);
  });

  it('stays the same when persons change places or equal persons become a weight', () => {
    const study = simulated({ persons: 200 });
    const { responses, focal } = study;
    const order = seededRng(3).shuffle(focal.map((_, i) => i));
    const rowsIn = (places: number[]) =>
      responsesOf(places.map((i) => Array.from(responses.scores.subarray(i * 20, (i + 1) * 20))));
    const moved = { responses: rowsIn(order), focal: order.map((i) => focal[i] === true) };
    const doubled = { ...study, responses: { ...responses, weights: new Float64Array(400).fill(2) } };
    const twice = { responses: rowsIn([...order, ...order]), focal: [...moved.focal, ...moved.focal] };

    for (const test of [mantelHaenszelDif, logisticDif, breslowDayDif, standardizationDif]) {
      expect(test(moved)).toEqual(test(study));
      expect(test(twice)).toEqual(test(doubled));
    }
  });

  it('finds an item that discriminates in one group only as non-uniform', () => {
    const rng = seededRng(4);
    const focal = Array.from({ length: 3000 }, (_, i) => i % 2 === 1);
    const rows = focal.map((isFocal) => {
      const theta = rng.normal();
      return Array.from({ length: 20 }, (_, j) => {
        const a = j === 0 && isFocal ? 0.2 : 1.2;
        return rng.next() < successProbability(theta, { a, b: 0, c: 0 }) ? 1 : 0;
      });
    });
    const [first] = tested(logisticDif({ responses: responsesOf(rows), focal }));

    expect(first?.nonUniform.p).toBeLessThan(1e-6);
    expect(first?.uniform.p).toBeGreaterThan(0.01);
  });
});

describe('a study that cannot be tested', () => {
  const focal = [true, true, false, false];

  it('names the reason for each item', () => {
    const responses = responsesOf([
      [1, 1, 0, null, 2, 1],
      [1, 0, 0, null, 0, 1],
      [1, 1, 0, 1, 1, null],
      [1, 0, 0, 0, 0, null],
    ]);

    const reasons = mantelHaenszelDif({ responses, focal }).map((r) => (r.outcome === 'tested' ? 'tested' : r.reason));

    expect(reasons[0]).toBe('Everybody answered it correctly.');
    expect(reasons[2]).toBe('Nobody answered it correctly.');
    expect(reasons[3]).toBe('Nobody of the focal group answered it.');
    expect(reasons[4]).toContain('scores above 1');
    expect(reasons[5]).toBe('Nobody of the reference group answered it.');
  });

  it('is refused if its parts do not fit one another', () => {
    const responses = responsesOf([[1], [0], [1], [0]]);

    expect(() => mantelHaenszelDif({ responses, focal: [true] })).toThrow('1 group entries for 4 persons');
    expect(() => logisticDif({ responses, focal, anchors: [3] })).toThrow('anchor 3 is none of the 1 items');
    expect(() => breslowDayDif({ responses, focal, matching: [1] })).toThrow('1 matching scores for 4 persons');
    expect(() => purifiedDif({ responses, focal, matching: [1, 1, 1, 1] }, mantelHaenszelDif, () => false)).toThrow(
      'cannot be purified',
    );
  });
});
