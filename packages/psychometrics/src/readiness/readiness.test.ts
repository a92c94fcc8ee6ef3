import { seededRng } from '@cairn/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { successProbability } from '../items/item-parameters.ts';
import type { Evidence } from '../learner/evidence.ts';
import { learnerState } from '../learner/learner-state.ts';
import type { FormBlueprint } from './form-blueprint.ts';
import { passChance } from './pass-chance.ts';
import { readiness } from './readiness.ts';
import { scoreMargin } from './score-margin.ts';
import { afterDays, answersOf, blueprintOf, MODEL, OFFICIAL, stateAt, TODAY } from './testing.ts';

/** Draws forms and answers them: the share that reaches its cut. Points of one question are won and lost together. */
function simulatedShare(blueprint: FormBlueprint, thetas: () => readonly number[], forms: number, seed: string) {
  const rng = seededRng(seed);
  const total = blueprint.domains.reduce((sum, { weight }) => sum + weight, 0);
  let passed = 0;
  for (let form = 0; form < forms; form += 1) {
    const abilities = thetas();
    let margin = 0;
    for (const [i, { weight, pool }] of blueprint.domains.entries()) {
      for (let q = 0; q < Math.round((blueprint.scored * weight) / total); q += 1) {
        const item = pool[rng.below(pool.length)];
        if (item === undefined) continue;
        const right = rng.next() < successProbability(abilities[i] ?? 0, item.parameters);
        margin += Number(right) - successProbability(0, item.parameters);
      }
    }
    passed += Number(margin >= 0);
  }
  return passed / forms;
}

describe('the chance of passing at known abilities', () => {
  it.each([
    { name: 'at the line', thetas: [0, 0, 0, 0] },
    { name: 'below it', thetas: [-0.5, -0.4, -0.6, -0.5] },
    { name: 'uneven', thetas: [1.5, -0.8, 0.2, 0.1] },
    { name: 'far above', thetas: [1.2, 1.2, 1.2, 1.2] },
  ])('is what simulated forms show: $name', ({ thetas }) => {
    const chance = passChance(scoreMargin(OFFICIAL), thetas);
    const share = simulatedShare(OFFICIAL, () => thetas, 100_000, `known-${thetas.join()}`);

    expect(Math.abs(chance - share)).toBeLessThan(0.005);
  });
});

