import {
  CloudWatchClient,
  DeleteAlarmsCommand,
  DeleteDashboardsCommand,
  DescribeAlarmHistoryCommand,
  DescribeAlarmsCommand,
  DescribeAlarmsForMetricCommand,
  DisableAlarmActionsCommand,
  EnableAlarmActionsCommand,
  GetDashboardCommand,
  ListDashboardsCommand,
  PutCompositeAlarmCommand,
  PutDashboardCommand,
  PutMetricAlarmCommand,
  type PutMetricAlarmInput,
  PutMetricDataCommand,
  SetAlarmStateCommand,
} from '@aws-sdk/client-cloudwatch';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing.ts';
import { topicWithInbox } from './testing.ts';

const MINUTE = 60_000;
const START = Date.UTC(2026, 0, 5, 12);

let box: OpenSandbox;
let cloudwatch: CloudWatchClient;

beforeEach(async () => {
  vi.setSystemTime(START + 10_000); // clients sign with the machine's time
  box = await openSandbox({ id: 'alarms' });
  cloudwatch = box.client(CloudWatchClient);
});
afterEach(async () => {
  expect(box.bugs).toEqual([]);
  await box.close();
  vi.useRealTimers();
});

const send = (Value: number, MetricName = 'Errors') =>
  cloudwatch.send(new PutMetricDataCommand({ Namespace: 'App', MetricData: [{ MetricName, Value }] }));
const alarm = (more: Partial<PutMetricAlarmInput> = {}) =>
  cloudwatch.send(
    new PutMetricAlarmCommand({
      AlarmName: 'many-errors',
      Namespace: 'App',
      MetricName: 'Errors',
      Statistic: 'Sum',
      Period: 60,
      EvaluationPeriods: 1,
      Threshold: 5,
      ComparisonOperator: 'GreaterThanThreshold',
      ...more,
    }),
  );
const described = async (AlarmName = 'many-errors') => {
  const { MetricAlarms = [], CompositeAlarms = [] } = await cloudwatch.send(
    new DescribeAlarmsCommand({ AlarmNames: [AlarmName], AlarmTypes: ['MetricAlarm', 'CompositeAlarm'] }),
  );
  return [...MetricAlarms, ...CompositeAlarms][0];
};
const stateOf = async (name?: string) => (await described(name))?.StateValue;
const history = async (HistoryItemType: 'Action' | 'StateUpdate', AlarmName = 'many-errors') => {
  const { AlarmHistoryItems = [] } = await cloudwatch.send(
    new DescribeAlarmHistoryCommand({ AlarmName, HistoryItemType, ScanBy: 'TimestampAscending' }),
  );
  return AlarmHistoryItems.map(({ HistorySummary }) => HistorySummary);
};

