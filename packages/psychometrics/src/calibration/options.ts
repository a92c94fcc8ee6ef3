import type { CalibratedItem } from '../items/calibrated-item.ts';
import type { KernelChoice } from './e-step/share.ts';
import type { ItemPrior } from './priors.ts';

/**
 * - `rasch`: slope 1, the spread of ability estimated; `pcm`, partial credit, is the same for part scores
 * - `1pl`: one slope for all items
 * - `2pl`, `3pl`: a slope an item, and a guessing chance
 * - `grm`: graded response; `gpcm`: generalized partial credit
 */
export type ModelName = 'rasch' | '1pl' | '2pl' | '3pl' | 'grm' | 'gpcm' | 'pcm';

export type CalibrationOptions = {
  /** One for all items or one each. */
  readonly model: ModelName | readonly ModelName[];
  /**
   * The grid of abilities, equally spaced; chosen so that the log-likelihood is right to 1e-3 where not given. Rasch models
   * without fixed items or priors are fitted on a scale where the spread of ability is 1: the grid is on that.
   */
  readonly quadrature?: { readonly nodes: number; readonly from: number; readonly to: number };
  /** No parameter (slope–intercept form) is further than about this from the maximum. Default 1e-4. */
  readonly tolerance?: number;
  /** Default 500. */
  readonly maximumIterations?: number;
  /** One for all items or one each. */
  readonly priors?: ItemPrior | readonly (ItemPrior | undefined)[];
  /** By item: known parameters, which stay; the scale is then theirs, and mean and spread of ability are estimated. */
  readonly fixedItems?: readonly (CalibratedItem | undefined)[];
  /** By item: where to start. */
  readonly startItems?: readonly (CalibratedItem | undefined)[];
  /** By person: latent group 0, 1, …; group 0 is the reference. */
  readonly groups?: ArrayLike<number>;
  /**
   * What fixes the scale: the reference group's ability has mean 0 (and, but for Rasch models, spread 1), or it is
   * `estimated`, which fixed items or priors of the difficulties must tie. Default: `reference-group`, with fixed items
   * `estimated`.
   */
  readonly scale?: 'reference-group' | 'estimated';
  /**
   * Calibrate even where blocks of items share no person: right only if the blocks' persons are random samples of one
   * population. Default false.
   */
  readonly assumesEquivalentGroups?: boolean;
  /** Which loops to use; both give the same numbers. */
  readonly kernel?: KernelChoice;
};
