import { awsTime } from './actions.ts';
import { type Datapoint, isBreaching, type Verdict } from './evaluation.ts';
import type { MetricAlarm } from './state.ts';

/** Why an alarm is in its state, in CloudWatch's words. */
export interface Reason {
  readonly text: string;
  readonly data: string;
}

const WORDS: Readonly<Record<string, string>> = {
  GreaterThanOrEqualToThreshold: 'greater than or equal to',
  GreaterThanThreshold: 'greater than',
  LessThanThreshold: 'less than',
  LessThanOrEqualToThreshold: 'less than or equal to',
};

export function reasonOf(
  alarm: MetricAlarm,
  { state, evaluated, filled }: Verdict,
  now: number,
  range: readonly (Datapoint | undefined)[],
): Reason {
  const text =
    state === 'INSUFFICIENT_DATA'
      ? `Insufficient Data: ${counted(filled, 'datapoint')} ${filled === 1 ? 'was' : 'were'} unknown.`
      : `Threshold Crossed: ${crossing(alarm, state === 'ALARM', evaluated, filled)}`;
  return { text, data: JSON.stringify(reasonData(alarm, now, range)) };
}

/** Names the datapoints that speak for the state: the breaching ones for ALARM, the others for OK. */
function crossing(alarm: MetricAlarm, isAlarm: boolean, evaluated: readonly Datapoint[], filled: number): string {
  const { evaluationPeriods: periods, datapointsToAlarm = periods } = alarm;
  const speaking = evaluated.filter((point) => isBreaching(point, alarm) === isAlarm);
  if (speaking.length === 0) return treatedOnly(alarm, isAlarm, evaluated.length, filled);
  const list = speaking.map(({ at, value }) => `${decimal(value)} (${shortTime(at)})`).join(', ');
  const relation = `${speaking.length === 1 ? 'was' : 'were'} ${isAlarm ? '' : 'not '}${WORDS[alarm.comparison]}`;
  const least = counted(isAlarm ? datapointsToAlarm : periods - datapointsToAlarm + 1, 'datapoint');
  const transition = `(minimum ${least} for ${isAlarm ? 'OK -> ALARM' : 'ALARM -> OK'} transition)`;
  const out = `${speaking.length} out of the last ${periods} datapoints [${list}]`;
  return `${out} ${relation} the threshold (${decimal(alarm.threshold)}) ${transition}.`;
}

/** The state follows from how missing datapoints are treated. */
function treatedOnly(alarm: MetricAlarm, isAlarm: boolean, found: number, filled: number): string {
  const none = `no datapoints were received for ${counted(alarm.evaluationPeriods, 'period')} and `;
  const treated = `${filled === 1 ? 'was' : 'were'} treated as [${isAlarm ? 'Breaching' : 'NonBreaching'}]`;
  return `${found === 0 ? none : ''}${counted(filled, 'missing datapoint')} ${treated}.`;
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

const decimal = (value: number): string => (Number.isInteger(value) ? value.toFixed(1) : String(value));

/** `02/10/19 17:16:00` */
function shortTime(atSeconds: number): string {
  const [date = '', time = ''] = new Date(atSeconds * 1000).toISOString().split('T');
  const [year = '', month, day] = date.split('-');
  return `${day}/${month}/${year.slice(2)} ${time.slice(0, 8)}`;
}

function reasonData(alarm: MetricAlarm, now: number, range: readonly (Datapoint | undefined)[]): object {
  const { metric } = alarm;
  const recent = range.filter((point) => point !== undefined).reverse();
  const [first] = recent;
  return {
    version: '1.0',
    queryDate: awsTime(now),
    ...(first ? { startDate: awsTime(first.at * 1000) } : {}),
    ...(metric.kind === 'single' ? { statistic: metric.statistic ?? metric.extendedStatistic } : {}),
    period: metric.periodSeconds,
    recentDatapoints: recent.map(({ value }) => value),
    threshold: alarm.threshold,
    evaluatedDatapoints: [...recent].reverse().map(({ at, value }) => ({ timestamp: awsTime(at * 1000), value })),
  };
}
