import { type Instant, seededRng } from '@cairn/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Evidence } from './evidence.ts';
import { learnerModel } from './learner-model.ts';
import { laterState, learnerHistory, learnerState, overallAbility } from './learner-state.ts';

const DAY = 86_400_000;
const onDay = (day: number) => (1_800_000_000_000 + day * DAY) as Instant;

/** Answers in two domains over some days. */
function sampleEvidence(count: number, days: readonly number[], seed: string): Evidence[] {
  const rng = seededRng(seed);
  return Array.from({ length: count }, (_, i) => ({
    ...{ at: onDay(days[i % days.length] ?? 0), domain: 1 + rng.below(2), kind: 'item', itemId: `item-${i}` },
    ...{ credit: rng.below(2), parameters: { a: 1, b: rng.normal(), c: 0.25 } },
  }));
}

describe('the state of a learner', () => {
  it('is the prior before any answer, at any time, and says how wide it is', () => {
    const model = learnerModel([1, 2, 3]);

    const [now, later] = learnerHistory([], [onDay(0), onDay(900)], model);

    expect(now?.mean).toEqual([-0.5, -0.5, -0.5]);
    expect(now?.domains[0]?.standardError).toBeCloseTo(Math.sqrt(1.25), 12);
    expect(now?.domains[0]?.lastAt).toBeUndefined();
    expect({ ...later, asOf: now?.asOf }).toEqual(now);
  });

  it('starts higher for somebody who says that they work with it', () => {
    const start = (selfReport: 'new' | 'works-with-it') =>
      learnerState([], onDay(0), learnerModel([1], { selfReport }));

    expect(start('works-with-it').mean[0]).toBeGreaterThan(start('new').mean[0] ?? 0);
  });

  it('is the same for evidence in any order', () => {
    const model = learnerModel([1, 2]);
    const evidence = sampleEvidence(40, [0, 1, 5], 'order');

    const shuffled = seededRng('shuffle').shuffle(evidence);

    expect(learnerState(shuffled, onDay(9), model)).toEqual(learnerState(evidence, onDay(9), model));
  });

  it('leaves out what came later, and a history ends where the state stands', () => {
    const model = learnerModel([1, 2]);
    const evidence = sampleEvidence(40, [0, 10, 20], 'later');
    const before = evidence.filter(({ at }) => at <= onDay(10));

    const history = learnerHistory(evidence, [onDay(12), onDay(25)], model);

    expect(history[0]).toEqual(learnerState(before, onDay(12), model));
    expect(history[1]?.evidence).toBe(40);
    expect(history[1]?.mean[0]).toBeCloseTo(learnerState(evidence, onDay(25), model).mean[0] ?? 0, 12);
  });
});

const EASY = { a: 1, b: -0.7, c: 0.25 };
const one = (change: Partial<Evidence> = {}): Evidence => ({
  ...{ at: onDay(0), domain: 1, kind: 'item', itemId: 'x', credit: 1, parameters: EASY },
  ...change,
});
const thetaAfter = (evidence: readonly Evidence[], domain = 1, asOf = 0) =>
  learnerState(evidence, onDay(asOf), learnerModel([1, 2])).domains.find((own) => own.domain === domain)?.theta ?? 0;

describe('an answer', () => {
  const evidence = fc.array(fc.record({ credit: fc.double({ min: 0, max: 1, noNaN: true }), second: fc.boolean() }), {
    minLength: 1,
    maxLength: 30,
  });

  it('raises every domain when it turns right, and its own domain most', () => {
    fc.assert(
      fc.property(evidence, fc.nat(), (answers, pick) => {
        const log = answers.map(({ credit, second }, i) => one({ itemId: `${i}`, credit, domain: second ? 2 : 1 }));
        const at = pick % log.length;
        const turned = (credit: number) => log.map((piece, i) => (i === at ? { ...piece, credit } : piece));
        const own = log[at]?.domain ?? 1;
        const gain = (domain: number) => thetaAfter(turned(1), domain) - thetaAfter(turned(0), domain);

        expect(gain(own)).toBeGreaterThan(gain(3 - own));
        expect(gain(3 - own)).toBeGreaterThan(0);
      }),
    );
  });

  it('narrows what is known, in its own domain most', () => {
    const state = learnerState([one()], onDay(0), learnerModel([1, 2]));
    const [own, other] = state.domains;

    expect(own?.standardError).toBeLessThan(other?.standardError ?? 0);
    expect(other?.standardError).toBeLessThan(Math.sqrt(1.25));
  });

  it('says more under exam conditions than as practice, and a card says least', () => {
    const gain = (change: Partial<Evidence>) => thetaAfter([one({ ...change })]) + 0.5;

    expect(gain({})).toBeGreaterThan(gain({ kind: 'study-item' }));
    expect(gain({ kind: 'study-item' })).toBeGreaterThan(gain({ kind: 'card' }));
    expect(gain({ kind: 'card' })).toBeGreaterThan(0);
    expect(gain({ weight: 0 })).toBe(0);
  });

  it('says little when it repeats a question just seen, more when it is wrong, and more after a year', () => {
    const first = one({ credit: 0 });
    const gain = (days: number, credit: number, itemId: string) => {
      const again = one({ at: onDay(days), credit, itemId });
      return Math.abs(thetaAfter([first, again], 1, days) - thetaAfter([first], 1, days));
    };

    expect(gain(1, 1, 'x')).toBeLessThan(0.25 * gain(1, 1, 'new'));
    expect(gain(1, 0, 'x')).toBeGreaterThan(0.4 * gain(1, 0, 'new'));
    expect(gain(365, 1, 'x')).toBeCloseTo(gain(365, 1, 'new'), 4);
  });

  it('of a hundred repeats cannot make an expert', () => {
    const drilled = Array.from({ length: 100 }, (_, i) => one({ at: onDay(i / 100), itemId: `${i % 2}` }));
    const tested = Array.from({ length: 100 }, (_, i) => one({ at: onDay(i / 100), itemId: `${i}` }));

    expect(thetaAfter(drilled, 1, 1)).toBeLessThan(thetaAfter(tested.slice(0, 2), 1, 1) + 0.4);
    expect(thetaAfter(tested, 1, 1)).toBeGreaterThan(1);
  });
});

