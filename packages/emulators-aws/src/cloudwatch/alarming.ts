import type { StateValue } from '@aws-sdk/client-cloudwatch';
import { awsTime, runActions } from './actions.ts';
import { holds, parseRule } from './composite-rule.ts';
import { describeConfiguration } from './describe.ts';
import { type Datapoint, evaluationRange, judge } from './evaluation.ts';
import { addHistory } from './history.ts';
import { planQueries, QueryRun } from './queries.ts';
import { reasonOf } from './reason.ts';
import { MINUTE_SECONDS, read, type Stretch } from './series.ts';
import type { Alarm, AlarmMetric, CloudWatchCall, CompositeAlarm, MetricAlarm } from './state.ts';
import { statisticReader } from './statistics.ts';

export const TICK_TIMER = 'tick';
const FAST_TICK_SECONDS = 10;

/** What EventBridge rules and endpoints that roll back hear of an alarm. */
export interface AlarmChange {
  readonly alarmName: string;
  readonly alarmArn: string;
  readonly previous: StateValue;
  readonly state: StateValue;
  readonly reason: string;
  readonly reasonData: string | undefined;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly configuration: object;
}

/** Sees to it that the alarms are looked at, every minute, or every ten seconds while one has a shorter period. */
export function watchAlarms(call: CloudWatchCall): void {
  const { state } = call;
  if (state.tickTimer !== undefined) call.cancel(state.tickTimer);
  state.tickTimer = undefined;
  if (state.alarms.size === 0) return;
  const isFast = [...state.alarms.values()].some((alarm) => alarm.kind === 'metric' && isShort(alarm));
  const step = (isFast ? FAST_TICK_SECONDS : MINUTE_SECONDS) * 1000;
  state.tickTimer = call.later(step - (call.now() % step), TICK_TIMER, {});
}

const isShort = ({ metric }: MetricAlarm): boolean => metric.periodSeconds < MINUTE_SECONDS;

/** Looks at all alarms at the end of a minute. */
export async function tick(call: CloudWatchCall): Promise<void> {
  call.state.tickTimer = undefined;
  watchAlarms(call);
  const isMinute = Math.floor(call.now() / 1000) % MINUTE_SECONDS < FAST_TICK_SECONDS;
  for (const alarm of [...call.state.alarms.values()]) {
    if (alarm.kind === 'metric' && (isMinute || isShort(alarm))) await evaluate(call, alarm);
  }
  await evaluateComposites(call);
}

async function evaluate(call: CloudWatchCall, alarm: MetricAlarm): Promise<void> {
  const range = rangeOf(call, alarm);
  const { evaluationPeriods, datapointsToAlarm = evaluationPeriods, threshold, comparison } = alarm;
  const missingData = alarm.missingData ?? 'missing';
  const verdict = judge(range, { evaluationPeriods, datapointsToAlarm, threshold, comparison, missingData });
  if (verdict.state === undefined || verdict.state === alarm.state) return;
  const { text, data } = reasonOf(alarm, verdict, call.now(), range);
  await changeState(call, alarm, { state: verdict.state, reason: text, reasonData: data });
}

/** The datapoints of the evaluation range, newest first. Periods end with the last whole minute. */
function rangeOf(call: CloudWatchCall, alarm: MetricAlarm): (Datapoint | undefined)[] {
  const { metric } = alarm;
  const periods = evaluationRange(alarm.evaluationPeriods);
  const step = isShort(alarm) ? metric.periodSeconds : MINUTE_SECONDS;
  const toSeconds = Math.floor(call.now() / 1000 / step) * step;
  const { periodSeconds } = metric;
  const stretch = { fromSeconds: toSeconds - periods * periodSeconds, toSeconds, periodSeconds };
  const points = pointsOf(call, metric, stretch);
  return Array.from({ length: periods }, (_, index) => {
    const at = toSeconds - (index + 1) * periodSeconds;
    const value = points.get(at);
    return value === undefined ? undefined : { at, value };
  });
}

function pointsOf(call: CloudWatchCall, metric: AlarmMetric, stretch: Stretch): ReadonlyMap<number, number> {
  if (metric.kind === 'math') return mathPoints(call, metric, stretch);
  const statistic = statisticReader(metric.statistic ?? metric.extendedStatistic ?? '');
  const points = new Map<number, number>();
  for (const [at, bucket] of read(call.state, call.now(), metric.metric, metric.unit, stretch)) {
    const value = statistic(bucket);
    if (value !== undefined) points.set(at, value);
  }
  return points;
}

