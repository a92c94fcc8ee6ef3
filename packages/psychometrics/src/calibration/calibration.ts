import type { CalibratedItem } from '../items/calibrated-item.ts';
import type { LatentDistribution } from './fit-problem.ts';
import type { FittedProblem } from './standard-errors/observed-information.ts';

/**
 * - `constant`: all answers are the same; there is no finite estimate, and the item was left out
 * - `no-answers`: nobody was shown the item; left out
 * - `too-few-answers`: fewer than 30 answers, the estimate says little
 * - `empty-category`: a score between 0 and the highest does not occur; its threshold is not to be trusted
 * - `negative-discrimination`: better persons fail more often; look at the key
 * - `extreme-discrimination`: the answers are as good as sorted by ability, the slope rises to no end
 */
export type CalibrationFlag =
  | 'constant'
  | 'no-answers'
  | 'too-few-answers'
  | 'empty-category'
  | 'negative-discrimination'
  | 'extreme-discrimination';

export type ItemCalibration = {
  /** Undefined if the item was left out. */
  readonly item: CalibratedItem | undefined;
  readonly isFixed: boolean;
  /** Weight of the persons who answered. */
  readonly answers: number;
  readonly flags: readonly CalibrationFlag[];
};

/** Why there is nothing to report, in one sentence each. */
export type CalibrationProblem =
  | { readonly kind: 'no-persons'; readonly message: string }
  | { readonly kind: 'no-items'; readonly message: string }
  | { readonly kind: 'score-out-of-range'; readonly item: number; readonly message: string }
  | {
      readonly kind: 'disconnected';
      /** Indexes of the items of each block. */
      readonly blocks: readonly (readonly number[])[];
      readonly message: string;
    };

export type Calibrated = {
  readonly outcome: 'calibrated';
  readonly items: readonly ItemCalibration[];
  /** One a group. */
  readonly latent: readonly LatentDistribution[];
  /** At the estimates. */
  readonly logLikelihood: number;
  /** Of beta priors up to a constant. */
  readonly logPrior: number;
  readonly freeParameters: number;
  /** −2 ln L + 2k, and + k ln N. */
  readonly aic: number;
  readonly bic: number;
  /** Weight of the persons with an answer. */
  readonly persons: number;
  /** E-steps over all persons. */
  readonly iterations: number;
  readonly isConverged: boolean;
  /** Log-likelihood plus log-prior by iteration on the final nodes; never falls but by rounding. */
  readonly trace: readonly number[];
  /** The maximum on the scale that is reported, for `standardErrors`. */
  readonly fit: FittedProblem;
};

export type Calibration =
  | Calibrated
  | { readonly outcome: 'impossible'; readonly problems: readonly CalibrationProblem[] };
