import { describe, expect, it } from 'vitest';
import { distanceSentence, headline, rightOf100, sureDistance, verdictSentence } from './findings.ts';
import { DEFAULT_SETTING, LIMITS, type Setting, searchOf, settingOf } from './setting.ts';
import { type Simulation, simulation } from './simulation.ts';

/** Fewer than the page simulates, so that the tests stay quick. */
const CANDIDATES = 500;
/** Three standard errors of a share of one half among them. */
const NOISE = 0.067;

function run(changes: Partial<Setting>): Simulation {
  const steps = simulation({ ...DEFAULT_SETTING, ...changes }, CANDIDATES);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

const plain = run({});
const exact = { miscalibration: 0, guessing: 0.2 } as const;

describe('what a number of answers can tell', () => {
  it('gives the same numbers for the same seed, and others for another', () => {
    expect(run({})).toEqual(plain);
    expect(run({ seed: 2 }).calledReady).not.toBe(plain.calledReady);
  });

  it('calls a candidate at the line ready about half of the time, however many answers there are', () => {
    const many = run({ answers: 200 });

    // The belief before the first answer has its mean at the line.
    expect(Math.abs(plain.calledReady - 0.5)).toBeLessThan(NOISE);
    expect(Math.abs(many.calledReady - 0.5)).toBeLessThan(NOISE);
  });

  it('judges a whole group with intervals that hold 80 % of the truths when the difficulties are right', () => {
    const group = run({ truth: 'group', ability: 0, spread: 1, ...exact });

    expect(Math.abs(group.coverage - 0.8)).toBeLessThan(NOISE);
    expect(group.precision.every(({ reported, actual }) => Math.abs(actual / reported - 1) < 0.12)).toBe(true);
  });

  it('promises too much when the difficulties are wrong', () => {
    const group = run({ truth: 'group', miscalibration: 0.8, answers: 100 });

    expect(group.coverage).toBeLessThan(0.75);
  });

  it('makes fewer errors with more answers, and with questions that are chosen for the candidate', () => {
    const group = { truth: 'group', ...exact } as const;
    const wrong = ({ falselyReady, falselyNotReady }: Simulation) => falselyReady + falselyNotReady;
    const few = run({ ...group, answers: 10 });
    const many = run({ ...group, answers: 100 });
    const adaptive = run({ ...group, answers: 10, choice: 'adaptive' });

    expect(wrong(many)).toBeLessThan(wrong(few));
    expect(adaptive.standardError).toBeLessThan(few.standardError);
    expect(wrong(adaptive)).toBeLessThan(wrong(few));
  });

  it('counts every candidate once, in the histogram and in what is told', () => {
    const { estimates, told, calledReady } = plain;

    expect(estimates.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(told.ready + told.unsure + told.notReady).toBeCloseTo(1, 12);
    expect(told.ready).toBeLessThan(calledReady);
    expect(plain.calling.find(({ theta }) => theta === 0)?.share).toBe(calledReady);
  });
});

describe('what is said of it', () => {
  it('names the number of answers, the place and the share', () => {
    expect(headline(plain)).toMatch(
      /^With 30 answers, a candidate exactly at the line is called ready \d\d % of the time\.$/,
    );
    expect(headline(run({ ability: 0.5, answers: 10 }))).toContain('0.5 logits above the line');
    expect(verdictSentence(run({ ability: -1 }))).toMatch(/^They are not ready, so .* wrong\.$/);
  });

  it('finds how far from the line nine in ten are judged rightly', () => {
    const curve = [-1, -0.5, 0, 0.5, 1].map((theta) => ({ theta, share: 0.5 + theta * 0.45 }));

    expect(sureDistance(curve, 0, 0.9)).toBe(1);
    expect(sureDistance(curve, 0, 0.99)).toBeUndefined();
    expect(distanceSentence(plain)).toMatch(/^Nine in ten are judged rightly from 0\.\d+ logits away/);
  });

  it('puts the pass line at what authors rate, whatever a guess is worth', () => {
    expect([0, 0.2, 0.35].map((guessing) => rightOf100(0, guessing))).toSatisfy((shares: number[]) =>
      shares.every((share) => Math.abs(share - 67) <= 2),
    );
  });
});

describe('an address', () => {
  it('is short, and leads back to the same setting', () => {
    const setting = { ...DEFAULT_SETTING, answers: 45, choice: 'adaptive' as const, ability: 0.3 };

    expect(searchOf(DEFAULT_SETTING)).toEqual({});
    expect(settingOf(searchOf(setting))).toEqual(setting);
  });

  it('that nobody wrote is drawn to what the controls can show', () => {
    const setting = settingOf({ answers: 1e9, cut: 'x', ability: Number.NaN, truth: {}, guessing: -4, seed: 2.4 });

    expect(setting).toEqual({ ...DEFAULT_SETTING, answers: LIMITS.answers.max, guessing: 0, seed: 2 });
  });
});