function mathPoints(
  call: CloudWatchCall,
  { queries }: AlarmMetric & { readonly kind: 'math' },
  stretch: Stretch,
): ReadonlyMap<number, number> {
  const plan = planQueries(queries, 'Metrics');
  const run = new QueryRun(call.state, call.now(), plan, (periodSeconds) => ({ ...stretch, periodSeconds }));
  const returned = plan.queries.find(({ isReturned }) => isReturned);
  const [series] = returned ? run.seriesOf(returned) : [];
  return series?.points ?? new Map();
}

/** Composite alarms follow the others; one may follow another, so it goes on until nothing changes. */
async function evaluateComposites(call: CloudWatchCall): Promise<void> {
  const composites = [...call.state.alarms.values()].filter((alarm) => alarm.kind === 'composite');
  for (let round = 0; round <= composites.length; round += 1) {
    let hasChanged = false;
    for (const alarm of composites) hasChanged = (await evaluateComposite(call, alarm)) || hasChanged;
    if (!hasChanged) return;
  }
}

async function evaluateComposite(call: CloudWatchCall, alarm: CompositeAlarm): Promise<boolean> {
  const { alarms } = call.state;
  const isAlarm = holds(parseRule(alarm.rule), (name) => alarms.get(name)?.state);
  const state: StateValue = isAlarm ? 'ALARM' : 'OK';
  if (state === alarm.state) return false;
  const reason = `${alarm.arn} transitioned to ${state} at ${call.date().toUTCString()}: AlarmRule is ${isAlarm}.`;
  await changeState(call, alarm, { state, reason, reasonData: undefined });
  return true;
}

export interface NewState {
  readonly state: StateValue;
  readonly reason: string;
  readonly reasonData: string | undefined;
}

/** Puts an alarm into a state: history, listeners and, when it is another state than before, its actions. */
export async function changeState(call: CloudWatchCall, alarm: Alarm, next: NewState): Promise<void> {
  const from = alarm.state;
  const at = call.now();
  const before = { stateValue: from, stateReason: alarm.stateReason };
  alarm.state = next.state;
  alarm.stateReason = next.reason;
  alarm.stateReasonData = next.reasonData;
  alarm.stateUpdatedAt = at;
  if (from === next.state) return;
  alarm.stateTransitionedAt = at;
  const now = { stateValue: next.state, stateReason: next.reason };
  addHistory(call, alarm, 'StateUpdate', `Alarm updated from ${from} to ${next.state}`, {
    oldState: before,
    newState: next.reasonData === undefined ? now : { ...now, stateReasonData: JSON.parse(next.reasonData) },
  });
  call.emit('cloudwatch:alarm', changeOf(alarm, from, at));
  call.emit('events:put', eventOf(alarm, from, at));
  await runActions(call, alarm, { from, at });
}

/** A change by hand, and the composite alarms that follow from it. */
export async function setState(call: CloudWatchCall, alarm: Alarm, next: NewState): Promise<void> {
  await changeState(call, alarm, next);
  await evaluateComposites(call);
}

const changeOf = (alarm: Alarm, previous: StateValue, at: number): AlarmChange => ({
  alarmName: alarm.name,
  alarmArn: alarm.arn,
  previous,
  state: alarm.state,
  reason: alarm.stateReason,
  reasonData: alarm.stateReasonData,
  at,
  configuration: describeConfiguration(alarm),
});

/** User guide, "Alarm events and EventBridge". */
const eventOf = (alarm: Alarm, previous: StateValue, at: number) => ({
  source: 'aws.cloudwatch',
  detailType: 'CloudWatch Alarm State Change',
  resources: [alarm.arn],
  detail: {
    alarmName: alarm.name,
    state: {
      value: alarm.state,
      reason: alarm.stateReason,
      ...(alarm.stateReasonData === undefined ? {} : { reasonData: alarm.stateReasonData }),
      timestamp: awsTime(at),
    },
    previousState: { value: previous },
    configuration: describeConfiguration(alarm),
  },
});
