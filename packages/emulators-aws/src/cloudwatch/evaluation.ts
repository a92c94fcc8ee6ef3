import type { ComparisonOperator, StateValue } from '@aws-sdk/client-cloudwatch';
import type { MissingData } from './state.ts';

/**
 * How an alarm judges its datapoints.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html
 */
export interface Judgement {
  readonly evaluationPeriods: number;
  readonly datapointsToAlarm: number;
  readonly threshold: number;
  readonly comparison: ComparisonOperator;
  readonly missingData: MissingData;
}

export interface Datapoint {
  /** Start of its period, in seconds since 1970. */
  readonly at: number;
  readonly value: number;
}

export interface Verdict {
  /** Undefined: the state stays what it is. */
  readonly state: StateValue | undefined;
  /** The real datapoints that counted, newest first. */
  readonly evaluated: readonly Datapoint[];
  readonly filled: number;
}

/** CloudWatch looks further back than it must, so that late or missing points do no harm. */
const EXTRA_PERIODS = 2;

export const evaluationRange = (evaluationPeriods: number): number => evaluationPeriods + EXTRA_PERIODS;

const OPERATORS: Readonly<Partial<Record<ComparisonOperator, (value: number, threshold: number) => boolean>>> = {
  GreaterThanOrEqualToThreshold: (value, threshold) => value >= threshold,
  GreaterThanThreshold: (value, threshold) => value > threshold,
  LessThanThreshold: (value, threshold) => value < threshold,
  LessThanOrEqualToThreshold: (value, threshold) => value <= threshold,
};

/** The operators that compare with a number; the others need anomaly detection. */
export const isPlainOperator = (comparison: ComparisonOperator): boolean => OPERATORS[comparison] !== undefined;

/**
 * The state that datapoints give.
 *
 * @param range one entry a period of the evaluation range, newest first; undefined where there is no data
 */
export function judge(range: readonly (Datapoint | undefined)[], judgement: Judgement): Verdict {
  const { evaluationPeriods, missingData } = judgement;
  const real = range.filter((point) => point !== undefined);
  const evaluated = real.slice(0, evaluationPeriods);
  const filled = evaluationPeriods - evaluated.length;
  const breaching = evaluated.filter((point) => isBreaching(point, judgement)).length;
  const isAlarm = (count: number): StateValue => (count >= judgement.datapointsToAlarm ? 'ALARM' : 'OK');
  const verdict = (state: StateValue | undefined): Verdict => ({ state, evaluated, filled });
  if (filled === 0 || missingData === 'notBreaching') return verdict(isAlarm(breaching));
  if (missingData === 'breaching') return verdict(isAlarm(breaching + filled));
  if (isAlarm(breaching) === 'ALARM') return verdict('ALARM');
  if (missingData === 'ignore') return verdict(breaching === evaluated.length ? undefined : 'OK');
  if (evaluated.length === 0) return verdict('INSUFFICIENT_DATA');
  return verdict(isPremature(range, breaching === evaluated.length, judgement) ? 'ALARM' : 'OK');
}

/** Whether a datapoint is beyond the threshold. */
export function isBreaching(
  { value }: Datapoint,
  { comparison, threshold }: Pick<Judgement, 'comparison' | 'threshold'>,
): boolean {
  return OPERATORS[comparison]?.(value, threshold) ?? false;
}

/**
 * All there is breaches, and the oldest of it is as many periods old as datapoints are needed: waiting for the missing
 * ones would only delay the alarm.
 */
function isPremature(
  range: readonly (Datapoint | undefined)[],
  areAllBreaching: boolean,
  { datapointsToAlarm }: Judgement,
): boolean {
  const oldest = range.findLastIndex((point) => point !== undefined);
  return areAllBreaching && oldest + 1 >= datapointsToAlarm;
}
