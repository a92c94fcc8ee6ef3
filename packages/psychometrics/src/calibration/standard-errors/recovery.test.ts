import { type Rng, seededRng } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';
import { type CalibratedItem, categoryCurve } from '../../items/calibrated-item.ts';
import { type Responses, responsesOf } from '../../responses/responses.ts';
import { calibrate } from '../calibrate.ts';
import type { CalibrationOptions } from '../options.ts';
import { standardErrors } from './standard-errors.ts';

const ITEMS = 12;
const place = (j: number) => -1.5 + (3 * j) / (ITEMS - 1);
const slope = (j: number) => 0.8 + 0.3 * (j % 4);

const bank = (item: (j: number) => CalibratedItem) => Array.from({ length: ITEMS }, (_, j) => item(j));
const steps = (j: number) => [place(j) - 0.9, place(j), place(j) + 0.8];
const dichotomous = (a: number, b: number, c = 0): CalibratedItem => ({ kind: 'dichotomous', a, b, c });

type Design = {
  name: string;
  options: CalibrationOptions;
  items: CalibratedItem[];
  persons: number;
  missing?: number;
  repeats: number;
};

const DESIGNS: Design[] = [
  {
    name: 'Rasch',
    options: { model: 'rasch' },
    items: bank((j) => dichotomous(1, place(j))),
    persons: 400,
    repeats: 100,
  },
  {
    name: '2PL',
    options: { model: '2pl' },
    items: bank((j) => dichotomous(slope(j), place(j))),
    persons: 800,
    missing: 0.2,
    repeats: 20,
  },
  {
    name: '3PL',
    // Guessing chances spread as their prior says, whose mean they have: logits −1.5 ± 0.5.
    options: { model: '3pl', priors: { guessing: { kind: 'logit-normal', mean: -1.5, sd: 0.5 } } },
    items: bank((j) => dichotomous(slope(j), place(j), 1 / (1 + Math.exp(1.5 + 0.75 * Math.sin(5 * j))))),
    persons: 2500,
    repeats: 15,
  },
  {
    name: 'graded response',
    options: { model: 'grm' },
    items: bank((j) => ({ kind: 'graded', a: slope(j), thresholds: steps(j) })),
    persons: 800,
    repeats: 16,
  },
  {
    name: 'generalized partial credit',
    options: { model: 'gpcm' },
    items: bank((j) => ({ kind: 'partial-credit', a: slope(j), thresholds: steps(j) })),
    persons: 800,
    repeats: 16,
  },
];

function drawScore(theta: number, item: CalibratedItem, rng: Rng): number {
  const { probabilities } = categoryCurve(theta, item);
  let rest = rng.next();
  const score = probabilities.findIndex((p) => {
    rest -= p;
    return rest < 0;
  });
  return score < 0 ? probabilities.length - 1 : score;
}

function answersTo({ items, persons, missing = 0 }: Design, rng: Rng): Responses {
  const rows = Array.from({ length: persons }, () => {
    const theta = rng.normal();
    return items.map((item) => (rng.next() < missing ? null : drawScore(theta, item, rng)));
  });
  return responsesOf(rows);
}

const numbersOf = (item: CalibratedItem): number[] =>
  item.kind === 'dichotomous' ? [item.a, item.b, item.c] : [item.a, ...item.thresholds];

/** z = (estimate − truth) / standard error of each estimated number. */
function deviates(design: Design, rng: Rng): { z: number[]; misses: number[] } {
  const responses = answersTo(design, rng);
  const calibrated = calibrate(responses, design.options);
  if (calibrated.outcome !== 'calibrated') throw new Error('no calibration');
  const errors = standardErrors(responses, calibrated);
  if (errors.outcome !== 'computed') throw new Error(errors.message);
  const pairs = calibrated.items.flatMap(({ item }, j) => {
    const truth = design.items[j];
    if (item === undefined || truth === undefined) return [];
    const expected = numbersOf(truth);
    return numbersOf(item).map((value, r) => ({
      miss: value - Number(expected[r]),
      error: Number(errors.items[j]?.standardErrors[r]),
    }));
  });
  const estimated = pairs.filter(({ error }) => error > 0);
  return { z: estimated.map(({ miss, error }) => miss / error), misses: estimated.map(({ miss }) => miss) };
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe.each(DESIGNS)('parameters of simulated $name answers', (design) => {
  const rng = seededRng(design.name);
  const results = Array.from({ length: design.repeats }, () => deviates(design, rng));
  const z = results.flatMap((result) => result.z);

  it('lie in their 95 % intervals in 93 to 97 of 100 cases', () => {
    const coverage = mean(z.map((value) => (Math.abs(value) < 1.959964 ? 1 : 0)));

    expect(coverage).toBeGreaterThan(0.93);
    expect(coverage).toBeLessThan(0.97);
  });

  it('are as far off as their standard errors say, and to either side', () => {
    expect(Math.abs(mean(results.flatMap(({ misses }) => misses)))).toBeLessThan(0.03);
    expect(Math.sqrt(mean(z.map((value) => value * value)))).toBeGreaterThan(0.88);
    expect(Math.sqrt(mean(z.map((value) => value * value)))).toBeLessThan(1.12);
  });
});
