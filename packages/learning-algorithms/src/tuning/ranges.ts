import type { Rng } from '@cairn/kernel';

export type Scaling = 'Linear' | 'Logarithmic' | 'ReverseLogarithmic';

/** Values that a hyperparameter may take. */
export type ParameterRange =
  | {
      readonly kind: 'integer' | 'continuous';
      readonly name: string;
      readonly min: number;
      readonly max: number;
      readonly scaling: Scaling;
    }
  | { readonly kind: 'categorical'; readonly name: string; readonly values: readonly string[] };

export type ParameterValue = number | string;
/** By the hyperparameter's name. */
export type Parameters = Readonly<Record<string, ParameterValue>>;

/** Range in the shape of SageMaker's CreateHyperParameterTuningJob: numbers are texts. */
type WireRange = {
  readonly Name: string;
  readonly MinValue: string;
  readonly MaxValue: string;
  readonly ScalingType?: string;
};

export type WireRanges = {
  readonly IntegerParameterRanges?: readonly WireRange[];
  readonly ContinuousParameterRanges?: readonly WireRange[];
  readonly CategoricalParameterRanges?: readonly { readonly Name: string; readonly Values: readonly string[] }[];
};

export type RangesOutcome =
  | { readonly outcome: 'ranges'; readonly ranges: readonly ParameterRange[] }
  | { readonly outcome: 'fault'; readonly messages: readonly string[] };

/** A factor between the ends from which `Auto` means a logarithmic scale. */
const AUTO_FACTOR = 1000;

function scalingOf(type: string, min: number, max: number): Scaling | undefined {
  if (type === 'Auto') return min > 0 && max / min >= AUTO_FACTOR ? 'Logarithmic' : 'Linear';
  return (['Linear', 'Logarithmic', 'ReverseLogarithmic'] as const).find((scaling) => scaling === type);
}

type NumberRange = Extract<ParameterRange, { kind: 'integer' | 'continuous' }>;

function boundsFault({ name, kind, min, max }: NumberRange): string | undefined {
  if (!(Number.isFinite(min) && Number.isFinite(max) && min <= max)) {
    return `Parameter ${name} runs from ${min} to ${max}: MinValue must be a number no greater than MaxValue.`;
  }
  const isWhole = Number.isInteger(min) && Number.isInteger(max);
  return kind === 'continuous' || isWhole
    ? undefined
    : `Parameter ${name} is an integer, so ${min} and ${max} must be whole numbers.`;
}

function scalingFault({ name, kind, min, max, scaling }: NumberRange): string | undefined {
  if (scaling === 'Logarithmic' && min <= 0) {
    return `Parameter ${name} has logarithmic scaling, so its MinValue ${min} must be above 0.`;
  }
  if (scaling !== 'ReverseLogarithmic') return undefined;
  const isUsable = kind === 'continuous' && min >= 0 && max < 1;
  return isUsable
    ? undefined
    : `Parameter ${name} has reverse logarithmic scaling, which needs a continuous range within [0, 1).`;
}

/** One sentence on what is wrong with a range; undefined if nothing is. */
export function rangeFault(range: ParameterRange): string | undefined {
  if (range.kind !== 'categorical') return boundsFault(range) ?? scalingFault(range);
  return range.values.length > 0 ? undefined : `Parameter ${range.name} has no values: name at least one.`;
}

function numberRange(kind: 'integer' | 'continuous', { Name, MinValue, MaxValue, ScalingType = 'Auto' }: WireRange) {
  const min = MinValue.trim() === '' ? Number.NaN : Number(MinValue);
  const max = MaxValue.trim() === '' ? Number.NaN : Number(MaxValue);
  const scaling = scalingOf(ScalingType, min, max);
  const types = 'Auto, Linear, Logarithmic or ReverseLogarithmic';
  if (scaling === undefined) return `Parameter ${Name} has the scaling type ${ScalingType}: use ${types}.`;
  const range: ParameterRange = { kind, name: Name, min, max, scaling };
  return rangeFault(range) ?? range;
}

/**
 * Reads SageMaker's ParameterRanges; all faults are collected.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/automatic-model-tuning-define-ranges.html
 */
export function readRanges(wire: WireRanges): RangesOutcome {
  const categorical = (wire.CategoricalParameterRanges ?? []).map(({ Name, Values }) => {
    const range: ParameterRange = { kind: 'categorical', name: Name, values: Values };
    return rangeFault(range) ?? range;
  });
  const results = [
    ...(wire.IntegerParameterRanges ?? []).map((range) => numberRange('integer', range)),
    ...(wire.ContinuousParameterRanges ?? []).map((range) => numberRange('continuous', range)),
    ...categorical,
  ];
  const messages = results.filter((result) => typeof result === 'string');
  const ranges = results.filter((result) => typeof result !== 'string');
  const twice = ranges.find(({ name }, i) => ranges.findIndex((range) => range.name === name) !== i);
  if (twice) messages.push(`Parameter ${twice.name} has two ranges: keep one.`);
  return messages.length > 0 ? { outcome: 'fault', messages } : { outcome: 'ranges', ranges };
}

const scaled = (value: number, scaling: Scaling): number => {
  if (scaling === 'Linear') return value;
  return scaling === 'Logarithmic' ? Math.log(value) : -Math.log1p(-value);
};

const unscaled = (value: number, scaling: Scaling): number => {
  if (scaling === 'Linear') return value;
  return scaling === 'Logarithmic' ? Math.exp(value) : -Math.expm1(-value);
};

const clamp = (value: number, min: number, max: number): number => Math.min(Math.max(value, min), max);

/** Value at a share of the range, on its scale; whole numbers have equal parts of it. */
export function valueAt(range: ParameterRange, share: number): ParameterValue {
  if (range.kind === 'categorical') {
    const at = Math.min(Math.floor(share * range.values.length), range.values.length - 1);
    return range.values[at] ?? '';
  }
  const { kind, min, max, scaling } = range;
  const isWhole = kind === 'integer';
  // Half a step beyond either end gives the first and last whole number as much room as the others.
  const low = scaled(isWhole ? Math.max(min - 0.5, scaling === 'Linear' ? min - 0.5 : 0.5) : min, scaling);
  const high = scaled(isWhole ? max + 0.5 : max, scaling);
  const value = unscaled(low + share * (high - low), scaling);
  return clamp(isWhole ? Math.round(value) : value, min, max);
}

/** Place of a value in [0, 1], on the range's scale; categories have no order and no place. */
export function shareOf(range: NumberRange, value: number): number {
  const low = scaled(range.min, range.scaling);
  const high = scaled(range.max, range.scaling);
  return high === low ? 0.5 : (scaled(value, range.scaling) - low) / (high - low);
}

/** One random value of each range. */
export const drawParameters = (ranges: readonly ParameterRange[], rng: Rng): Parameters =>
  Object.fromEntries(ranges.map((range) => [range.name, valueAt(range, rng.next())]));
