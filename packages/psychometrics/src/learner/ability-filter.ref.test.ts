import { type Instant, seededRng } from '@cairn/kernel';
import { describe, expect, it } from 'vitest';
import { type ItemParameters, successProbability } from '../items/item-parameters.ts';
import type { Evidence } from './evidence.ts';
import { type LearnerModel, learnerModel } from './learner-model.ts';
import { learnerState } from './learner-state.ts';

const DAY = 86_400_000;
const onDay = (day: number) => (1_800_000_000_000 + day * DAY) as Instant;

/** Answers mean what the curves say and nothing else: what brute force can check. */
const PLAIN = { difficultySd: 0, slip: 0, growth: { perDay: 0, days: 0 }, forgetting: { loss: 0, days: 7 } };

type Answer = {
  readonly day: number;
  readonly domain: 1 | 2;
  readonly parameters: ItemParameters;
  readonly credit: number;
};

const evidenceOf = (answers: readonly Answer[]): Evidence[] =>
  answers.map(({ day, ...answer }, i) => ({ ...answer, at: onDay(day), kind: 'item', itemId: `item-${i}` }));

/** Two domains, answered by somebody of abilities 0.8 and −0.6. */
function sampleAnswers(count: number, days: readonly number[], seed: string): Answer[] {
  const rng = seededRng(seed);
  return Array.from({ length: count }, (_, i) => {
    const domain = rng.next() < 0.7 ? 1 : 2;
    const parameters = { a: 0.7 + rng.next(), b: 1.2 * rng.normal() - 0.5, c: i % 2 === 0 ? 0.25 : 0 };
    const credit = Number(rng.next() < successProbability(domain === 1 ? 0.8 : -0.6, parameters));
    return { day: days[i % days.length] ?? 0, domain, parameters, credit } as const;
  }).sort((a, b) => a.day - b.day);
}

/** A density on a square grid of abilities; no normal approximation anywhere. */
const AXIS = Array.from({ length: 45 }, (_, i) => -5.5 + i * 0.25);
const CELLS = AXIS.flatMap((x) => AXIS.map((y) => [x, y] as const));
type Pair = readonly [number, number];

function gaussian(s: Pair, mean: Pair, scale: number, { prior }: LearnerModel): number {
  const [v, c] = [scale * (prior.generalSd ** 2 + prior.domainSd ** 2), scale * prior.generalSd ** 2];
  const [x, y] = [s[0] - mean[0], s[1] - mean[1]];
  return Math.exp(-(v * x * x - 2 * c * x * y + v * y * y) / (2 * (v * v - c * c)));
}

function answered(density: readonly number[], answers: readonly Answer[]): number[] {
  return density.map((value, k) =>
    answers.reduce((mass, { domain, parameters, credit }) => {
      const p = successProbability(CELLS[k]?.[domain - 1] ?? 0, parameters);
      return mass * p ** credit * (1 - p) ** (1 - credit);
    }, value),
  );
}

function waited(density: readonly number[], days: number, model: LearnerModel): number[] {
  const kept = Math.exp(-days / model.fadingDays);
  const towards = (x: number) => model.prior.mean + kept * (x - model.prior.mean);
  return CELLS.map((to) =>
    CELLS.reduce((sum, from, k) => {
      const mass = density[k] ?? 0;
      return mass < 1e-12 ? sum : sum + mass * gaussian(to, [towards(from[0]), towards(from[1])], 1 - kept ** 2, model);
    }, 0),
  );
}

const normalized = (density: readonly number[]): number[] => {
  const total = density.reduce((sum, mass) => sum + mass, 0);
  return density.map((mass) => mass / total);
};

function bruteForce(answers: readonly Answer[], asOf: number, model: LearnerModel): number[] {
  const m = model.prior.mean;
  let density = CELLS.map((cell) => gaussian(cell, [m, m], 1, model));
  let today: number | undefined;
  for (const day of [...new Set([...answers.map((answer) => answer.day), asOf])]) {
    if (today !== undefined && day > today) density = waited(density, day - today, model);
    density = normalized(
      answered(
        density,
        answers.filter((answer) => answer.day === day),
      ),
    );
    today = day;
  }
  return density;
}

function momentsOnGrid(density: readonly number[]) {
  const mean = (of: (cell: Pair) => number) => CELLS.reduce((sum, cell, k) => sum + (density[k] ?? 0) * of(cell), 0);
  const [x, y] = [mean(([first]) => first), mean(([, second]) => second)];
  return {
    mean: [x, y],
    covariance: [
      [mean(([first]) => (first - x) ** 2), mean(([first, second]) => (first - x) * (second - y))],
      [mean(([first, second]) => (first - x) * (second - y)), mean(([, second]) => (second - y) ** 2)],
    ],
  };
}

describe('the state of a learner', () => {
  it.each([
    { answers: 6, days: [0] },
    { answers: 30, days: [0] },
    { answers: 60, days: [0] },
    { answers: 30, days: [0, 60, 200] },
  ])('is what brute force over a grid finds: $answers answers on days $days', ({ answers, days }) => {
    const model = learnerModel([1, 2], PLAIN);
    const given = sampleAnswers(answers, days, `grid-${answers}-${days.length}`);
    const asOf = Math.max(...days) + (days.length > 1 ? 40 : 0);

    const state = learnerState(evidenceOf(given), onDay(asOf), model);
    const exact = momentsOnGrid(bruteForce(given, asOf, model));

    for (const [i, mean] of exact.mean.entries()) expect(Math.abs((state.mean[i] ?? 0) - mean)).toBeLessThan(0.02);
    exact.covariance.forEach((row, i) => {
      const spread = Math.sqrt(row[i] ?? 0);
      expect(Math.abs((state.domains[i]?.standardError ?? 0) / spread - 1)).toBeLessThan(0.03);
    });
    expect(Math.abs((state.covariance[0]?.[1] ?? 0) - (exact.covariance[0]?.[1] ?? 0))).toBeLessThan(0.02);
  });
});
