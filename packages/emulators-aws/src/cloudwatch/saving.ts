import type { Tag } from '@aws-sdk/client-cloudwatch';
import { watchAlarms } from './alarming.ts';
import { alarmArn } from './arns.ts';
import { describeConfiguration } from './describe.ts';
import { validation } from './errors.ts';
import { addHistory } from './history.ts';
import type { Alarm, CloudWatchCall } from './state.ts';

const UNCHECKED = 'Unchecked: Initial alarm creation';

interface CommonInput {
  readonly AlarmName: string;
  readonly AlarmDescription?: string | undefined;
  readonly ActionsEnabled?: boolean | undefined;
  readonly OKActions?: readonly string[] | undefined;
  readonly AlarmActions?: readonly string[] | undefined;
  readonly InsufficientDataActions?: readonly string[] | undefined;
  readonly Tags?: readonly Tag[] | undefined;
}

/** What every alarm has: as given, over the state and tags that it had before. */
export function commonOf(call: CloudWatchCall, input: CommonInput) {
  const before = call.state.alarms.get(input.AlarmName);
  const now = call.now();
  return {
    name: input.AlarmName,
    arn: alarmArn(call, input.AlarmName),
    description: input.AlarmDescription,
    areActionsEnabled: input.ActionsEnabled ?? true,
    okActions: input.OKActions ?? [],
    alarmActions: input.AlarmActions ?? [],
    insufficientDataActions: input.InsufficientDataActions ?? [],
    configuredAt: now,
    state: before?.state ?? ('INSUFFICIENT_DATA' as const),
    stateReason: before?.stateReason ?? UNCHECKED,
    stateReasonData: before?.stateReasonData,
    stateUpdatedAt: before?.stateUpdatedAt ?? now,
    stateTransitionedAt: before?.stateTransitionedAt ?? now,
    // Tags of an alarm that is there already are changed by TagResource only.
    tags: before?.tags ?? new Map((input.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value])),
  };
}

/** Stores an alarm over the one of its name. Throws ValidationError when that one is of the other kind. */
export function saveAlarm(call: CloudWatchCall, alarm: Alarm): void {
  const { alarms } = call.state;
  const before = alarms.get(alarm.name);
  if (before && before.kind !== alarm.kind) {
    throw validation(`An alarm of another type with the name ${alarm.name} exists already.`);
  }
  alarms.set(alarm.name, alarm);
  const [verb, type] = before ? ['updated', 'Update'] : ['created', 'Create'];
  addHistory(call, alarm, 'ConfigurationUpdate', `Alarm "${alarm.name}" ${verb}`, {
    type,
    ...(type === 'Create'
      ? { createdAlarm: describeConfiguration(alarm) }
      : { updatedAlarm: describeConfiguration(alarm) }),
  });
  watchAlarms(call);
}