describe('an alarm', () => {
  it('goes to ALARM at the end of the minute that breaches, and back', async () => {
    await alarm({ TreatMissingData: 'notBreaching' });
    expect(await stateOf()).toBe('INSUFFICIENT_DATA');

    await send(6);
    await box.advance(MINUTE);
    const inAlarm = await described();
    await send(1);
    await box.advance(MINUTE);

    expect(inAlarm?.StateValue).toBe('ALARM');
    expect(inAlarm?.StateReason).toBe(
      'Threshold Crossed: 1 out of the last 1 datapoints [6.0 (05/01/26 12:00:00)] was greater than the threshold (5.0) (minimum 1 datapoint for OK -> ALARM transition).',
    );
    expect(JSON.parse(inAlarm?.StateReasonData ?? '')).toMatchObject({
      recentDatapoints: [6],
      threshold: 5,
      period: 60,
    });
    expect(await stateOf()).toBe('OK');
    expect(await history('StateUpdate')).toEqual([
      'Alarm updated from INSUFFICIENT_DATA to ALARM',
      'Alarm updated from ALARM to OK',
    ]);
  });

  it('waits for as many datapoints as it is told', async () => {
    await alarm({ EvaluationPeriods: 3, DatapointsToAlarm: 2 });
    const states: (string | undefined)[] = [];
    for (const value of [9, 1, 9]) {
      await send(value);
      await box.advance(MINUTE);
      states.push(await stateOf());
    }

    expect(states).toEqual(['OK', 'OK', 'ALARM']);
    expect((await described())?.StateReason).toBe(
      'Threshold Crossed: 2 out of the last 3 datapoints [9.0 (05/01/26 12:02:00), 9.0 (05/01/26 12:00:00)] were greater than the threshold (5.0) (minimum 2 datapoints for OK -> ALARM transition).',
    );
  });

  it('has too little data once nothing comes any more', async () => {
    await alarm();
    await send(1);
    await box.advance(MINUTE);
    expect(await stateOf()).toBe('OK');

    await box.advance(5 * MINUTE);

    expect(await stateOf()).toBe('INSUFFICIENT_DATA');
    expect((await described())?.StateReason).toBe('Insufficient Data: 1 datapoint was unknown.');
  });

  it('may watch an expression', async () => {
    const metric = (Id: string, MetricName: string) => ({
      Id,
      ReturnData: false,
      MetricStat: { Metric: { Namespace: 'App', MetricName }, Period: 60, Stat: 'Sum' },
    });
    await cloudwatch.send(
      new PutMetricAlarmCommand({
        AlarmName: 'many-errors',
        EvaluationPeriods: 1,
        Threshold: 10,
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
        Metrics: [metric('e', 'Errors'), metric('c', 'Calls'), { Id: 'rate', Expression: '100 * e / c' }],
      }),
    );

    await send(2);
    await send(10, 'Calls');
    await box.advance(MINUTE);

    expect(await stateOf()).toBe('ALARM');
  });

  it('records that an action failed, and runs none while they are off', async () => {
    const topic = `arn:aws:sns:us-east-1:${box.tenant.accountId}:absent`;
    await alarm({ AlarmActions: [topic] });
    const set = (StateValue: 'ALARM' | 'OK') =>
      cloudwatch.send(new SetAlarmStateCommand({ AlarmName: 'many-errors', StateValue, StateReason: 'drill' }));

    await set('ALARM');
    await cloudwatch.send(new DisableAlarmActionsCommand({ AlarmNames: ['many-errors'] }));
    await set('OK');
    await set('ALARM');

    expect(await history('Action')).toEqual([expect.stringContaining(`Failed to execute action ${topic}`)]);
    await cloudwatch.send(new EnableAlarmActionsCommand({ AlarmNames: ['many-errors'] }));
    expect((await described())?.ActionsEnabled).toBe(true);
  });

  it('reaches a topic that lets CloudWatch publish', async () => {
    const inbox = await topicWithInbox(box, 'cloudwatch.amazonaws.com');
    await alarm({ AlarmActions: [inbox.TopicArn] });

    await send(6);
    await box.advance(MINUTE);

    const [message] = await inbox.received();
    expect(message?.Subject).toBe('ALARM: "many-errors" in US East (N. Virginia)');
    expect(JSON.parse(message?.Message ?? '')).toMatchObject({
      AlarmName: 'many-errors',
      NewStateValue: 'ALARM',
      OldStateValue: 'INSUFFICIENT_DATA',
      Trigger: { MetricName: 'Errors', Statistic: 'SUM', Threshold: 5 },
    });
    expect(await history('Action')).toEqual([`Successfully executed action ${inbox.TopicArn}`]);
  });

  it('is found by its metric and costs by the hour', async () => {
    await alarm();

    const { MetricAlarms } = await cloudwatch.send(
      new DescribeAlarmsForMetricCommand({ Namespace: 'App', MetricName: 'Errors' }),
    );
    await box.advance(730 * 60 * MINUTE);

    expect(MetricAlarms?.map(({ AlarmName }) => AlarmName)).toEqual(['many-errors']);
    const line = box.tenant.bill.lines(box.tenant.clock.now()).find(({ unit }) => unit === 'alarm-month');
    expect(line?.usd).toBeCloseTo(0.1, 6);
  });

  it.each([
    [{ AlarmActions: ['not-an-arn'] }, 'Invalid arn syntax: not-an-arn'],
    [{ AlarmActions: ['arn:aws:automate:us-east-1:ec2:stop'] }, 'not supported in this sandbox'],
    [{ ComparisonOperator: 'GreaterThanUpperThreshold' as const }, 'not supported in this sandbox'],
    [{ DatapointsToAlarm: 2 }, 'DatapointsToAlarm must not be greater'],
    [{ TreatMissingData: 'sometimes' }, 'Option sometimes is not supported'],
    [{ Period: 7 }, 'Period must be 10, 20, 30'],
    [{ Period: 3600, EvaluationPeriods: 200 }, 'more than a week'],
  ])('is refused with %j', async (more, part) => {
    await expect(alarm(more)).rejects.toMatchObject({ message: expect.stringContaining(part) });
  });

  it('that is not there cannot be deleted', async () => {
    await expect(cloudwatch.send(new DeleteAlarmsCommand({ AlarmNames: ['absent'] }))).rejects.toMatchObject({
      name: 'ResourceNotFound',
    });
  });
});

