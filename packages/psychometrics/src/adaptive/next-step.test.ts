import { seededRng } from '@cairn/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eapAbility } from '../eap.ts';
import { normalGrid } from '../grid.ts';
import type { DichotomousItem } from '../items/calibrated-item.ts';
import type {
  AdaptiveAnswer,
  AdaptiveDefinition,
  AdaptiveItem,
  AdaptiveStep,
  ExposureControl,
} from './adaptive-test.ts';
import { describeChoice, describeStop } from './describe.ts';
import { nextStep } from './next-step.ts';
import { getPreparedTest, type PreparedTest } from './prepare.ts';
import { simulatedBank, simulateSitting } from './simulate.ts';

const DOMAINS = ['data', 'models', 'operations'];

/** 120 items in three domains; each fourth belongs to a family of its domain, and two case studies of three. */
function bank(): AdaptiveItem[] {
  return simulatedBank(120, seededRng('bank')).map((calibration, j) => {
    const domain = DOMAINS[j % 3] ?? '';
    const item = { id: `item-${j}`, calibration, domain };
    if (j < 6) return { ...item, set: j < 3 ? 'shop' : 'clinic' };
    return j % 4 === 0 ? { ...item, family: `${domain}-${j % 5}` } : item;
  });
}

const plain: AdaptiveDefinition = {
  items: bank(),
  prior: normalGrid(),
  stopping: { minimumItems: 5, maximumItems: 20 },
  domains: [
    { domain: 'data', minimum: 8, maximum: 9 },
    { domain: 'models', minimum: 6, maximum: 7 },
    { domain: 'operations', minimum: 4, maximum: 6 },
  ],
  sets: { minimum: 1, maximum: 1 },
};

const CONTROLS: readonly ExposureControl[] = [
  { kind: 'none' },
  { kind: 'randomesque', best: 5 },
  { kind: 'progressive', acceleration: 1 },
  { kind: 'proportional', acceleration: 0 },
  {
    kind: 'eligibility',
    thetaEdges: [0],
    probabilities: Object.fromEntries(Array.from({ length: 120 }, (_, j) => [`item-${j}`, [0.6, 0.7]])),
    prices: { 'item-9': 2 },
    randomness: 0.1,
  },
];

const itemOf = (test: PreparedTest, id: string) => test.definition.items.find((item) => item.id === id);

describe.each(CONTROLS)('a test under exposure control $kind', (exposure) => {
  const test = getPreparedTest({ ...plain, exposure });

  it('goes on with the same item however often and wherever it is resumed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 19 }), (seed, length) => {
        const { answers } = simulateSitting(test, 0.3, seed);
        const log = { seed, answers: answers.slice(0, length) };
        const revived = getPreparedTest(JSON.parse(JSON.stringify(test.definition)) as AdaptiveDefinition);

        const step = nextStep(test, log);

        expect(step).toMatchObject({ kind: 'item', itemId: answers[length]?.itemId });
        expect(nextStep(revived, JSON.parse(JSON.stringify(log)) as typeof log)).toEqual(step);
      }),
      { numRuns: 15 },
    );
  });

  it('holds every limit at full length, with case studies in one piece', () => {
    for (let seed = 0; seed < 25; seed += 1) {
      const { answers, reason } = simulateSitting(test, (seed % 5) - 2, seed);
      const given = answers.flatMap(({ itemId }) => itemOf(test, itemId) ?? []);

      expect(reason).toEqual({ code: 'maximum-items', items: 20 });
      for (const { domain, minimum, maximum } of plain.domains ?? []) {
        const n = given.filter((item) => item.domain === domain).length;
        expect(n).toBeGreaterThanOrEqual(minimum);
        expect(n).toBeLessThanOrEqual(maximum);
      }
      const families = given.flatMap(({ family }) => family ?? []);
      expect(new Set(families).size).toBe(families.length);
      const first = given.findIndex(({ set }) => set !== undefined);
      expect(given.slice(first, first + 3).map(({ set }) => set)).toEqual(Array(3).fill(given[first]?.set));
      expect(given.filter(({ set }) => set !== undefined)).toHaveLength(3);
    }
  });
});

