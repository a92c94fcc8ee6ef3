import type { Table } from '../table/table.ts';
import { type Blocks, blocksOf } from './blocks.ts';
import { minimise } from './minimise.ts';
import { minimiseSoftmax } from './minimise-softmax.ts';

/** Hyperparameters under the names of SageMaker's LinearLearner, as numbers and flags. */
export type LinearLearnerOptions = {
  readonly predictor_type: 'regressor' | 'binary_classifier' | 'multiclass_classifier';
  /** Needed by the multiclass classifier; labels are 0 … num_classes − 1. */
  readonly num_classes?: number;
  /** Weight of Σ|w|; 0. */
  readonly l1?: number;
  /** Weight of ½ Σ w²; 0. */
  readonly wd?: number;
  /** Fit on standardised features, so that one penalty suits all of them; true. Coefficients keep the data's units. */
  readonly normalize_data?: boolean;
  /** Fit an intercept, which is never penalised; true. */
  readonly use_bias?: boolean;
  /** Weight of positive rows of the binary classifier; `balanced` gives both classes the same total; 1. */
  readonly positive_example_weight_mult?: number | 'balanced';
};

/** A fitted model: plain data that survives JSON. */
export type LinearModel = {
  readonly kind: 'linear-learner';
  readonly predictor_type: LinearLearnerOptions['predictor_type'];
  readonly names: readonly string[];
  /** One row of coefficients in the data's units: one in all, or one a class. */
  readonly coefficients: readonly (readonly number[])[];
  readonly intercepts: readonly number[];
  readonly iterations: number;
  /** Mean loss with its L2 penalty. */
  readonly loss: number;
};

export type LinearFit =
  | { readonly outcome: 'fitted'; readonly model: LinearModel }
  | { readonly outcome: 'fault'; readonly message: string };

type Settings = {
  readonly table: Table;
  readonly target: Float64Array;
  readonly weights: Float64Array;
  readonly options: LinearLearnerOptions;
};

function parameterFault({ l1 = 0, wd = 0, num_classes, predictor_type, ...rest }: LinearLearnerOptions) {
  if (!(l1 >= 0 && Number.isFinite(l1))) return `l1 is ${l1}, but must be 0 or a positive number.`;
  if (!(wd >= 0 && Number.isFinite(wd))) return `wd is ${wd}, but must be 0 or a positive number.`;
  if (predictor_type === 'multiclass_classifier' && !(Number.isInteger(num_classes) && Number(num_classes) >= 3)) {
    return `num_classes is ${num_classes ?? 'not set'}, but a multiclass classifier needs a whole number of 3 or more.`;
  }
  const mult = rest.positive_example_weight_mult ?? 1;
  const isUsable = mult === 'balanced' || (mult > 0 && Number.isFinite(mult));
  return isUsable ? undefined : `positive_example_weight_mult is ${mult}, but must be "balanced" or a positive number.`;
}

function targetFault({ target, options }: Settings): string | undefined {
  const missing = target.findIndex((y) => !Number.isFinite(y));
  if (missing >= 0) return `The target of row ${missing + 1} is missing or not finite: fill or drop the row first.`;
  if (options.predictor_type === 'regressor') return undefined;
  const classes = options.predictor_type === 'binary_classifier' ? 2 : Number(options.num_classes);
  const odd = target.findIndex((y) => !Number.isInteger(y) || y < 0 || y >= classes);
  if (odd >= 0) return `The target of row ${odd + 1} is ${target[odd]}, but labels run from 0 to ${classes - 1}.`;
  const absent = Array.from({ length: classes }, (_, k) => k).find((k) => !target.includes(k));
  return absent === undefined ? undefined : `No row has the label ${absent}: every class needs an example.`;
}

/** Penalties on standardised coefficients that mean the same as those the caller set on his own scale. */
function penaltiesOf(blocks: Blocks, weight: number, isNormalised: boolean, power: 1 | 2): Float64Array {
  const penalties = new Float64Array(blocks.order);
  for (let j = 0; j < blocks.width; j += 1) {
    penalties[j] = isNormalised ? weight : weight / (blocks.scale[j] as number) ** power; // one a feature
  }
  return penalties;
}

/** Coefficients and intercept in the data's units. */
function unscaled(blocks: Blocks, point: Float64Array): { readonly row: number[]; readonly intercept: number } {
  const row = Array.from(blocks.scale, (scale, j) => (point[j] as number) / scale);
  const shift = row.reduce((sum, b, j) => sum + b * (blocks.centre[j] as number), 0);
  return { row, intercept: blocks.intercept === undefined ? 0 : (point[blocks.intercept] as number) - shift };
}

const dependentMessage = (name: string): string =>
  `Column "${name}" is constant or a linear combination of other columns, so its coefficient is not determined: drop it or set wd above 0.`;
const UNBOUNDED =
  'The columns separate the classes perfectly, so that the coefficients would grow without limit: set wd or l1 above 0.';

