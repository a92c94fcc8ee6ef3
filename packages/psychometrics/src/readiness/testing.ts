import { type Instant, seededRng } from '@cairn/kernel';
import type { Evidence } from '../learner/evidence.ts';
import { learnerModel } from '../learner/learner-model.ts';
import type { LearnerState } from '../learner/learner-state.ts';
import type { FormBlueprint, PoolItem } from './form-blueprint.ts';

const DAY = 86_400_000;
export const TODAY = 1_800_000_000_000 as Instant;
export const afterDays = (days: number) => (TODAY + days * DAY) as Instant;

function poolOf(seed: string, count: number, points = 1): PoolItem[] {
  const rng = seededRng(seed);
  return Array.from({ length: count }, () => ({
    parameters: { a: 1, b: -0.3 + 0.8 * rng.normal(), c: rng.next() < 0.7 ? 0.25 : 0.1 },
    points,
  }));
}

export function blueprintOf(scored: number, weights: readonly number[], points = 1): FormBlueprint {
  return {
    scored,
    domains: weights.map((weight, i) => ({ domain: i + 1, weight, pool: poolOf(`pool-${i}`, 30, points) })),
  };
}

export const OFFICIAL = blueprintOf(50, [28, 24, 24, 24]);

/** What is known of somebody with this ability in every domain. */
export function stateAt(mean: readonly number[], variance: number, covariance: number): LearnerState {
  return {
    asOf: TODAY,
    mean,
    covariance: mean.map((_, i) => mean.map((_, j) => (i === j ? variance : covariance))),
    domains: mean.map((theta, i) => ({
      domain: i + 1,
      ...{ theta, standardError: Math.sqrt(variance), low: theta - 1.28 * Math.sqrt(variance) },
      ...{ high: theta + 1.28 * Math.sqrt(variance), evidence: 20, lastAt: TODAY },
    })),
    evidence: 80,
  };
}

export const MODEL = learnerModel([1, 2, 3, 4]);

export function answersOf(count: number): Evidence[] {
  const rng = seededRng(`answers-${count}`);
  return Array.from({ length: count }, (_, i) => ({
    ...{ at: TODAY, domain: (i % 4) + 1, kind: 'item', itemId: `${i}`, credit: Number(rng.next() < 0.66) },
    parameters: { a: 1, b: -0.4, c: 0.25 },
  }));
}
