import type {
  AlarmHistoryItem,
  DescribeAlarmHistoryInput,
  DescribeAlarmHistoryOutput,
} from '@aws-sdk/client-cloudwatch';
import { operation } from '@cairn/emulator-kit';
import { pageToken, readPageToken } from '../../messaging/page-token.ts';
import { alarmNeed } from '../arns.ts';
import { invalidNextToken } from '../errors.ts';
import type { CloudWatchState, HistoryItem } from '../state.ts';

const DEFAULT_RECORDS = 100;

export const describeAlarmHistory = operation<CloudWatchState, DescribeAlarmHistoryInput, DescribeAlarmHistoryOutput>({
  fidelity: 'real',
  needs: ({ AlarmName: name = '*' }, call) => alarmNeed(call, 'DescribeAlarmHistory', name),
  handle: (input, { state }) => {
    const found = state.history.filter((item) => isMeant(item, input));
    if (input.ScanBy !== 'TimestampAscending') found.reverse();
    const offset = input.NextToken === undefined ? 0 : readPageToken(input.NextToken)?.offset;
    if (typeof offset !== 'number') throw invalidNextToken();
    const end = offset + (input.MaxRecords ?? DEFAULT_RECORDS);
    return {
      AlarmHistoryItems: found.slice(offset, end).map(describe),
      ...(end < found.length ? { NextToken: pageToken({ offset: end }) } : {}),
    };
  },
});

function isMeant(item: HistoryItem, input: DescribeAlarmHistoryInput): boolean {
  const { AlarmTypes: types = ['MetricAlarm'], AlarmName: name, HistoryItemType: type } = input;
  return (
    types.includes(typeOf(item)) &&
    (name === undefined || item.alarmName === name) &&
    (type === undefined || item.type === type) &&
    item.at >= (input.StartDate?.getTime() ?? 0) &&
    item.at <= (input.EndDate?.getTime() ?? Number.POSITIVE_INFINITY)
  );
}

const typeOf = ({ alarmKind }: HistoryItem) => (alarmKind === 'metric' ? 'MetricAlarm' : 'CompositeAlarm');

const describe = (item: HistoryItem): AlarmHistoryItem => ({
  AlarmName: item.alarmName,
  AlarmType: typeOf(item),
  Timestamp: new Date(item.at),
  HistoryItemType: item.type,
  HistorySummary: item.summary,
  HistoryData: item.data,
});
