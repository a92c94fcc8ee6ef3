import { seededRng } from '@cairn/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalGrid } from '../grid.ts';
import { type CalibratedItem, categoryCurve, itemInformation, maximumScore } from '../items/calibrated-item.ts';
import { responsesOf } from '../responses/responses.ts';
import { plausibleValues } from './plausible-values.ts';
import { scorePersons } from './score-persons.ts';
import { personScore, type ScoringMethod } from './scoring-method.ts';
import { sumScoreTable } from './sum-score.ts';
import { anItem, easy, guessable, hard } from './testing.ts';

describe('maximum likelihood', () => {
  it('is unbounded for all right and all wrong, and says in which direction', () => {
    const items = [easy, hard];

    const scores = scorePersons(
      responsesOf([
        [1, 1],
        [0, 0],
        [0, null],
      ]),
      items,
      { kind: 'ml' },
    );

    expect(personScore(scores, 0)).toEqual({ outcome: 'unbounded', direction: 'high' });
    expect(personScore(scores, 1)).toEqual({ outcome: 'unbounded', direction: 'low' });
    expect(personScore(scores, 2)).toEqual({ outcome: 'unbounded', direction: 'low' });
  });

  it('is unbounded, too, where guessing explains the only right answer best', () => {
    const items = [easy, { ...guessable, b: 3 }];

    const scores = scorePersons(responsesOf([[0, 1]]), [...items], { kind: 'ml' });

    expect(personScore(scores, 0)).toEqual({ outcome: 'unbounded', direction: 'low' });
  });

  it('stops at bounds that are given, with the standard error there', () => {
    const scores = scorePersons(responsesOf([[1, 1]]), [easy, hard], { kind: 'ml', bounds: { low: -4, high: 4 } });

    const information = itemInformation(4, easy) + itemInformation(4, hard);
    expect(scores.thetas[0]).toBe(4);
    expect(scores.standardErrors[0]).toBeCloseTo(1 / Math.sqrt(information), 12);
  });
});

describe('the observed information', () => {
  it('gives way to the expected one at a bound where the likelihood is hollow', () => {
    const responses = responsesOf([[1]]);
    const bounds = { low: -6, high: -3 };

    const observed = scorePersons(responses, [guessable], { kind: 'ml', information: 'observed', bounds });

    expect(observed.thetas[0]).toBe(-3);
    expect(observed.standardErrors).toEqual(
      scorePersons(responses, [guessable], { kind: 'ml', bounds }).standardErrors,
    );
  });
});

describe('a person without answers', () => {
  const nobody = responsesOf([[null, null]]);

  it('has no likelihood to maximise', () => {
    for (const kind of ['ml', 'wle'] as const) {
      expect(personScore(scorePersons(nobody, [easy, hard], { kind }), 0)).toEqual({ outcome: 'no-answers' });
    }
  });

  it('is the prior to the Bayesian rules', () => {
    for (const kind of ['eap', 'eap-sum', 'map'] as const) {
      const found = personScore(scorePersons(nobody, [easy, hard], { kind }), 0);
      if (found.outcome !== 'estimated') throw new Error(found.outcome);

      expect(found.theta).toBeCloseTo(0, 9);
      expect(found.standardError).toBeCloseTo(1, 6);
    }
  });
});

describe('the prior of MAP', () => {
  it('moves the estimate with its mean, and binds it more the narrower it is', () => {
    const map = (mean: number, spread: number) =>
      scorePersons(responsesOf([[1, 0]]), [easy, hard], { kind: 'map', mean, spread }).thetas[0] ?? Number.NaN;

    expect(map(1, 1)).toBeGreaterThan(map(0, 1));
    expect(Math.abs(map(2, 0.05) - 2)).toBeLessThan(0.01);
  });
});

describe('weighted likelihood', () => {
  it('is less biased than maximum likelihood on a short test', () => {
    const items = Array.from(
      { length: 15 },
      (_, i): CalibratedItem => ({ kind: 'dichotomous', a: 1.2, b: i / 5 - 1.4, c: 0 }),
    );
    const rng = seededRng('warm');
    const rows = Array.from({ length: 3000 }, () =>
      items.map((item) => (rng.next() < (categoryCurve(1.2, item).probabilities[1] ?? 0) ? 1 : 0)),
    );
    const bias = (method: ScoringMethod) =>
      scorePersons(responsesOf(rows), items, method).thetas.reduce((sum, theta) => sum + theta - 1.2, 0) / rows.length;

    const wle = bias({ kind: 'wle' });

    expect(Math.abs(wle)).toBeLessThan(0.03);
    expect(Math.abs(wle)).toBeLessThan(Math.abs(bias({ kind: 'ml', bounds: { low: -4, high: 4 } })));
  });
});

