import type { CalibratedItem } from '@cairn/psychometrics';
import type { Flag } from './flags.ts';

/** What the worker hands to the page about one file. */
export type ItemAnalysis = {
  readonly persons: number;
  /** Share of the cells that hold an answer. */
  readonly answered: number;
  readonly groups: readonly string[];
  /** What the reader must know about the file before trusting a number. */
  readonly remarks: readonly Remark[];
  readonly test: TestReport;
  readonly model: ModelReport | undefined;
  readonly items: readonly ItemReport[];
};

export type Remark = {
  readonly tone: 'neutral' | 'warn' | 'bad';
  readonly text: string;
  readonly details?: readonly string[];
};

export type TestReport = {
  readonly alpha: number | undefined;
  /** Of the sum score, in points. */
  readonly standardError: number | undefined;
  readonly meanScore: number;
  readonly maximum: number;
  /** Share of the variance of estimated ability that is not error. */
  readonly marginalReliability: number | undefined;
};

export type ModelName = 'rasch' | '2pl';

export type ModelReport = {
  readonly name: ModelName;
  readonly converged: boolean;
  readonly iterations: number;
  readonly logLikelihood: number;
};

/** Share of the points, with its 80 % interval, of the persons near one ability. */
export type Observed = {
  readonly theta: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
  readonly persons: number;
};

export type OptionReport = {
  readonly label: string;
  readonly isKey: boolean;
  readonly count: number;
  readonly share: number;
  /** Correlation of choosing it with the score on the other questions; undefined if nobody or everybody chose it. */
  readonly discrimination: number | undefined;
  /** Share that chose it in each fifth of the persons, the weakest first. */
  readonly byFifth: readonly number[];
};

export type ItemReport = {
  readonly id: string;
  readonly answers: number;
  readonly maximum: number;
  /** Mean share of the points. */
  readonly easiness: number | undefined;
  /** Correlation with the score on the other questions. */
  readonly discrimination: number | undefined;
  readonly parameters: CalibratedItem | undefined;
  readonly errors: { readonly a: number | undefined; readonly b: number | undefined };
  /** S-X²: a small p says that the curve does not describe the answers. */
  readonly fit:
    | { readonly statistic: number; readonly degrees: number; readonly p: number; readonly rmsea: number }
    | undefined;
  /** Mean squares, 1 is expected. */
  readonly infit: number | undefined;
  readonly outfit: number | undefined;
  readonly dif: Dif | undefined;
  readonly flags: readonly Flag[];
  readonly observed: readonly Observed[];
  readonly options: readonly OptionReport[];
};

/** Mantel–Haenszel between the two largest groups, in ETS delta units. */
export type Dif = {
  readonly reference: string;
  readonly focal: string;
  readonly delta: number;
  readonly standardError: number;
  readonly p: number;
  readonly severity: 'A' | 'B' | 'C';
};

/** One number that stands for the difficulty of any item: where half of the points are expected. */
export function difficultyOf(item: CalibratedItem | undefined): number | undefined {
  if (!item) return undefined;
  if (item.kind === 'dichotomous') return item.b;
  return item.thresholds.reduce((sum, threshold) => sum + threshold, 0) / item.thresholds.length;
}
