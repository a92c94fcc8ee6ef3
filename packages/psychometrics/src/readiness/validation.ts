import written from './validation.json' with { type: 'json' };

/** Predicted against observed share of passes, with the 80 % interval of the observed. All in [0, 1]. */
export type ValidationBin = {
  readonly count: number;
  readonly predicted: number;
  readonly observed: number;
  readonly low: number;
  readonly high: number;
};

/** One study of readiness. Brier score, log loss and calibration error as in `Reliability`. */
export type ValidationStudy = {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly seed: string;
  readonly count: number;
  readonly passRate: number;
  readonly brier: number;
  readonly parts: { readonly reliability: number; readonly resolution: number; readonly uncertainty: number };
  readonly logLoss: number;
  readonly calibrationError: number;
  readonly bins: readonly ValidationBin[];
  /** Brier scores of other ways to forecast, on the same predictions. */
  readonly compared: readonly { readonly name: string; readonly brier: number }[];
  /** Brier scores on the first `candidates`: of readiness, and of two that know how the world was made. */
  readonly best?: {
    readonly candidates: number;
    readonly readiness: number;
    /** Knows the world's process and, of the bank, what its author knows. */
    readonly sameEvidence: number;
    /** Knows every question's true curve as well. */
    readonly allKnowing: number;
  };
};

export type ReadinessValidation = {
  readonly schema: string;
  /** ISO day of the run. */
  readonly date: string;
  readonly studies: readonly ValidationStudy[];
};

/** What `npm run study` found, for the reliability page; docs/readiness.md tells how. */
export const readinessValidation: ReadinessValidation = written;
