import { seededRng } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';
import { NOT_PRESENTED, responsesOf } from '../responses/responses.ts';
import { type CalibrationPart, calibrate, calibrateInParts } from './calibrate.ts';
import { eStepShare } from './e-step/share.ts';
import {
  calibrated,
  drawItems,
  drawResponses,
  furthestApart,
  slopesAndIntercepts,
  withItems,
  withPersons,
} from './testing.ts';

const ITEMS = drawItems(12, seededRng(21));
const ANSWERS = drawResponses(ITEMS, 600, 22);

/** The same answers with one column replaced. */
function withColumn(item: number, score: (person: number) => number) {
  const scores = ANSWERS.scores.slice();
  for (let i = 0; i < ANSWERS.persons; i += 1) scores[i * ANSWERS.items + item] = score(i);
  return { ...ANSWERS, scores };
}

const sumOf = (person: number): number =>
  ANSWERS.scores.subarray(person * ANSWERS.items, (person + 1) * ANSWERS.items).reduce((sum, score) => sum + score, 0);

describe('items that cannot be estimated, or should not be trusted', () => {
  it.each([0, 1])('leaves out an item that everybody scored %i on, and says so', (score) => {
    const found = calibrated(
      withColumn(3, () => score),
      { model: '2pl' },
    );
    const others = [0, 1, 2, 4, 5, 6, 7, 8, 9, 10, 11];
    const without = calibrated(withItems(ANSWERS, others), { model: '2pl' });

    expect(found.items[3]).toMatchObject({ item: undefined, flags: ['constant'] });
    expect(Math.abs(found.logLikelihood - without.logLikelihood)).toBeLessThan(1e-6);
    expect(found.freeParameters).toBe(22);
  });

  it('keeps a constant item that a prior says something of', () => {
    const difficulty = { kind: 'normal', mean: 0, sd: 1 } as const;
    const priors = ITEMS.map((_, j) =>
      j === 3 ? ({ difficulty, slope: { kind: 'log-normal', mean: 0, sd: 0.3 } } as const) : {},
    );

    const { items, isConverged } = calibrated(
      withColumn(3, () => 1),
      { model: '2pl', priors },
    );

    expect(isConverged).toBe(true);
    expect(items[3]?.flags).toEqual(['constant']);
    expect(items[3]?.item?.kind === 'dichotomous' ? items[3].item.b : 0).toBeLessThan(-1);
  });

  it('leaves out an item that nobody was shown', () => {
    expect(
      calibrated(
        withColumn(5, () => NOT_PRESENTED),
        { model: '2pl' },
      ).items[5],
    ).toMatchObject({
      item: undefined,
      answers: 0,
      flags: ['no-answers'],
    });
  });

  it('flags an item whose key is wrong', () => {
    const reversed = withColumn(0, (i) => 1 - (ANSWERS.scores[i * ANSWERS.items] ?? 0));

    const { items, isConverged } = calibrated(reversed, { model: '2pl' });

    expect(isConverged).toBe(true);
    expect(items[0]?.flags).toEqual(['negative-discrimination']);
    expect(items[0]?.item?.kind === 'dichotomous' ? items[0].item.a : 0).toBeLessThan(-0.3);
  });

  it('flags an item that sorts persons as well as all others together, and stays finite', () => {
    const { items } = calibrated(
      withColumn(1, (i) => (sumOf(i) > 6 ? 1 : 0)),
      { model: '2pl', maximumIterations: 200 },
    );
    const sorting = items[1]?.item;

    expect(sorting?.kind === 'dichotomous' && Math.abs(sorting.a) <= 25 && Number.isFinite(sorting.b)).toBe(true);
    expect(sorting?.kind === 'dichotomous' ? sorting.a : 0).toBeGreaterThan(2);
  });

  it('flags few answers', () => {
    const few = withColumn(2, (i) => (i < 20 ? (ANSWERS.scores[i * ANSWERS.items + 2] ?? 0) : NOT_PRESENTED));

    expect(calibrated(few, { model: 'rasch' }).items[2]?.flags).toEqual(['too-few-answers']);
  });
});