describe('sum scores', () => {
  it('have probabilities that add up to 1', () => {
    fc.assert(
      fc.property(fc.array(anItem, { maxLength: 10 }), (items) => {
        const table = sumScoreTable(items);

        expect(table).toHaveLength(1 + items.reduce((sum, item) => sum + maximumScore(item), 0));
        expect(table.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('give the EAP of the pattern where every pattern with that sum says the same (Rasch)', () => {
    const items = [-1, 0, 0.7].map((b): CalibratedItem => ({ kind: 'dichotomous', a: 1, b, c: 0 }));
    const row = responsesOf([[1, 0, 1]]);

    const { thetas } = scorePersons(row, items, { kind: 'eap' });

    expect(sumScoreTable(items)[2]?.theta).toBeCloseTo(thetas[0] ?? Number.NaN, 9);
  });
});

describe('a sum that the items hold for impossible', () => {
  it('is scored by its pattern, and not taken for no answers', () => {
    const runOff = [400, -400].map((b): CalibratedItem => ({ kind: 'dichotomous', a: 300, b, c: 0 }));
    const responses = responsesOf([
      [1, 1],
      [1, 0],
    ]);

    const scores = scorePersons(responses, runOff, { kind: 'eap-sum' });

    expect(personScore(scores, 0).outcome).toBe('estimated');
    expect(scores.thetas[0]).toBe(scorePersons(responses, runOff, { kind: 'eap' }).thetas[0]);
    expect(scores.thetas[1]).toBeCloseTo(0, 9); // a sum of 1 is what everybody has
  });
});

describe('plausible values', () => {
  const items = [easy, hard, guessable, { kind: 'graded' as const, a: 1, thresholds: [-1, 0.5] }];
  const responses = responsesOf([
    [1, 0, 1, 2],
    [0, 0, null, 0],
  ]);

  it('have the mean and the spread of the posterior', () => {
    const draws = 20_000;
    const eap = scorePersons(responses, items);

    const values = plausibleValues(responses, items, seededRng(7), { draws });

    [0, 1].forEach((person) => {
      const own = values.subarray(person * draws, (person + 1) * draws);
      const mean = own.reduce((sum, value) => sum + value, 0) / draws;
      const spread = Math.sqrt(own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / draws);
      const [theta, standardError] = [eap.thetas[person] ?? 99, eap.standardErrors[person] ?? 99];
      // Four standard errors of a mean of 20,000 draws.
      expect(Math.abs(mean - theta)).toBeLessThan((4 * standardError) / Math.sqrt(draws));
      expect(spread / standardError).toBeCloseTo(1, 1);
    });
  });

  it('are the same from the same seed, and others from another', () => {
    const of = (seed: number) => plausibleValues(responses, items, seededRng(seed));

    expect(of(1)).toEqual(of(1));
    expect(of(1)).not.toEqual(of(2));
  });

  it('need a number of draws', () => {
    expect(() => plausibleValues(responses, items, seededRng(1), { draws: 0 })).toThrow('0 draws a person');
  });
});

describe('responses that do not belong to the items', () => {
  it('are refused with their place', () => {
    expect(() => scorePersons(responsesOf([[1, 0]]), [easy])).toThrow('responses to 2 items cannot be scored with 1');
    expect(() =>
      scorePersons(
        responsesOf([
          [1, 0],
          [1, 2],
        ]),
        [easy, hard],
      ),
    ).toThrow('row 2, item 2: a score of 2');
    expect(() => personScore(scorePersons(responsesOf([[1]]), [easy]), 1)).toThrow('person 1 of 1');
  });

  it('may be none at all', () => {
    expect(scorePersons(responsesOf([]), [easy]).thetas).toHaveLength(0);
  });
});

describe('a scoring rule that makes no sense', () => {
  it('is refused', () => {
    const one = responsesOf([[1]]);

    expect(() => scorePersons(one, [easy], { kind: 'ml', bounds: { low: 2, high: -2 } })).toThrow('from 2 to -2');
    expect(() => scorePersons(one, [easy], { kind: 'map', spread: 0 })).toThrow('a spread of 0');
  });
});

describe('a long test', () => {
  it('underflows nothing: 400 items, all wrong', () => {
    const items = Array.from({ length: 400 }, (): CalibratedItem => ({ kind: 'dichotomous', a: 2, b: 3, c: 0.2 }));
    const responses = responsesOf([items.map(() => 0), items.map((_, i) => i % 2)]);

    const { thetas, standardErrors } = scorePersons(responses, items, { kind: 'eap', prior: normalGrid() });

    expect(thetas[0]).toBeLessThan(-0.5);
    expect(thetas[1]).toBeGreaterThan(2);
    expect([...standardErrors].every((value) => value > 0)).toBe(true);
  });
});