function problemOf({ table, target, weights, options }: Settings) {
  const blocks = blocksOf(table, options.use_bias ?? true);
  const isNormalised = options.normalize_data ?? true;
  return {
    blocks,
    target,
    weights,
    totalWeight: weights.reduce((sum, w) => sum + w, 0),
    l1: penaltiesOf(blocks, options.l1 ?? 0, isNormalised, 1),
    l2: penaltiesOf(blocks, options.wd ?? 0, isNormalised, 2),
  };
}

function fitSingle(settings: Settings): LinearFit {
  const { table, options } = settings;
  const family = options.predictor_type === 'regressor' ? ('squared' as const) : ('logistic' as const);
  const problem = { ...problemOf(settings), family };
  const solution = minimise(problem);
  if (solution.outcome === 'unbounded') return { outcome: 'fault', message: UNBOUNDED };
  if (solution.outcome === 'dependent') {
    const name = table.names[solution.column] ?? table.names.at(-1) ?? '';
    return { outcome: 'fault', message: dependentMessage(name) };
  }
  const { row, intercept } = unscaled(problem.blocks, solution.point);
  return fitted(settings, [row], [intercept], solution);
}

function fitSeveral(settings: Settings): LinearFit {
  const problem = { ...problemOf(settings), classes: Number(settings.options.num_classes) };
  const solution = minimiseSoftmax(problem);
  if (solution.outcome === 'unbounded') return { outcome: 'fault', message: UNBOUNDED };
  const { order } = problem.blocks;
  const parts = Array.from({ length: problem.classes }, (_, k) =>
    unscaled(problem.blocks, solution.point.subarray(k * order, (k + 1) * order)),
  );
  const middle = parts.reduce((sum, { intercept }) => sum + intercept, 0) / parts.length;
  const intercepts = parts.map(({ intercept }) => intercept - middle); // only differences count: they sum to 0
  return fitted(
    settings,
    parts.map(({ row }) => row),
    intercepts,
    solution,
  );
}

function fitted(
  { table, options }: Settings,
  coefficients: readonly (readonly number[])[],
  intercepts: readonly number[],
  { iterations, loss }: { readonly iterations: number; readonly loss: number },
): LinearFit {
  const { predictor_type } = options;
  const { names } = table;
  return {
    outcome: 'fitted',
    model: { kind: 'linear-learner', predictor_type, names, coefficients, intercepts, iterations, loss },
  };
}

function weightsOf(target: ArrayLike<number>, options: LinearLearnerOptions, given?: ArrayLike<number>): Float64Array {
  const weights = given === undefined ? new Float64Array(target.length).fill(1) : Float64Array.from(given);
  const mult = options.positive_example_weight_mult ?? 1;
  if (options.predictor_type !== 'binary_classifier' || mult === 1) return weights;
  const total = (label: number) => weights.reduce((sum, w, i) => sum + (target[i] === label ? w : 0), 0);
  const factor = mult === 'balanced' ? total(0) / total(1) : mult;
  return weights.map((w, i) => (target[i] === 1 ? w * factor : w));
}

/**
 * Linear regression, logistic regression, or multinomial logistic regression: least mean loss (½ squared error or
 * negative log-likelihood) plus ½·wd·Σw² plus l1·Σ|w|. In scikit-learn's terms: LogisticRegression's C is
 * 1 / (wd · Σ weights), Ridge's alpha wd · rows, Lasso's alpha l1.
 *
 * @param table   features, no cell missing
 * @param target  one a row: a number, or the class index
 * @param weights one a row, at least 0 and not all 0; 1 each where left out
 * @returns       the model, or a sentence that says what the author of the job can mend
 * @throws        RangeError if lengths differ, a weight is negative or a cell is missing
 * @see           https://docs.aws.amazon.com/sagemaker/latest/dg/ll_hyperparameters.html
 */
export function fitLinearLearner(
  table: Table,
  target: ArrayLike<number>,
  options: LinearLearnerOptions,
  weights?: ArrayLike<number>,
): LinearFit {
  const fault = parameterFault(options);
  if (fault !== undefined) return { outcome: 'fault', message: fault };
  if (target.length !== table.rows) throw new RangeError(`${target.length} targets for ${table.rows} rows`);
  const settings = { table, target: Float64Array.from(target), weights: weightsOf(target, options, weights), options };
  if (settings.weights.length !== table.rows) throw new RangeError(`${weights?.length} weights for ${table.rows} rows`);
  const message = targetFault(settings);
  if (message !== undefined) return { outcome: 'fault', message };
  if (settings.weights.some((w) => !(w >= 0)) || !settings.weights.some((w) => w > 0)) {
    throw new RangeError('weights must be 0 or positive, and not all 0');
  }
  return options.predictor_type === 'multiclass_classifier' ? fitSeveral(settings) : fitSingle(settings);
}
