import { seededRng } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';
import type { CalibratedItem } from '../items/calibrated-item.ts';
import { NOT_PRESENTED, type Responses } from '../responses/responses.ts';
import type { Calibrated } from './calibration.ts';
import type { CalibrationOptions, ModelName } from './options.ts';
import {
  calibrated,
  drawItems,
  drawResponses,
  furthestApart,
  slopesAndIntercepts,
  withItems,
  withPersons,
} from './testing.ts';

const PART_CREDIT: CalibratedItem[] = Array.from({ length: 12 }, (_, j) => ({
  kind: 'graded',
  a: 0.8 + 0.1 * (j % 5),
  thresholds: [-1.2 + 0.1 * j, 0.1 * (j % 4), 1 + 0.05 * j],
}));

const DICHOTOMOUS = drawResponses(drawItems(14, seededRng(1)), 400, 11);
const SPARSE = drawResponses(drawItems(24, seededRng(2)), 700, 12, { isShown: (_, __, rng) => rng.next() < 0.4 });
const BOOKLETS = drawResponses(drawItems(24, seededRng(3)), 700, 13, {
  isShown: (i, j) => Math.floor(j / 8) === i % 3 || Math.floor(j / 8) === (i + 1) % 3,
});
const PARTS = drawResponses(PART_CREDIT, 500, 14);
const GUESSING = { guessing: { kind: 'beta', alpha: 5, beta: 17 } } as const;

type Case = {
  readonly name: string;
  readonly model: ModelName;
  readonly responses: Responses;
  readonly more?: Partial<CalibrationOptions>;
};

const CASES: Case[] = [
  { name: 'Rasch', model: 'rasch', responses: DICHOTOMOUS },
  { name: 'one slope, sparse', model: '1pl', responses: SPARSE },
  { name: 'two parameters', model: '2pl', responses: DICHOTOMOUS },
  { name: 'two parameters, sparse', model: '2pl', responses: SPARSE },
  { name: 'two parameters, booklets', model: '2pl', responses: BOOKLETS },
  { name: 'three parameters with a prior', model: '3pl', responses: DICHOTOMOUS, more: { priors: GUESSING } },
  { name: 'graded response', model: 'grm', responses: PARTS },
  { name: 'generalized partial credit', model: 'gpcm', responses: PARTS },
];

/** All but the item models, which are functions. */
const numbersOf = ({ fit, ...numbers }: Calibrated) => ({ ...numbers, vector: fit.vector, nodes: fit.nodes });

describe.each(CASES)('calibration: $name', ({ model, responses, more }) => {
  const options = { model, tolerance: 1e-6, ...more };
  const found = calibrated(responses, options);
  const estimates = slopesAndIntercepts(found);

  it('never lets the log-likelihood fall', () => {
    const falls = found.trace.filter((value, i) => i > 0 && value < (found.trace[i - 1] ?? 0) - 1e-7);

    expect(found.isConverged).toBe(true);
    expect(found.trace.length).toBeGreaterThan(2);
    expect(falls).toEqual([]);
  });

  it('gives bit-identical numbers for the same input', () => {
    expect(numbersOf(calibrated(responses, options))).toEqual(numbersOf(found));
  });

  it('does not depend on the order of the persons', () => {
    const order = seededRng(4).shuffle([...Array(responses.persons).keys()]);

    const again = calibrated(withPersons(responses, order), options);

    expect(furthestApart(slopesAndIntercepts(again), estimates)).toBeLessThan(1e-5);
    expect(Math.abs(again.logLikelihood - found.logLikelihood)).toBeLessThan(1e-7);
  });

  it('does not depend on the order of the items', () => {
    const order = seededRng(5).shuffle([...Array(responses.items).keys()]);

    const again = slopesAndIntercepts(calibrated(withItems(responses, order), options));

    expect(
      furthestApart(
        again,
        order.map((j) => estimates[j] ?? []),
      ),
    ).toBeLessThan(1e-5);
  });

  it('takes a weight of 2 for two persons', () => {
    const all = [...Array(responses.persons).keys()];
    const doubled = calibrated(withPersons(responses, [...all, ...all]), options);
    const weights = new Float64Array(responses.persons).fill(2);

    const weighted = calibrated({ ...responses, weights }, options);

    expect(furthestApart(slopesAndIntercepts(weighted), slopesAndIntercepts(doubled))).toBeLessThan(1e-5);
    expect(Math.abs(weighted.logLikelihood - doubled.logLikelihood)).toBeLessThan(1e-7);
    expect(weighted.bic).toBeCloseTo(doubled.bic, 6);
  });

  it('gives the same numbers without WebAssembly', () => {
    const plain = calibrated(responses, { ...options, kernel: 'javascript' });

    expect(numbersOf(plain)).toEqual(numbersOf(found));
  });

  it('is not moved by persons who answered nothing', () => {
    const empty = new Uint8Array(3 * responses.items).fill(NOT_PRESENTED);
    const scores = Uint8Array.from([...responses.scores, ...empty]);

    const more = calibrated({ ...responses, persons: responses.persons + 3, scores }, options);

    expect(furthestApart(slopesAndIntercepts(more), estimates)).toBeLessThan(1e-5);
    expect(more.persons).toBe(found.persons);
  });
});