describe('pace', () => {
  it('keeps a test that could stop at any moment within one item of the blueprint above', () => {
    const singles = { ...plain, sets: { minimum: 0, maximum: 0 } };
    const test = getPreparedTest(singles);

    for (let seed = 0; seed < 10; seed += 1) {
      const { answers } = simulateSitting(test, seed / 3 - 1.5, seed);
      for (let n = 1; n <= answers.length; n += 1) {
        const given = answers.slice(0, n).filter(({ itemId }) => itemOf(test, itemId)?.domain === 'data').length;
        expect(given).toBeLessThanOrEqual(Math.ceil((9 / 20) * n));
      }
    }
  });
});

describe('what is known', () => {
  it('is the estimate of the same answers by eapAbility', () => {
    const test = getPreparedTest(plain);
    const { answers, known } = simulateSitting(test, 0.8, 4);

    const items = answers.map(({ itemId }) => itemOf(test, itemId)?.calibration as DichotomousItem); // the bank is 2PL
    const ability = eapAbility(
      answers.map(({ score }) => score),
      items,
      plain.prior,
    );

    expect(known.theta).toBeCloseTo(ability.theta, 12);
    expect(known.standardError).toBeCloseTo(ability.standardError, 12);
    expect(known.interval.low).toBeLessThan(known.theta);
    expect(known.interval.high).toBeGreaterThan(known.theta);
  });

  it('counts answers and credit by domain', () => {
    const test = getPreparedTest(plain);
    const answers: AdaptiveAnswer[] = [
      { itemId: 'item-9', score: 1 },
      { itemId: 'item-12', score: 0.5 },
      { itemId: 'item-10', score: 0 },
    ];

    const { known } = nextStep(test, { seed: 1, answers });

    expect(known.domains).toMatchObject([
      { domain: 'data', answered: 2, credit: 1.5 },
      { domain: 'models', answered: 1, credit: 0 },
      { domain: 'operations', answered: 0, credit: 0, expected: 0 },
    ]);
  });
});

describe('why it stops', () => {
  const free = { items: bank().slice(6), prior: normalGrid() };
  const reasonFor = (stopping: AdaptiveDefinition['stopping'], ability: number, cut = 0) =>
    simulateSitting(getPreparedTest({ ...free, stopping, cut }), ability, 7).reason;

  it('because the ability is known well enough', () => {
    const reason = reasonFor({ minimumItems: 1, maximumItems: 60, standardError: 0.4 }, 0);

    expect(reason).toMatchObject({ code: 'precise', limit: 0.4 });
    expect(describeStop(reason)).toContain('0.4 was asked for');
  });

  it.each([
    [2, 'above'],
    [-2, 'below'],
  ])('because a person at %s is surely %s the pass line', (ability, side) => {
    const reason = reasonFor({ minimumItems: 3, maximumItems: 60, certainty: 0.95 }, ability);

    expect(reason).toMatchObject({ code: 'decided', side, certainty: 0.95 });
    expect(describeStop(reason)).toContain(`${side} the pass line`);
  });

  it('because the next item would hardly help', () => {
    const reason = reasonFor({ minimumItems: 3, maximumItems: 60, negligibleGain: 0.02 }, 0);

    expect(reason).toMatchObject({ code: 'negligible-gain', limit: 0.02 });
  });

  it('because the bank is used up, with one item a family', () => {
    const families = new Set(free.items.flatMap(({ family }) => family ?? []));
    const most = free.items.filter(({ family }) => family === undefined).length + families.size;

    expect(reasonFor({ minimumItems: 1, maximumItems: 500 }, 0)).toEqual({ code: 'bank-exhausted', items: most });
  });

  it('never before the minimum, and never inside a case study', () => {
    const stopping = { minimumItems: 6, maximumItems: 20, certainty: 0.51 };
    const test = getPreparedTest({ ...plain, stopping });
    const sets = ['item-0', 'item-1'].map((itemId) => ({ itemId, score: 1 }));
    const singles = ['item-9', 'item-10', 'item-11', 'item-13'].map((itemId) => ({ itemId, score: 1 }));

    expect(nextStep(test, { seed: 1, answers: singles }).kind).toBe('item');
    expect(nextStep(test, { seed: 1, answers: [...singles, ...sets] })).toMatchObject({
      itemId: 'item-2',
      why: { set: { set: 'shop', place: 3, size: 3 } },
    });
  });
});

