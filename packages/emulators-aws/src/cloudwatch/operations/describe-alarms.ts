import type { DescribeAlarmsInput, DescribeAlarmsOutput } from '@aws-sdk/client-cloudwatch';
import { operation } from '@cairn/emulator-kit';
import { namedPage } from '../../messaging/page-token.ts';
import { alarmNeed } from '../arns.ts';
import { alarmsIn, parseRule } from '../composite-rule.ts';
import { describeCompositeAlarm, describeMetricAlarm } from '../describe.ts';
import { invalidCombination, invalidNextToken } from '../errors.ts';
import type { Alarm, CloudWatchState } from '../state.ts';

const DEFAULT_RECORDS = 50;

export const describeAlarms = operation<CloudWatchState, DescribeAlarmsInput, DescribeAlarmsOutput>({
  fidelity: 'real',
  needs: (_input, call) => alarmNeed(call, 'DescribeAlarms', '*'),
  handle: (input, { state }) => {
    if (input.AlarmNames && input.AlarmNamePrefix !== undefined) {
      throw invalidCombination('The parameters AlarmNames and AlarmNamePrefix are mutually exclusive.');
    }
    const found = [...state.alarms.values()].filter((alarm) => isMeant(alarm, input, state));
    const request = { token: input.NextToken, limit: input.MaxRecords ?? DEFAULT_RECORDS };
    const { items, nextToken } = namedPage(found, ({ name }) => name, request, invalidNextToken);
    return {
      MetricAlarms: items.flatMap((alarm) => (alarm.kind === 'metric' ? describeMetricAlarm(alarm) : [])),
      CompositeAlarms: items.flatMap((alarm) => (alarm.kind === 'composite' ? describeCompositeAlarm(alarm) : [])),
      ...(nextToken === undefined ? {} : { NextToken: nextToken }),
    };
  },
});

function isMeant(alarm: Alarm, input: DescribeAlarmsInput, state: CloudWatchState): boolean {
  const { AlarmTypes: types = ['MetricAlarm'], AlarmNames: names, AlarmNamePrefix: prefix = '' } = input;
  const isOfType = types.includes(alarm.kind === 'metric' ? 'MetricAlarm' : 'CompositeAlarm');
  // Without types only metric alarms are shown, unless they are asked for by name.
  if (!isOfType && !(input.AlarmTypes === undefined && isRelated(input))) return false;
  if (names && !names.includes(alarm.name)) return false;
  if (!alarm.name.startsWith(prefix)) return false;
  if (input.StateValue !== undefined && alarm.state !== input.StateValue) return false;
  return hasAction(alarm, input.ActionPrefix) && isInFamily(alarm, input, state);
}

const isRelated = ({ ChildrenOfAlarmName, ParentsOfAlarmName }: DescribeAlarmsInput): boolean =>
  ChildrenOfAlarmName !== undefined || ParentsOfAlarmName !== undefined;

function hasAction({ alarmActions, okActions, insufficientDataActions }: Alarm, prefix: string | undefined): boolean {
  if (prefix === undefined) return true;
  return [...alarmActions, ...okActions, ...insufficientDataActions].some((action) => action.startsWith(prefix));
}

function isInFamily(alarm: Alarm, input: DescribeAlarmsInput, state: CloudWatchState): boolean {
  const { ChildrenOfAlarmName: parent, ParentsOfAlarmName: child } = input;
  if (parent !== undefined) return childrenOf(state.alarms.get(parent)).includes(alarm.name);
  return child === undefined || childrenOf(alarm).includes(child);
}

const childrenOf = (alarm: Alarm | undefined): readonly string[] =>
  alarm?.kind === 'composite' ? alarmsIn(parseRule(alarm.rule)) : [];
