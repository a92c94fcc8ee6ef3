import { type Rng, seededRng } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';
import { categoryCurve } from '../items/calibrated-item.ts';
import { NOT_PRESENTED, type Responses, responsesOf } from '../responses/responses.ts';
import { scorePersons } from '../scoring/score-persons.ts';
import { localDependence } from './local-dependence.ts';
import { lzStar } from './lz-star.ts';
import { itemResidualFit, personResidualFit } from './residual-fit.ts';
import { mixed, moments, simulate, twenty } from './testing.ts';

const holes = (responses: Responses, share: number, rng: Rng): Responses => ({
  ...responses,
  scores: responses.scores.map((score) => (rng.next() < share ? NOT_PRESENTED : score)),
});

const everyone = (responses: Responses, times: number): Responses => ({
  ...responses,
  persons: responses.persons * times,
  scores: Uint8Array.from(
    { length: responses.scores.length * times },
    (_, i) => responses.scores[i % responses.scores.length] ?? 0,
  ),
});

describe('mean squares', () => {
  it('are 1, and their z standard normal, where the model holds: true abilities, right or wrong and part credit', () => {
    const { thetas, responses } = simulate(mixed, 1500, seededRng('mean-squares'));

    for (const fit of itemResidualFit(responses, mixed, thetas)) {
      expect(fit.infit).toBeCloseTo(1, 0);
      expect(Math.abs(fit.zInfit)).toBeLessThan(3.5);
      expect(Math.abs(fit.zOutfit)).toBeLessThan(3.5);
      expect(Math.abs(fit.lz)).toBeLessThan(3.5);
    }
    const persons = personResidualFit(responses, mixed, thetas);
    const { mean, variance } = moments(persons.map(({ lz }) => lz));
    expect(Math.abs(mean)).toBeLessThan(0.1);
    expect(variance).toBeGreaterThan(0.85);
    expect(variance).toBeLessThan(1.15);
  });

  it('rise for an item whose key is wrong', () => {
    const { thetas, responses } = simulate(twenty, 800, seededRng('key'));
    responses.scores.forEach((score, at) => {
      if (at % 20 === 7) responses.scores[at] = 1 - score;
    });

    const fit = itemResidualFit(responses, twenty, thetas);

    expect(fit[7]?.zOutfit).toBeGreaterThan(5);
    expect(fit[7]?.lz).toBeLessThan(-5);
    expect(Math.abs(fit[8]?.zInfit ?? 99)).toBeLessThan(3.5);
  });

  it('count a weighted row as often as its weight says, and leave out what is missing', () => {
    const { thetas, responses } = simulate(mixed, 60, seededRng('weights'));
    const sparse = holes(responses, 0.4, seededRng('holes'));
    const doubled = itemResidualFit(everyone(sparse, 2), mixed, [...thetas, ...thetas]);

    const weighted = itemResidualFit({ ...sparse, weights: new Float64Array(60).fill(2) }, mixed, thetas);

    weighted.forEach((fit, i) => {
      expect(fit.answers).toBe(doubled[i]?.answers);
      expect(fit.zOutfit).toBeCloseTo(doubled[i]?.zOutfit ?? 99, 9);
      expect(fit.zInfit).toBeCloseTo(doubled[i]?.zInfit ?? 99, 9);
    });
  });

  it('are NaN for a person without a finite ability, and refuse abilities of other persons', () => {
    const responses = responsesOf([twenty.map(() => 1)]);

    expect(personResidualFit(responses, twenty, [Number.POSITIVE_INFINITY])[0]?.infit).toBeNaN();
    expect(() => personResidualFit(responses, twenty, [])).toThrow('0 abilities for 1 persons');
  });
});

