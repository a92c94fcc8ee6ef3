import { type Rng, seededRng } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';
import type { CalibratedItem } from '../items/calibrated-item.ts';
import type { Calibrated } from './calibration.ts';
import { requestFor } from './climb.ts';
import { type EStepAnswer, eStepShare, type KernelChoice } from './e-step/share.ts';
import type { FitProblem } from './fit-problem.ts';
import type { CalibrationOptions, ModelName } from './options.ts';
import { calibrated, drawResponses } from './testing.ts';
import { type Design, type Expectation, expectedCounts, furthestFromMaximum } from './written-out/testing.ts';

const place = (rng: Rng, count: number) =>
  Array.from({ length: count }, () => 1.2 * rng.normal())
    .sort((x, y) => x - y)
    .map((b, k) => b + 0.3 * k);

function drawItem(model: ModelName, rng: Rng): CalibratedItem {
  const a = model === 'rasch' || model === 'pcm' || model === '1pl' ? 1 : Math.exp(0.3 * rng.normal());
  if (model === 'grm') return { kind: 'graded', a, thresholds: place(rng, 1 + rng.below(3)) };
  if (model === 'gpcm' || model === 'pcm')
    return { kind: 'partial-credit', a, thresholds: place(rng, 1 + rng.below(3)) };
  return { kind: 'dichotomous', a, b: rng.normal(), c: model === '3pl' ? 0.2 : 0 };
}

const pick = (rng: Rng, names: readonly ModelName[]): ModelName => names[rng.below(names.length)] ?? '2pl';

const TIED: readonly ModelName[] = ['rasch', 'pcm', '1pl'];
const FREE: readonly ModelName[] = ['2pl', '3pl', 'grm', 'gpcm'];
const PRIOR = {
  slope: { kind: 'log-normal', mean: 0.1, sd: 0.4 },
  guessing: { kind: 'beta', alpha: 6, beta: 20 },
} as const;
const STRONG = { ...PRIOR, difficulty: { kind: 'normal', mean: 0.2, sd: 0.8 } } as const;

function modelsOf(rng: Rng, count: number): ModelName[] {
  const one = pick(rng, [...TIED, ...FREE]);
  const isMixed = !TIED.includes(one) && rng.next() < 0.6;
  return Array.from({ length: count }, () => (isMixed ? pick(rng, FREE) : one));
}

/** What is known beforehand: nothing, two items, or priors. */
function knownBefore(rng: Rng, items: readonly CalibratedItem[], models: readonly ModelName[]) {
  const kind = rng.below(4);
  const priors = kind === 2 ? STRONG : models.includes('3pl') ? PRIOR : undefined;
  const fixedItems = items.map((item, j) => (j < 2 ? item : undefined));
  return { ...(kind === 1 ? { fixedItems } : {}), ...(priors ? { priors } : {}) };
}

function drawDesign(seed: number): Design {
  const rng = seededRng(`design ${seed}`);
  const isLarge = seed % 4 === 0;
  const model = modelsOf(rng, isLarge ? 4 + rng.below(3) : 4 + rng.below(7));
  const items = model.map((name) => drawItem(name, rng));
  const persons = isLarge ? 41_000 + rng.below(9000) : 300 + rng.below(500);
  const groups = rng.next() < 0.4 ? Array.from({ length: persons }, (_, i) => (i % 3) % 2) : undefined;
  const missing = rng.next() < 0.5 ? 0 : 0.3;
  const responses = drawResponses(items, persons, seed, {
    theta: (i, by) => (groups?.[i] === 1 ? 0.6 + 0.8 * by.normal() : by.normal()),
    isShown: (_, __, by) => by.next() >= missing,
  });
  const weights = Float64Array.from({ length: persons }, () => rng.below(4));
  const isWeighted = rng.next() < 0.3;
  const options: CalibrationOptions = {
    model,
    tolerance: 1e-6,
    ...(groups ? { groups } : {}),
    ...knownBefore(rng, items, model),
    ...(rng.next() < 0.3 ? { scale: 'reference-group' } : {}),
  };
  return { responses: isWeighted ? { ...responses, weights } : responses, options };
}

/** One E-step of a kernel at the estimates, nothing clipped. */
function countedBy(kernel: KernelChoice, { responses, options }: Design, { fit, latent }: Calibrated): EStepAnswer {
  const { groups } = options;
  const share = eStepShare(responses, groups ? { count: latent.length, ofPerson: groups } : { count: 1 }, kernel);
  const digits = fit.problem.items.map(({ model }) => ({ categories: model.categories, hasMissing: true }));
  share.prepare({ digits, sampleEvery: 1 });
  return share.step({ ...requestFor(fit.problem, fit.vector, fit.nodes), persons: 'all', clip: 0 });
}

/** Largest difference of the kernel's counts from those written out, as a share of all persons. */
function furthestCount({ items }: FitProblem, answer: EStepAnswer, { counts, masses }: Expectation): number {
  const q = masses[0]?.length ?? 0;
  const gap = (row: Float64Array, table: Float64Array, from: number) =>
    row.reduce((most, value, n) => Math.max(most, Math.abs(value - Number(table[from * q + n]))), 0);
  const ofItems = items.flatMap(({ row }, j) => (counts[j] ?? []).map((one, k) => gap(one, answer.counts, row + k)));
  const persons = masses.reduce((sum, mass) => sum + mass.reduce((total, value) => total + value, 0), 0);
  return Math.max(...ofItems, ...masses.map((mass, g) => gap(mass, answer.masses, g))) / persons;
}

describe('a calibration of a random design', () => {
  it.each(Array.from({ length: 20 }, (_, seed) => seed))('is a maximum of the likelihood written out: %i', (seed) => {
    const design = drawDesign(seed);

    const found = calibrated(design.responses, design.options);

    const expected = expectedCounts(design, found);
    expect(found.isConverged).toBe(true);
    expect(Math.abs(found.logLikelihood / expected.logLikelihood - 1)).toBeLessThan(1e-10);
    expect(furthestFromMaximum(design, found, expected)).toBeLessThan(1e-3);
    for (const kernel of ['automatic', 'javascript'] as const) {
      expect(furthestCount(found.fit.problem, countedBy(kernel, design, found), expected)).toBeLessThan(1e-12);
    }
  });

  it('is one of more than 40,000 persons who cannot be collapsed, with items that the sample hardly meets', () => {
    const rng = seededRng('wide');
    const items = Array.from({ length: 14 }, (_, j) => ({ ...drawItem('2pl', rng), ...(j === 3 ? { b: 5 } : {}) }));
    const groups = Array.from({ length: 42_000 }, (_, i) => (i % 6000 === 0 ? 1 : 0)); // all or none of the sample's persons
    const responses = drawResponses(items, groups.length, 7);
    const design: Design = { responses, options: { model: '2pl', groups, tolerance: 1e-6 } };

    const found = calibrated(responses, design.options);

    expect(found.isConverged).toBe(true);
    expect(furthestFromMaximum(design, found, expectedCounts(design, found))).toBeLessThan(1e-3);
  });
});