describe('time without practice', () => {
  const model = learnerModel([1, 2]);
  const expert = Array.from({ length: 60 }, (_, i) => one({ itemId: `${i}`, domain: (i % 2) + 1 }));

  it('widens the interval, and never beyond the prior', () => {
    const errors = learnerHistory(expert, [0, 30, 90, 365, 5000].map(onDay), model).map(
      (state) => state.domains[0]?.standardError ?? 0,
    );

    expect(errors).toEqual([...errors].sort((a, b) => a - b));
    expect(errors.at(-1)).toBeCloseTo(Math.sqrt(1.25), 3);
  });

  it('lets the mean drift back to where the learner started', () => {
    const means = learnerHistory(expert, [0, 30, 365, 5000].map(onDay), model).map((state) => state.mean[0] ?? 0);

    expect(means).toEqual([...means].sort((a, b) => b - a));
    expect(means.at(-1)).toBeCloseTo(-0.5, 3);
  });

  it('counts as study if the learner comes back, up to a month of it', () => {
    const nothing = { weight: 0, credit: 1 }; // says that the learner was here, and nothing else
    const growth = (days: number) => {
      const log = [one(nothing), one({ ...nothing, at: onDay(days), itemId: 'back' })];
      return thetaAfter(log, 1, days) - thetaAfter([one(nothing)]);
    };

    expect(growth(10)).toBeCloseTo(0.015 * 10, 2);
    expect(growth(300)).toBeLessThan(0.015 * 30);
  });

  it('loses most in the first weeks, in the domain that is idle, until practice brings it back', () => {
    const inFirst = expert.filter(({ domain }) => domain === 1);
    const lossUntil = (days: number, domain: number) => thetaAfter(inFirst, domain) - thetaAfter(inFirst, domain, days);
    const back = one({ at: onDay(60), itemId: 'back', weight: 0 });

    expect(lossUntil(30, 1)).toBeGreaterThan(lossUntil(60, 1) - lossUntil(30, 1));
    expect(lossUntil(30, 1)).toBeGreaterThan(lossUntil(30, 2));
    expect(thetaAfter([...inFirst, back], 1, 60)).toBeGreaterThan(thetaAfter(inFirst, 1, 60) + 0.1);
  });

  it('does the same to a state carried forward as to the log read later', () => {
    const now = learnerState(expert, onDay(0), model);
    const later = learnerState(expert, onDay(50), model);

    const carried = laterState(now, onDay(50), model);

    expect(carried.mean[0]).toBeCloseTo(later.mean[0] ?? 0, 12);
    expect(carried.covariance[0]?.[1]).toBeCloseTo(later.covariance[0]?.[1] ?? 0, 12);
    expect(() => laterState(later, onDay(0), model)).toThrow('forward in time');
  });
});

describe('the overall ability', () => {
  it('weighs domains as the blueprint does, and knows that they hang together', () => {
    const state = learnerState([one(), one({ itemId: 'y', domain: 2, credit: 0 })], onDay(0), learnerModel([1, 2]));
    const [first = 0, second = 0] = state.mean;

    const { theta, standardError } = overallAbility(state, [3, 1]);

    expect(theta).toBeCloseTo(0.75 * first + 0.25 * second, 12);
    const [[v1 = 0, c = 0] = [], [, v2 = 0] = []] = state.covariance;
    expect(standardError ** 2).toBeCloseTo(0.5625 * v1 + 0.375 * c + 0.0625 * v2, 12);
  });
});

describe('bad input', () => {
  const model = learnerModel([1, 2]);

  it.each([
    [{ credit: 1.2 }, 'x: a credit lies in [0, 1], 1.2 does not'],
    [{ credit: Number.NaN }, 'a credit lies in [0, 1]'],
    [{ domain: 7 }, 'x: domain 7 is not one of 1, 2'],
    [{ weight: -1 }, 'x: -1 is no weight'],
    [{ at: Number.NaN as Instant }, 'x: NaN is no time'],
  ] satisfies [Partial<Evidence>, string][])('%o is refused', (change, message) => {
    expect(() => learnerState([one(change)], onDay(1), model)).toThrow(message);
  });

  it('is refused in a model or a history, too', () => {
    expect(() => learnerModel([])).toThrow('at least one domain');
    expect(() => learnerModel([1, 1])).toThrow('a domain comes twice');
    expect(() => learnerHistory([], [onDay(2), onDay(1)], model)).toThrow('moments of a history rise');
    expect(() => overallAbility(learnerState([], onDay(0), model), [1])).toThrow('1 weights');
  });

  it('such as extreme parameters leaves finite numbers', () => {
    const extremes = [-30, 30].flatMap((b) => [0, 1].map((credit) => ({ credit, parameters: { a: 3, b, c: 0 } })));
    const log = extremes.map((change, i) => one({ ...change, itemId: `${i}` }));

    const { mean, domains } = learnerState(log, onDay(0), learnerModel([1, 2], { slip: 0 }));

    expect(mean.every(Number.isFinite)).toBe(true);
    expect(domains.every(({ standardError }) => standardError > 0)).toBe(true);
  });
});