describe('data that are hardly any', () => {
  it.each([1, 0])('takes persons who scored %i on everything', (score) => {
    const extreme = { persons: 50, items: ANSWERS.items, scores: new Uint8Array(50 * ANSWERS.items).fill(score) };
    const scores = Uint8Array.from([...ANSWERS.scores, ...extreme.scores]);

    const found = calibrated({ persons: 650, items: ANSWERS.items, scores }, { model: '2pl' });

    expect(found.isConverged).toBe(true);
    expect(slopesAndIntercepts(found).flat().every(Number.isFinite)).toBe(true);
  });

  it('takes one person: every item is constant', () => {
    const found = calibrated(withPersons(ANSWERS, [0]), { model: '2pl' });

    expect(found.items.every(({ flags }) => flags.includes('constant'))).toBe(true);
    expect(found.logLikelihood).toBeCloseTo(0, 12);
  });

  it.each(['rasch', '2pl', '3pl'] as const)('takes hardly any and nearly all cells missing under %s', (model) => {
    const items = drawItems(30, seededRng(23));
    const priors = {
      guessing: { kind: 'beta', alpha: 5, beta: 17 },
      slope: { kind: 'log-normal', mean: 0, sd: 0.5 },
    } as const;
    for (const share of [0.01, 0.99]) {
      const answers = drawResponses(items, 4000, 24, { isShown: (_, __, rng) => rng.next() > share });
      const options = model === 'rasch' ? { model } : { model, priors };
      const found = calibrate(answers, { ...options, assumesEquivalentGroups: true });

      expect(found.outcome).toBe('calibrated');
      if (found.outcome === 'calibrated') expect(slopesAndIntercepts(found).flat().every(Number.isFinite)).toBe(true);
    }
  });

  it.each([
    ['no rows', responsesOf([]), 'no-items'],
    [
      'rows without answers',
      responsesOf([
        [null, null],
        [null, null],
      ]),
      'no-persons',
    ],
    [
      'part scores under a model of right and wrong',
      responsesOf([
        [0, 1],
        [2, 0],
      ]),
      'score-out-of-range',
    ],
  ])('answers with a reason: %s', (_, responses, kind) => {
    expect(calibrate(responses, { model: '2pl' })).toMatchObject({ outcome: 'impossible', problems: [{ kind }] });
  });

  it('does not underflow on a thousand items', () => {
    const items = drawItems(1000, seededRng(25));
    const answers = drawResponses(items, 60, 26);
    const start = { startItems: items, maximumIterations: 1, model: '2pl' } as const;

    const found = calibrated(answers, { ...start, quadrature: { nodes: 200, from: -5, to: 5 } });

    expect(found.trace[0]).toBeLessThan(-25_000);
    expect(found.trace[0]).toBeGreaterThan(-40_000);
    expect(slopesAndIntercepts(found).flat().every(Number.isFinite)).toBe(true);
  });
});

describe('calibration in parts', () => {
  const sizes = [137, 300, 163];
  const groups = Array.from({ length: 600 }, (_, i) => (i % 3 === 0 ? 1 : 0));

  function partOf(first: number, last: number): CalibrationPart {
    const slice = withPersons(
      ANSWERS,
      [...Array(last - first).keys()].map((i) => first + i),
    );
    const share = eStepShare(slice, { count: 2, ofPerson: groups.slice(first, last) });
    return {
      tallies: async () => share.tallies,
      prepare: async (plan) => share.prepare(plan),
      step: async (request) => share.step(request),
    };
  }

  it('adds up to the calibration of all', async () => {
    let first = 0;
    const parts = sizes.map((size) => {
      first += size;
      return partOf(first - size, first);
    });

    const found = await calibrateInParts(parts, { model: '2pl', tolerance: 1e-6 });

    if (found.outcome !== 'calibrated') throw new Error('no calibration');
    const whole = calibrated(ANSWERS, { model: '2pl', groups, tolerance: 1e-6 });
    expect(furthestApart(slopesAndIntercepts(found), slopesAndIntercepts(whole))).toBeLessThan(1e-5);
    expect(Math.abs(found.logLikelihood - whole.logLikelihood)).toBeLessThan(1e-7);
  });
});

describe('parts that do not belong together', () => {
  it.each([
    ['other items', withItems(ANSWERS, [0, 1, 2]), 1],
    ['another number of groups', ANSWERS, 2],
  ])('are refused: %s', async (_, responses, count) => {
    const partOf = (share: ReturnType<typeof eStepShare>): CalibrationPart => ({
      tallies: async () => share.tallies,
      prepare: async (plan) => share.prepare(plan),
      step: async (request) => share.step(request),
    });
    const parts = [eStepShare(ANSWERS, { count: 1 }), eStepShare(responses, { count })].map(partOf);

    await expect(calibrateInParts(parts, { model: '2pl' })).rejects.toThrow('the same items and groups');
  });
});

describe('options that make no sense', () => {
  it.each([
    ['1pl mixed with 2pl', { model: ITEMS.map((_, j) => (j === 0 ? '1pl' : '2pl') as '1pl' | '2pl') }],
    ['models for other items', { model: ['2pl' as const] }],
    ['a tolerance of 0', { model: '2pl' as const, tolerance: 0 }],
    ['a grid without width', { model: '2pl' as const, quadrature: { nodes: 40, from: 1, to: 1 } }],
    ['groups of other persons', { model: '2pl' as const, groups: [0, 1] }],
    ['a group that is no number from 0', { model: '2pl' as const, groups: Array.from({ length: 600 }, () => -1) }],
  ])('are refused in a sentence: %s', (_, options) => {
    expect(() => calibrate(ANSWERS, options)).toThrow(RangeError);
  });
});
