import { inverseOf, type SquareMatrix } from '../../numbers/cholesky.ts';
import type { Responses } from '../../responses/responses.ts';
import type { Calibrated } from '../calibration.ts';
import type { Groups } from '../e-step/tallies.ts';
import { type FitItem, type FitProblem, latentOf, latentOffset, parametersOf } from '../fit-problem.ts';
import { type FreeParameters, freeParameters } from './free-parameters.ts';
import { informationAt, type ParameterInformation } from './observed-information.ts';

/** Numbers of one item with their errors; held ones have an error of 0. */
export type ItemErrors = {
  /** `a`, `b`, `c` or `a`, `b1`, `b2`, … */
  readonly names: readonly string[];
  readonly standardErrors: readonly number[];
  /** Of the numbers in `names`. */
  readonly covariance: SquareMatrix;
  /** In slope–intercept form: `a`, `d`, `logit-c` or `a`, `d1`, … */
  readonly intercepts: { readonly names: readonly string[]; readonly standardErrors: readonly number[] };
};

/** Errors of a group's mean and spread of ability; 0 for what was not estimated. */
export type LatentErrors = { readonly mean: number; readonly sd: number; readonly variance: number };

export type StandardErrors =
  | {
      readonly outcome: 'computed';
      /** One an item; undefined for items that were held fixed or left out. */
      readonly items: readonly (ItemErrors | undefined)[];
      /** One a latent group. */
      readonly latent: readonly LatentErrors[];
      /** Of all free parameters: of each item in slope–intercept form, then of each group mean and ln sd. */
      readonly covariance: SquareMatrix;
    }
  | { readonly outcome: 'not-identified'; readonly message: string };

/** Covariance of some places of the parameter vector; rows and columns that are not free are 0. */
function covarianceOf(offset: number, length: number, free: FreeParameters, all: SquareMatrix): SquareMatrix {
  const values = new Float64Array(length * length);
  for (let r = 0; r < length; r += 1) {
    for (let s = 0; s < length; s += 1) {
      const [row, column] = [Number(free.placeOf[offset + r]), Number(free.placeOf[offset + s])];
      if (row >= 0 && column >= 0) values[r * length + s] = Number(all.values[row * all.order + column]);
    }
  }
  return { order: length, values };
}

/** The delta method: J · Σ · Jᵀ, with `rows` rows in J. */
function carried(jacobian: Float64Array, rows: number, { order, values }: SquareMatrix): SquareMatrix {
  const entry = (r: number, s: number) => {
    let sum = 0;
    for (let i = 0; i < order; i += 1) {
      for (let j = 0; j < order; j += 1) {
        sum += Number(jacobian[r * order + i]) * Number(values[i * order + j]) * Number(jacobian[s * order + j]);
      }
    }
    return sum;
  };
  return {
    order: rows,
    values: Float64Array.from({ length: rows * rows }, (_, at) => entry(Math.floor(at / rows), at % rows)),
  };
}

const errorsOf = ({ order, values }: SquareMatrix): number[] =>
  Array.from({ length: order }, (_, r) => Math.sqrt(Math.max(0, Number(values[r * order + r]))));

function itemErrors(
  item: FitItem,
  vector: Float64Array,
  free: FreeParameters,
  all: SquareMatrix,
): ItemErrors | undefined {
  if (item.role !== 'free') return undefined;
  const { parameterNames, reportedNames, jacobian } = item.model;
  const inner = covarianceOf(item.offset, parameterNames.length, free, all);
  const covariance = carried(jacobian(parametersOf(item, vector)), reportedNames.length, inner);
  return {
    names: reportedNames,
    standardErrors: errorsOf(covariance),
    covariance,
    intercepts: { names: parameterNames, standardErrors: errorsOf(inner) },
  };
}

function latentErrors(
  problem: FitProblem,
  vector: Float64Array,
  group: number,
  free: FreeParameters,
  all: SquareMatrix,
) {
  const [mean = 0, logSd = 0] = errorsOf(covarianceOf(latentOffset(problem, group), 2, free, all));
  const { sd } = latentOf(problem, vector, group);
  return { mean, sd: sd * logSd, variance: 2 * sd * sd * logSd };
}

export type StandardErrorOptions = {
  readonly kind?: ParameterInformation;
  /** By person: latent group, as the calibration was given. */
  readonly groups?: ArrayLike<number>;
};

/** Thresholds beside a score that nobody reached run away: the most frequent reason has a remedy. */
function whyNot({ items }: Calibrated): string {
  const empty = items.flatMap(({ flags }, item) => (flags.includes('empty-category') ? [item + 1] : []));
  const remedy =
    empty.length > 0
      ? ` On ${empty.length === 1 ? 'item' : 'items'} ${empty.join(', ')} some score below the highest does not occur; renumber scores with collapseEmptyCategories and calibrate again.`
      : '';
  return `The answers do not fix all parameters: the likelihood is flat, or not at its maximum, in some direction.${remedy}`;
}

/**
 * Standard errors of a calibration, from the inverse of the information at its maximum.
 *
 * @param responses  the answers that were calibrated
 * @param calibrated converged, else the numbers mean little
 * @returns          `not-identified` if the information has no inverse: some parameters can change together without the
 *                   likelihood falling
 * @throws           RangeError if responses or groups are not those of the calibration
 */
export function standardErrors(
  responses: Responses,
  calibrated: Calibrated,
  { kind = 'observed', groups }: StandardErrorOptions = {},
): StandardErrors {
  const { fit } = calibrated;
  const { problem, vector } = fit;
  if (problem.items.length !== responses.items) {
    throw new RangeError(`a calibration of ${problem.items.length} items with answers to ${responses.items}`);
  }
  const counted: Groups = groups === undefined ? { count: 1 } : { count: problem.groups, ofPerson: groups };
  if (counted.count !== problem.groups)
    throw new RangeError(`a calibration of ${problem.groups} groups; give each person’s`);
  const free = freeParameters(problem);
  const all = inverseOf(informationAt(fit, free, responses, counted, kind));
  if (all === undefined) return { outcome: 'not-identified', message: whyNot(calibrated) };
  return {
    outcome: 'computed',
    items: problem.items.map((item) => itemErrors(item, vector, free, all)),
    latent: Array.from({ length: problem.groups }, (_, group) => latentErrors(problem, vector, group, free, all)),
    covariance: all,
  };
}