describe('a composite alarm', () => {
  const compose = (AlarmRule: string) =>
    cloudwatch.send(new PutCompositeAlarmCommand({ AlarmName: 'both', AlarmRule }));
  const set = (AlarmName: string, StateValue: 'ALARM' | 'OK') =>
    cloudwatch.send(new SetAlarmStateCommand({ AlarmName, StateValue, StateReason: 'drill' }));

  beforeEach(async () => {
    await alarm({ AlarmName: 'a' });
    await alarm({ AlarmName: 'b' });
  });

  it('follows its rule', async () => {
    await compose('ALARM("a") AND NOT (OK("b") OR FALSE)');

    await set('b', 'OK');
    await set('a', 'ALARM');
    const whileFine = await stateOf('both');
    await set('b', 'ALARM');

    expect(whileFine).toBe('OK');
    expect(await stateOf('both')).toBe('ALARM');
  });

  it('keeps the alarms it speaks of', async () => {
    await compose('ALARM(a) OR ALARM(b)');

    const failing = cloudwatch.send(new DeleteAlarmsCommand({ AlarmNames: ['a'] }));

    await expect(failing).rejects.toMatchObject({ message: expect.stringContaining('both') });
    await cloudwatch.send(new DeleteAlarmsCommand({ AlarmNames: ['a', 'both'] }));
  });

  it.each(['ALARM(absent)', 'ALARM(a', 'MAYBE(a)', 'ALARM(a) ALARM(b)', 'ALARM("a)'])('refuses %s', async (rule) => {
    await expect(compose(rule)).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

describe('dashboards', () => {
  it('are stored, listed and deleted; a body that is no JSON is refused', async () => {
    const DashboardBody = JSON.stringify({ widgets: [] });
    await cloudwatch.send(new PutDashboardCommand({ DashboardName: 'ops', DashboardBody }));

    const { DashboardEntries } = await cloudwatch.send(new ListDashboardsCommand({}));
    const shown = await cloudwatch.send(new GetDashboardCommand({ DashboardName: 'ops' }));
    await cloudwatch.send(new DeleteDashboardsCommand({ DashboardNames: ['ops'] }));

    expect(DashboardEntries).toMatchObject([{ DashboardName: 'ops', Size: DashboardBody.length }]);
    expect(shown.DashboardBody).toBe(DashboardBody);
    const gone = cloudwatch.send(new GetDashboardCommand({ DashboardName: 'ops' }));
    await expect(gone).rejects.toMatchObject({ name: 'ResourceNotFound' });
    const bad = cloudwatch.send(new PutDashboardCommand({ DashboardName: 'ops', DashboardBody: '{' }));
    await expect(bad).rejects.toMatchObject({ name: 'DashboardInvalidInputError' });
  });
});
