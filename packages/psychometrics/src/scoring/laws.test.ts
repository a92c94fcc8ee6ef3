import { seededRng } from '@cairn/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { categoryCurve, itemInformation, maximumScore } from '../items/calibrated-item.ts';
import { responsesOf } from '../responses/responses.ts';
import { addAnswer, noSlopes } from './likelihood-slopes.ts';
import { scorePersons } from './score-persons.ts';
import { type PersonScore, personScore, type ScoringMethod } from './scoring-method.ts';
import { type Answered, anItem, aTest, easy, guessable, hard } from './testing.ts';

const METHODS: readonly ScoringMethod[] = [
  { kind: 'eap' },
  { kind: 'eap-sum' },
  { kind: 'map' },
  { kind: 'wle' },
  { kind: 'ml', bounds: { low: -6, high: 6 } },
];

const score = (answers: readonly Answered[], method: ScoringMethod) =>
  personScore(
    scorePersons(
      responsesOf([answers.map((answer) => answer.score)]),
      answers.map(({ item }) => item),
      method,
    ),
    0,
  );

const thetaOf = (answers: readonly Answered[], method: ScoringMethod): number => {
  const found = score(answers, method);
  return found.outcome === 'estimated' ? found.theta : Number.NaN;
};

/** Where the likelihood is highest; ±60 stands for no end. */
const farOrFound = (found: PersonScore): number => {
  if (found.outcome === 'unbounded') return found.direction === 'low' ? -60 : 60;
  return found.outcome === 'estimated' ? found.theta : 0;
};

const logLikelihood = (answers: readonly Answered[], theta: number) =>
  answers.reduce(
    (sum, { item, score }) =>
      sum + (score === undefined ? 0 : Math.log(categoryCurve(theta, item).probabilities[score] ?? 0)),
    0,
  );

describe('the slopes of one answer', () => {
  it('are the numerical derivatives of its log-likelihood, of information and of Warm’s sum', () => {
    fc.assert(
      fc.property(anItem, fc.double({ min: -3, max: 3, noNaN: true }), fc.nat(), (item, theta, pick) => {
        const given = pick % (maximumScore(item) + 1);
        const at = (x: number) => {
          const sum = noSlopes();
          addAnswer(sum, x, item, given);
          return sum;
        };
        const h = 1e-5;
        const [before, here, after] = [at(theta - h), at(theta), at(theta + h)];
        const numeric = (name: keyof typeof here) => (after[name] - before[name]) / (2 * h);
        const log = (x: number) => Math.log(categoryCurve(x, item).probabilities[given] ?? 0);

        expect(here.gradient).toBeCloseTo((log(theta + h) - log(theta - h)) / (2 * h), 5);
        expect(here.curvature).toBeCloseTo(numeric('gradient'), 5);
        expect(here.information).toBeCloseTo(itemInformation(theta, item), 9);
        expect(here.informationSlope).toBeCloseTo(numeric('information'), 5);
        expect(here.warmSlope).toBeCloseTo(numeric('warm'), 4);
      }),
    );
  });

  it('make Warm’s sum the slope of information wherever guessing plays no part', () => {
    const sum = noSlopes();

    addAnswer(sum, 0.3, hard, 1);
    addAnswer(sum, 0.3, { kind: 'partial-credit', a: 0.8, thresholds: [-1, 0.4, 0.2] }, 2);

    expect(sum.warm).toBeCloseTo(sum.informationSlope, 12);
  });
});

describe.each(METHODS)('scores by $kind', (method) => {
  it('are finite for every pattern of answers', () => {
    fc.assert(
      fc.property(aTest, (answers) => {
        const found = score(answers, method);
        if (found.outcome !== 'estimated') throw new Error(found.outcome);
        expect(Number.isFinite(found.theta)).toBe(true);
        expect(found.standardError).toBeGreaterThan(0);
      }),
    );
  });

  it('do not change when items are permuted', () => {
    fc.assert(
      fc.property(aTest, fc.integer(), (answers, seed) => {
        const shuffled = seededRng(seed).shuffle(answers);

        expect(thetaOf(shuffled, method)).toBeCloseTo(thetaOf(answers, method), 7);
      }),
    );
  });

  it('do not change when an item that was not presented is added', () => {
    fc.assert(
      fc.property(aTest, anItem, (answers, item) => {
        const longer = [...answers.slice(0, 1), { item, score: undefined }, ...answers.slice(1)];

        expect(thetaOf(longer, method)).toBeCloseTo(thetaOf(answers, method), 9);
      }),
    );
  });

  it('do not depend on who else is scored', () => {
    const items = [easy, hard, guessable];
    const rows = [
      [1, 0, 1],
      [0, 1, 0],
      [1, 1, 0],
    ];
    const together = scorePersons(responsesOf(rows), items, method);

    rows.forEach((row, i) => {
      expect(scorePersons(responsesOf([row]), items, method).thetas[0]).toBe(together.thetas[i]);
    });
  });
});

describe('maximum likelihood', () => {
  it('is where the likelihood is highest: no point of a fine grid is better', () => {
    fc.assert(
      fc.property(aTest, (answers) => {
        const found = score(answers, { kind: 'ml' });
        const best = logLikelihood(answers, farOrFound(found));

        const grid = Array.from({ length: 321 }, (_, i) => logLikelihood(answers, -8 + 0.05 * i));
        expect(Math.max(...grid)).toBeLessThan(best + 1e-6);
      }),
    );
  });
});
