import type { StateValue } from '@aws-sdk/client-cloudwatch';
import { ServiceError } from '@cairn/emulator-kit';
import { parseArn } from '../messaging/arn.ts';
import { alarmPrincipal } from './arns.ts';
import { describeConfiguration } from './describe.ts';
import { notSupported, validation } from './errors.ts';
import { addHistory } from './history.ts';
import type { Alarm, CloudWatchCall } from './state.ts';

const REGION_NAMES: Readonly<Record<string, string>> = {
  'us-east-1': 'US East (N. Virginia)',
  'us-east-2': 'US East (Ohio)',
  'us-west-2': 'US West (Oregon)',
  'eu-west-1': 'EU (Ireland)',
  'eu-central-1': 'EU (Frankfurt)',
};

/** Throws ValidationError for an action that is no ARN, or of a kind that the sandbox has not. */
export function checkActions(actions: readonly string[]): void {
  for (const action of actions) {
    const service = /^arn:aws[a-z-]*:([a-z0-9-]+):/.exec(action)?.[1]; // `arn:aws:automate:us-east-1:ec2:stop` has no account
    if (service === undefined) throw validation(`Invalid arn syntax: ${action}`);
    if (service !== 'sns' && service !== 'lambda') {
      throw notSupported(`The alarm action ${action} (only SNS topics and Lambda functions)`);
    }
  }
}

export interface Change {
  readonly from: StateValue;
  readonly at: number;
}

/** Runs the actions of an alarm's new state; how each went is in the alarm's history. */
export async function runActions(call: CloudWatchCall, alarm: Alarm, change: Change): Promise<void> {
  if (!alarm.areActionsEnabled) return;
  for (const action of actionsOf(alarm)) {
    try {
      if (parseArn(action)?.service === 'lambda') await invokeFunction(call, alarm, action, change);
      else await publish(call, alarm, action, change);
      addActionHistory(call, alarm, action, undefined);
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      addActionHistory(call, alarm, action, error);
    }
  }
}

function actionsOf(alarm: Alarm): readonly string[] {
  if (alarm.state === 'ALARM') return alarm.alarmActions;
  return alarm.state === 'OK' ? alarm.okActions : alarm.insufficientDataActions;
}

function addActionHistory(call: CloudWatchCall, alarm: Alarm, action: string, error: ServiceError | undefined): void {
  const outcome = error ? `Failed to execute action ${action}. Received error: "${error.message}"` : undefined;
  addHistory(call, alarm, 'Action', outcome ?? `Successfully executed action ${action}`, {
    actionState: error ? 'Failed' : 'Succeeded',
    stateUpdateTimestamp: alarm.stateUpdatedAt,
    notificationResource: action,
    publishedMessage: null,
    error: error ? `${error.code}: ${error.message}` : null,
  });
}

async function publish(call: CloudWatchCall, alarm: Alarm, TopicArn: string, change: Change): Promise<void> {
  const region = REGION_NAMES[call.region] ?? call.region;
  const input = {
    TopicArn,
    Subject: `${alarm.state}: "${alarm.name}" in ${region}`.slice(0, 100),
    Message: JSON.stringify(notification(call, alarm, region, change)),
  };
  await call.invoke('sns', 'Publish', input, alarmPrincipal(call, alarm, 'cloudwatch.amazonaws.com'));
}

/** The message that subscribers of an alarm's topic know. */
function notification(call: CloudWatchCall, alarm: Alarm, region: string, { from, at }: Change): object {
  return {
    AlarmName: alarm.name,
    AlarmDescription: alarm.description ?? null,
    AWSAccountId: call.accountId,
    AlarmConfigurationUpdatedTimestamp: awsTime(alarm.configuredAt),
    NewStateValue: alarm.state,
    NewStateReason: alarm.stateReason,
    StateChangeTime: awsTime(at),
    Region: region,
    AlarmArn: alarm.arn,
    OldStateValue: from,
    OKActions: alarm.okActions,
    AlarmActions: alarm.alarmActions,
    InsufficientDataActions: alarm.insufficientDataActions,
    ...(alarm.kind === 'composite' ? { AlarmRule: alarm.rule } : { Trigger: triggerOf(alarm) }),
  };
}

function triggerOf(alarm: Alarm & { readonly kind: 'metric' }): object {
  const common = {
    EvaluationPeriods: alarm.evaluationPeriods,
    DatapointsToAlarm: alarm.datapointsToAlarm ?? alarm.evaluationPeriods,
    ComparisonOperator: alarm.comparison,
    Threshold: alarm.threshold,
    TreatMissingData: alarm.missingData ?? '',
    EvaluateLowSampleCountPercentile: alarm.lowSampleCount ?? '',
  };
  const { metric } = alarm;
  if (metric.kind === 'math') return { Period: metric.periodSeconds, ...common, Metrics: metric.queries };
  return {
    MetricName: metric.metric.name,
    Namespace: metric.metric.namespace,
    StatisticType: metric.statistic === undefined ? 'ExtendedStatistic' : 'Statistic',
    ...(metric.statistic === undefined
      ? { ExtendedStatistic: metric.extendedStatistic }
      : { Statistic: metric.statistic.toUpperCase().replace('SAMPLECOUNT', 'SAMPLE_COUNT') }),
    Unit: metric.unit ?? null,
    Dimensions: metric.metric.dimensions.map(({ Name, Value }) => ({ value: Value, name: Name })),
    Period: metric.periodSeconds,
    ...common,
  };
}

async function invokeFunction(call: CloudWatchCall, alarm: Alarm, FunctionName: string, change: Change): Promise<void> {
  const event = {
    source: 'aws.cloudwatch',
    alarmArn: alarm.arn,
    accountId: call.accountId,
    time: awsTime(change.at),
    region: call.region,
    alarmData: {
      alarmName: alarm.name,
      state: {
        value: alarm.state,
        reason: alarm.stateReason,
        ...(alarm.stateReasonData === undefined ? {} : { reasonData: alarm.stateReasonData }),
        timestamp: awsTime(change.at),
      },
      previousState: { value: change.from },
      configuration: describeConfiguration(alarm),
    },
  };
  const input = { FunctionName, InvocationType: 'Event', Payload: new TextEncoder().encode(JSON.stringify(event)) };
  const principal = alarmPrincipal(call, alarm, 'lambda.alarms.cloudwatch.amazonaws.com');
  await call.invoke('lambda', 'Invoke', input, principal);
}

/** `2019-10-02T17:20:48.551+0000` */
export const awsTime = (at: number): string => new Date(at).toISOString().replace('Z', '+0000');
