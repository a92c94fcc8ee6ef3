import type { PassChance } from './chance.ts';

/** One exam of a path in plain numbers. Months are counted from today and need not be whole. */
export type ExamCost = {
  readonly code: string;
  /** Fee of each sitting in USD; there are at most as many sittings as fees. */
  readonly fees: readonly number[];
  readonly chance: PassChance;
  readonly materialsUsd: number;
  /** Hours of study before the first sitting: equally likely anywhere from low to high. */
  readonly hours: { readonly low: number; readonly high: number };
  /** Hours of study before each further sitting. */
  readonly retakeHours: number;
  readonly studyFromMonth: number;
  /** Month of the first sitting. */
  readonly examMonth: number;
  /** Months from the first sitting to each one; as many as there are fees, the first is 0. */
  readonly delays: readonly number[];
};

/** What keeps an exam of the path valid, if it was passed. */
export type RenewalCost = {
  /** Index of the exam. */
  readonly exam: number;
  readonly month: number;
  readonly title: string;
  readonly feeUsd: number;
  readonly hours: number;
};

/** One way to go, in numbers alone: what is computed from it needs no catalog. */
export type Scenario = {
  readonly exams: readonly ExamCost[];
  readonly renewals: readonly RenewalCost[];
  readonly hourValueUsd: number;
  /** How far the view reaches, from today. */
  readonly years: number;
  /** A year, 0.03 is 3 %. */
  readonly discountRate: number;
  /** Share by which the chance of failing shrinks from each sitting to the next. */
  readonly improvement: number;
};

/** What a dollar in `month` is worth today. */
export function discountFactor({ discountRate }: Pick<Scenario, 'discountRate'>, month: number): number {
  return (1 + discountRate) ** (-month / 12);
}