describe('readiness', () => {
  it('is what simulated learners, forms and answers show', () => {
    const state = stateAt([0.4, 0.1, 0.3, -0.2], 0.2, 0.12);
    const rng = seededRng('learners');
    const person = () => {
      const shared = Math.sqrt(0.12) * rng.normal() + 0.25 * rng.normal(); // the bank may be off, too
      return state.mean.map((mean) => mean + shared + Math.sqrt(0.08) * rng.normal());
    };

    const { probability } = readiness(state, OFFICIAL);

    expect(Math.abs(probability - simulatedShare(OFFICIAL, person, 100_000, 'whole'))).toBeLessThan(0.005);
  });

  it('is one half where nothing speaks for or against, and rises with ability', () => {
    const at = (theta: number) => readiness(stateAt([theta, theta, theta, theta], 0.1, 0.05), OFFICIAL).probability;

    expect(at(0)).toBeGreaterThan(0.45);
    expect(at(0)).toBeLessThan(0.55);
    fc.assert(
      fc.property(fc.double({ min: -3, max: 3, noNaN: true }), (theta) => {
        expect(at(theta + 0.1)).toBeGreaterThan(at(theta) - 1e-9);
      }),
      { numRuns: 20 },
    );
  });

  it('has a band that holds the probability and narrows as more is known', () => {
    const at = (variance: number) => {
      const result = readiness(stateAt([0.5, 0.5, 0.5, 0.5], variance, 0.7 * variance), OFFICIAL, {
        bankShiftSd: 0.05,
      });
      expect(result.band.low).toBeLessThanOrEqual(result.probability);
      expect(result.band.high).toBeGreaterThanOrEqual(result.probability);
      return result.band.high - result.band.low;
    };

    const widths = [0.01, 0.05, 0.2].map(at);

    expect(widths).toEqual([...widths].sort((a, b) => a - b));
  });

  it('has a band that holds the probability far from the line, too', () => {
    for (const theta of [-3, 3]) {
      const { probability, band } = readiness(stateAt([theta, theta, theta, theta], 0.3, 0.2), OFFICIAL);

      expect(band.low).toBeLessThanOrEqual(probability);
      expect(band.high).toBeGreaterThanOrEqual(probability);
    }
  });

  it('is less sure of itself if the bank may be off', () => {
    const state = stateAt([0.7, 0.7, 0.7, 0.7], 0.05, 0.03);
    const at = (bankShiftSd: number) => readiness(state, OFFICIAL, { bankShiftSd });

    expect(at(0.6).probability).toBeLessThan(at(0).probability);
    expect(at(0.6).band.low).toBeLessThan(at(0).band.low);
  });

  it('is surer with a longer form', () => {
    const state = stateAt([0.4, 0.4, 0.4, 0.4], 0.01, 0.005);
    const at = (scored: number) => readiness(state, blueprintOf(scored, [1, 1, 1, 1]), { bankShiftSd: 0 }).probability;

    expect(at(200)).toBeGreaterThan(at(50));
    expect(at(50)).toBeGreaterThan(at(20));
  });

  it('explains itself: what the domains bring above the cut adds up to the margin of the exam', () => {
    const { contributions } = readiness(stateAt([1, -1, 0, 0.5], 0.2, 0.1), OFFICIAL);
    const [strong, weak, even] = contributions;

    expect(strong?.expectedMargin).toBeGreaterThan(0);
    expect(weak?.expectedMargin).toBeLessThan(0);
    expect(even?.expectedMargin).toBeCloseTo(0, 9);
    expect(contributions.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    const cut = contributions.reduce((sum, { cutPoints }) => sum + cutPoints, 0);
    expect(cut).toBeGreaterThan(25);
    expect(cut).toBeLessThan(45);
  });

  it('reads a domain without questions as one like the others', () => {
    const [first, ...rest] = OFFICIAL.domains;
    const bare = { ...OFFICIAL, domains: [{ domain: 1, weight: first?.weight ?? 0, pool: [] }, ...rest] };

    const { probability } = readiness(stateAt([0.3, 0.3, 0.3, 0.3], 0.2, 0.1), bare);

    expect(
      Math.abs(probability - readiness(stateAt([0.3, 0.3, 0.3, 0.3], 0.2, 0.1), OFFICIAL).probability),
    ).toBeLessThan(0.02);
  });

  it('counts the parts of a question as won and lost partly together', () => {
    const state = stateAt([0.3, 0.3, 0.3, 0.3], 0.001, 0.0005);
    const at = (scored: number, points: number) =>
      readiness(state, blueprintOf(scored, [1, 1, 1, 1], points), { bankShiftSd: 0 }).probability;

    expect(at(40, 3)).toBeGreaterThan(at(40, 1));
    expect(at(40, 3)).toBeLessThan(at(120, 1));
  });
});

describe('whether there is enough evidence', () => {
  it('depends on the width, and says how many answers of which domain would do', () => {
    const { status } = readiness(learnerState(answersOf(4), TODAY, MODEL), OFFICIAL);
    if (status.kind === 'enough') throw new Error('4 answers were enough');
    const planned = status.missing.flatMap(({ domain, answers }) =>
      Array.from({ length: answers }, (_, i): Evidence => {
        const parameters = { a: 1, b: -0.4, c: 0.25 };
        return { at: TODAY, domain, kind: 'item', itemId: `new-${domain}-${i}`, credit: Number(i % 3 > 0), parameters };
      }),
    );

    const kept = learnerState([...answersOf(4), ...planned], TODAY, MODEL);

    expect(status.standardError).toBeGreaterThan(status.limit);
    expect(planned.length).toBeGreaterThan(8);
    expect(planned.length).toBeLessThan(40);
    const { ability } = readiness(kept, OFFICIAL);
    expect(Math.abs(ability.standardError - status.limit)).toBeLessThan(0.06);
  });

  it('is reached by an exam, asks nothing more then, and is lost again in two years', () => {
    const state = learnerState(answersOf(65), TODAY, MODEL);
    const later = learnerState(answersOf(65), afterDays(730), MODEL);

    expect(readiness(state, OFFICIAL).status).toEqual({ kind: 'enough' });
    expect(readiness(later, OFFICIAL).status.kind).toBe('not-enough-evidence');
  });

  it('is there sooner for somebody far from the line', () => {
    const failing = answersOf(20).map((piece) => ({ ...piece, credit: 0 }));
    const state = learnerState(failing, TODAY, MODEL);

    const { status, ability, band } = readiness(state, OFFICIAL);

    expect(status).toEqual({ kind: 'enough' });
    expect(ability.standardError).toBeGreaterThan(0.5);
    expect(band.high).toBeLessThan(0.25);
    expect(readiness(state, OFFICIAL, { bandWidthLimit: 0 }).status.kind).toBe('not-enough-evidence');
  });

  it('asks for the domains that nobody asked about', () => {
    const lopsided = answersOf(12).map((piece) => ({ ...piece, domain: 1 }));

    const { status } = readiness(learnerState(lopsided, TODAY, MODEL), OFFICIAL);

    if (status.kind === 'enough') throw new Error('12 answers in one domain were enough');
    const asked = (domain: number) => status.missing.find((entry) => entry.domain === domain)?.answers ?? 0;
    expect(asked(1)).toBeLessThan(asked(2));
  });
});

describe('bad input', () => {
  const state = stateAt([0, 0], 1, 0.5);

  it('is refused with what is wrong', () => {
    expect(() => readiness(state, OFFICIAL)).toThrow("domains 1, 2, 3, 4, the learner's state 1, 2");
    expect(() => readiness(state, blueprintOf(0, [1, 1]))).toThrow('0 questions that count');
    expect(() => readiness(state, blueprintOf(10, [0, 0]))).toThrow('one is above 0');
    const empty = { scored: 10, domains: [1, 2].map((domain) => ({ domain, weight: 1, pool: [] })) };
    expect(() => readiness(state, empty)).toThrow('at least one question');
  });
});
