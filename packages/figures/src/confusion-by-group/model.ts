import { seededRng } from '@cairn/kernel';

export const BEGIN = {
  /** Scores of at least this are approved; in [0, 1]. */
  thresholdA: 0.5,
  thresholdB: 0.5,
  isShared: true,
  /** Share of group B that would repay; of group A it is 60 %. */
  baseRateB: 0.4,
  seed: 2,
};
export type Setting = typeof BEGIN;

export const GROUPS = ['A', 'B'] as const;
export type Group = (typeof GROUPS)[number];

export const BASE_RATE_A = 0.6;
export const PEOPLE = 1000;

export type Applicant = { readonly score: number; readonly isGood: boolean };

/** How far apart scores of those who repay and those who do not lie, in standard deviations: the same in both groups. */
const SEPARATION = 1.7;

/**
 * A thousand applicants. Scores are centred on the group's own base rate, as those of a model are that knows the
 * group by proxies.
 */
export function drawGroup(group: Group, { baseRateB, seed }: Pick<Setting, 'baseRateB' | 'seed'>): Applicant[] {
  const rng = seededRng(`${group}:${seed}`);
  const rate = group === 'A' ? BASE_RATE_A : baseRateB;
  const shift = Math.log(rate / (1 - rate)) / SEPARATION;
  return Array.from({ length: PEOPLE }, (_, person) => {
    const isGood = person < Math.round(rate * PEOPLE);
    const x = rng.normal() + (isGood ? SEPARATION / 2 : -SEPARATION / 2) + shift;
    return { score: 1 / (1 + Math.exp(-SEPARATION * x)), isGood };
  });
}

export type Rates = {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly trueNegatives: number;
  /** Share of all that is approved. */
  readonly selection: number;
  /** Share of those who would repay that is approved. */
  readonly truePositiveRate: number;
  /** Share of those who would not repay that is approved. */
  readonly falsePositiveRate: number;
  /** Share of the approved that repays; undefined where nobody is approved. */
  readonly precision: number | undefined;
};

export function ratesAt(people: readonly Applicant[], threshold: number): Rates {
  const chosen = people.filter(({ score }) => score >= threshold);
  const good = people.filter(({ isGood }) => isGood).length;
  const truePositives = chosen.filter(({ isGood }) => isGood).length;
  const falsePositives = chosen.length - truePositives;
  const bad = people.length - good;
  return {
    truePositives,
    falsePositives,
    falseNegatives: good - truePositives,
    trueNegatives: bad - falsePositives,
    selection: chosen.length / Math.max(1, people.length),
    truePositiveRate: truePositives / Math.max(1, good),
    falsePositiveRate: falsePositives / Math.max(1, bad),
    precision: chosen.length === 0 ? undefined : truePositives / chosen.length,
  };
}

export type Gaps = {
  /** A minus B, selection rate. */
  readonly demographicParity: number;
  /** A minus B, true positive rate. */
  readonly equalOpportunity: number;
};

export const gapsOf = (a: Rates, b: Rates): Gaps => ({
  demographicParity: a.selection - b.selection,
  equalOpportunity: a.truePositiveRate - b.truePositiveRate,
});

/** The threshold of group B, in hundredths, that brings one gap nearest to zero. */
export function closing(gap: keyof Gaps, a: Rates, people: readonly Applicant[]): number {
  const steps = Array.from({ length: 101 }, (_, at) => at / 100);
  const sizeAt = (threshold: number) => Math.abs(gapsOf(a, ratesAt(people, threshold))[gap]);
  return steps.reduce((best, threshold) => (sizeAt(threshold) < sizeAt(best) ? threshold : best), 0);
}

export type ScoreBin = { readonly from: number; readonly good: number; readonly bad: number };

export const BINS = 20;

/** Counts of both kinds in each of 20 equal bins of the score. */
export function binsOf(people: readonly Applicant[]): ScoreBin[] {
  const bins = Array.from({ length: BINS }, (_, at) => ({ from: at / BINS, good: 0, bad: 0 }));
  for (const { score, isGood } of people) {
    const bin = bins[Math.min(BINS - 1, Math.floor(score * BINS))];
    if (!bin) continue;
    if (isGood) bin.good += 1;
    else bin.bad += 1;
  }
  return bins;
}