describe('lz*', () => {
  // Long, since its mean is a little above 0 in short tests: 0.15 with twenty items, and less with their square root.
  const items = [...mixed, ...twenty, ...mixed, ...twenty];
  const { responses } = simulate(items, 1200, seededRng('lz'));

  it.each(['ml', 'wle', 'map'] as const)('is standard normal with abilities by %s, where lz is too narrow', (kind) => {
    const corrected = [...lzStar(responses, items, { kind })].filter(Number.isFinite);
    const { thetas } = scorePersons(responses, items, { kind });
    const plain = personResidualFit(responses, items, thetas).map(({ lz }) => lz);

    const { mean, variance } = moments(corrected);
    expect(Math.abs(mean)).toBeLessThan(0.12);
    expect(Math.abs(variance - 1)).toBeLessThan(0.12);
    expect(Math.abs(variance - 1)).toBeLessThan(Math.abs(moments(plain.filter(Number.isFinite)).variance - 1));
  });

  it('is far below zero for someone who fails the easy items and solves the hard ones', () => {
    const odd = responsesOf([twenty.map((_, i) => (i < 10 ? 0 : 1)), twenty.map((_, i) => (i < 10 ? 1 : 0))]);

    const [backward = 0, forward = 0] = lzStar(odd, twenty);

    expect(backward).toBeLessThan(-4);
    expect(forward).toBeGreaterThan(0);
  });

  it('equals Snijders’ formula written out for right-or-wrong items', () => {
    const row = twenty.map((_, i) => (i % 3 === 0 ? 0 : 1));
    const responses = responsesOf([row]);
    const theta = scorePersons(responses, twenty, { kind: 'ml' }).thetas[0] ?? Number.NaN;
    const p = twenty.map((item) => categoryCurve(theta, item).probabilities[1] ?? 0);
    const slopes = twenty.map((item) => categoryCurve(theta, item).slopes[1] ?? 0);
    const w = p.map((x) => Math.log(x / (1 - x)));
    const r = p.map((x, i) => (slopes[i] ?? 0) / (x * (1 - x)));
    const sum = (f: (i: number) => number) => twenty.reduce((total, _, i) => total + f(i), 0);
    const at = (values: readonly number[], i: number) => values[i] ?? Number.NaN;
    const c = sum((i) => at(slopes, i) * at(w, i)) / sum((i) => at(slopes, i) * at(r, i));
    const variance = sum((i) => (at(w, i) - c * at(r, i)) ** 2 * at(p, i) * (1 - at(p, i)));

    const expected = sum((i) => (at(row, i) - at(p, i)) * at(w, i)) / Math.sqrt(variance);

    expect(lzStar(responses, twenty, { kind: 'ml' })[0]).toBeCloseTo(expected, 8);
  });
});

describe('local dependence', () => {
  it('finds the two items that share more than ability', () => {
    const { responses } = simulate(twenty, 1500, seededRng('q3'));
    const rng = seededRng('copy');
    for (let person = 0; person < 1500; person += 1) {
      if (rng.next() < 0.6) responses.scores[person * 20 + 4] = responses.scores[person * 20 + 3] ?? 0;
    }
    const { thetas } = scorePersons(responses, twenty);

    const { pairs, mean, q3 } = localDependence(responses, twenty, thetas);

    expect(pairs[0]).toMatchObject({ first: 3, second: 4, persons: 1500 });
    expect((pairs[0]?.q3 ?? 0) - mean).toBeGreaterThan(0.2);
    expect((pairs[1]?.q3 ?? 9) - mean).toBeLessThan(0.15);
    expect(q3[3 * 20 + 4]).toBe(q3[4 * 20 + 3]);
    expect(pairs).toHaveLength(190);
  });

  it('takes each pair from the persons who answered both', () => {
    const items = twenty.slice(0, 3);
    const responses = responsesOf([
      [1, 0, null],
      [0, 1, null],
      [1, 1, 0],
      [0, 0, null],
    ]);

    const { pairs, q3 } = localDependence(responses, items, [0.1, -0.2, 0.5, 0]);

    expect(pairs.map(({ first, second, persons }) => [first, second, persons])).toEqual([[0, 1, 4]]);
    expect(q3[2]).toBeNaN();
  });
});