describe('why this item', () => {
  const whyOf = (step: AdaptiveStep) => {
    if (step.kind === 'stop') throw new RangeError('the test stopped');
    return step.why;
  };
  const start = { seed: 'x', answers: [] };

  it('is the most informative one, without constraints', () => {
    const why = whyOf(
      nextStep(getPreparedTest({ items: bank().slice(6), prior: normalGrid(), stopping: plain.stopping }), start),
    );

    expect(why.best).toBeUndefined();
    expect(describeChoice(why)).toContain('the most of all questions left');
    expect(why.expectedStandardError).toBeLessThan(1);
  });

  it('names the item that exposure control keeps back', () => {
    const items = bank().slice(6);
    const open = { items, prior: normalGrid(), stopping: plain.stopping };
    const first = nextStep(getPreparedTest(open), start);
    const itemId = first.kind === 'item' ? first.itemId : '';
    const exposure = { kind: 'eligibility', thetaEdges: [], probabilities: { [itemId]: [0] } } as const;

    const why = whyOf(nextStep(getPreparedTest({ ...open, exposure }), start));

    expect(why.best).toMatchObject({ itemId, passedOver: 'exposure' });
    expect(why.exposure.setAside).toBe(1);
    expect(why.information).toBeLessThan(why.best?.information ?? 0);
  });

  it('names the domain that has had its share', () => {
    const items = bank().slice(6);
    const domains = [{ domain: 'data', minimum: 0, maximum: 0 }];
    const test = getPreparedTest({ items, prior: normalGrid(), stopping: plain.stopping, domains });
    const given = items.filter(({ domain }) => domain !== 'data').slice(0, 15);
    const answers = given.map(({ id }) => ({ itemId: id, score: 0 }));

    const why = whyOf(nextStep(test, { seed: 1, answers }));

    expect(why.best?.passedOver).toBe('domain');
    expect(why.domain.planned).toBeGreaterThan(0);
  });
});

describe('a log that cannot be', () => {
  const test = getPreparedTest(plain);

  it.each([
    [[{ itemId: 'nothing', score: 1 }], 'answer 1: there is no item nothing'],
    [
      [
        { itemId: 'item-9', score: 1 },
        { itemId: 'item-9', score: 0 },
      ],
      'answer 2: item item-9 was answered before',
    ],
    [[{ itemId: 'item-9', score: 2 }], 'item item-9 cannot have the score 2'],
    [[{ itemId: 'item-9', score: Number.NaN }], 'item item-9 cannot have the score NaN'],
  ])('is refused: %o', (answers, sentence) => {
    expect(() => nextStep(test, { seed: 1, answers })).toThrow(sentence);
  });

  it('goes on as well as it can when its answers broke the blueprint', () => {
    const given = plain.items.filter(({ domain, set }) => domain === 'data' && set === undefined).slice(0, 12);
    const answers = given.map(({ id }) => ({ itemId: id, score: 1 }));

    const step = nextStep(test, { seed: 1, answers });

    expect(step).toMatchObject({ kind: 'item', why: { relaxed: 'blueprint' } });
  });
});
