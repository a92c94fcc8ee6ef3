import { momentsOf } from '../../numbers/moments.ts';
import { type ActionParameters, type Operation, textOf, withColumn, withNumbers, withSource } from '../operation.ts';
import { kindOf, type TextTable } from '../text-table.ts';
import { listOf } from './columns.ts';

/** DataBrew's limit: more columns than this are seldom a good encoding. */
const MOST_CATEGORIES = 10;

/** One 0/1 column a value, named `source_value`; a missing value is 0 in all of them. */
const oneHot: Operation = (table, parameters) =>
  withSource(table, parameters, (column, name) => {
    const values = [...new Set(column.filter((value) => kindOf(value) !== 'missing'))].sort();
    if (values.length > MOST_CATEGORIES) {
      return `column "${name}" has ${values.length} distinct values, but one-hot encoding takes at most ${MOST_CATEGORIES}`;
    }
    return values.reduce<TextTable>(
      (result, value) =>
        withColumn(
          result,
          `${name}_${value}`,
          column.map((own) => (own === value ? '1' : '0')),
        ),
      table,
    );
  });

type Scale = (values: Float64Array, parameters: ActionParameters) => ((value: number) => number) | string;

const minMax: Scale = (values) => {
  const { min, max } = momentsOf(values);
  return max > min ? (value) => (value - min) / (max - min) : () => 0;
};

const zScore: Scale = (values) => {
  const { count, mean, squares } = momentsOf(values);
  const deviation = Math.sqrt(squares / (count - 1));
  return deviation > 0 ? (value) => (value - mean) / deviation : () => 0;
};

const meanNormalization: Scale = (values) => {
  const { mean, min, max } = momentsOf(values);
  return max > min ? (value) => (value - mean) / (max - min) : () => 0;
};

const scaleBetween: Scale = (values, { minValue = '', maxValue = '' }) => {
  const [low, high] = [Number(minValue || Number.NaN), Number(maxValue || Number.NaN)];
  if (!(low < high))
    return `minValue ${minValue || 'is not set'} and maxValue ${maxValue || 'is not set'} must be numbers in ascending order`;
  const share = minMax(values, {});
  return typeof share === 'string' ? share : (value) => low + (high - low) * share(value);
};

/** A column that does not vary becomes zeros. The result replaces the column, or goes to targetColumn. */
const scaling =
  (scale: Scale): Operation =>
  (table, parameters) =>
    withNumbers(table, parameters, (values, name) => {
      const change = scale(values, parameters);
      if (typeof change === 'string') return change;
      return withColumn(
        table,
        parameters.targetColumn ?? name,
        Array.from(values, (value) => textOf(change(value))),
      );
    });

const STRATEGIES: Readonly<Record<string, Scale>> = {
  MIN_MAX: minMax,
  SCALE_BETWEEN: scaleBetween,
  MEAN_NORMALIZATION: meanNormalization,
  Z_SCORE: zScore,
};

const normalization: Operation = (table, parameters, holds) => {
  const { strategy = '' } = parameters;
  const scale = Object.hasOwn(STRATEGIES, strategy) ? STRATEGIES[strategy] : undefined;
  if (scale === undefined) return `strategy is "${strategy}", but must be one of ${Object.keys(STRATEGIES).join(', ')}`;
  return scaling(scale)(table, parameters, holds);
};

/** Bins between successive splits, [low, high); the last one holds its upper end, too. */
const bucketization: Operation = (table, parameters) =>
  withNumbers(table, parameters, (values) => {
    const names = listOf(parameters.bucketNames ?? '');
    const splits = listOf(parameters.splits ?? '')?.map(Number);
    const { targetColumn } = parameters;
    if (targetColumn === undefined) return 'the parameter targetColumn is missing';
    if (names === undefined || splits === undefined) return 'bucketNames and splits must be JSON lists';
    if (splits.length !== names.length + 1)
      return `${names.length} buckets need ${names.length + 1} splits, not ${splits.length}`;
    if (splits.some((split, k) => !(split > (splits[k - 1] ?? Number.NEGATIVE_INFINITY)) && k > 0))
      return 'splits must ascend';
    const binOf = (value: number) => {
      if (value === splits.at(-1)) return names.at(-1) ?? '';
      const at = splits.findIndex((low, k) => value >= low && value < (splits[k + 1] ?? Number.NEGATIVE_INFINITY));
      return names[at] ?? '';
    };
    return withColumn(table, targetColumn, Array.from(values, binOf));
  });

/** 1 above the threshold, else 0; `flip` turns it around. */
const binarization: Operation = (table, parameters) =>
  withNumbers(table, parameters, (values) => {
    const { targetColumn, thresholdValue = '', flip = 'false' } = parameters;
    if (targetColumn === undefined) return 'the parameter targetColumn is missing';
    if (kindOf(thresholdValue) === 'missing' || kindOf(thresholdValue) === 'text') {
      return `thresholdValue is "${thresholdValue}", but must be a number`;
    }
    const isHigh = (value: number) => value > Number(thresholdValue) !== (flip === 'true');
    const flags = Array.from(values, (value) => (Number.isNaN(value) ? '' : isHigh(value) ? '1' : '0'));
    return withColumn(table, targetColumn, flags);
  });

export const FEATURE_OPERATIONS = {
  ONE_HOT_ENCODING: oneHot,
  BUCKETIZATION: bucketization,
  BINARIZATION: binarization,
  NORMALIZATION: normalization,
  MIN_MAX_NORMALIZATION: scaling(minMax),
  Z_SCORE_NORMALIZATION: scaling(zScore),
} satisfies Readonly<Record<string, Operation>>;
