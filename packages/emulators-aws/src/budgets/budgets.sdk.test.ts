import {
  type Budget,
  BudgetsClient,
  CreateBudgetCommand,
  DeleteBudgetCommand,
  DescribeBudgetCommand,
  DescribeBudgetsCommand,
  DescribeNotificationsForBudgetCommand,
  type NotificationWithSubscribers,
} from '@aws-sdk/client-budgets';
import { CreateStreamCommand, DeleteStreamCommand, KinesisClient } from '@aws-sdk/client-kinesis';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { topicWithInbox } from '../cloudwatch/testing.ts';
import { type OpenSandbox, openSandbox } from '../testing.ts';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 0, 30, 12);

let box: OpenSandbox;
let budgets: BudgetsClient;
let AccountId = '';

beforeEach(async () => {
  vi.setSystemTime(START); // clients sign with the machine's time
  box = await openSandbox({ id: 'budgets' });
  budgets = box.client(BudgetsClient);
  AccountId = box.tenant.accountId;
});
afterEach(async () => {
  expect(box.bugs).toEqual([]);
  await box.close();
  vi.useRealTimers();
});

const create = (more: Partial<Budget> = {}, notifications: NotificationWithSubscribers[] = []) =>
  budgets.send(
    new CreateBudgetCommand({
      AccountId,
      Budget: {
        BudgetName: 'lab',
        BudgetType: 'COST',
        TimeUnit: 'MONTHLY',
        BudgetLimit: { Amount: '1', Unit: 'USD' },
        ...more,
      },
      NotificationsWithSubscribers: notifications,
    }),
  );
const spent = async () => {
  const { Budget } = await budgets.send(new DescribeBudgetCommand({ AccountId, BudgetName: 'lab' }));
  return Number(Budget?.CalculatedSpend?.ActualSpend?.Amount);
};
const stream = (ShardCount: number) =>
  box.client(KinesisClient).send(new CreateStreamCommand({ StreamName: 's', ShardCount }));

it('measures the bill each hour, and anew in the next month', async () => {
  await create();
  await stream(10); // $0.15 an hour

  await box.advance(4 * HOUR + 1);
  const today = await spent();
  await box.advance(30 * HOUR);
  const before = await spent();
  await box.advance(4 * HOUR);
  const after = await spent();

  expect(today).toBeCloseTo(0.6, 2);
  expect(before).toBeGreaterThan(5);
  expect(after).toBeLessThan(1);
});

it('looks at the services it is told only', async () => {
  await stream(10);
  await create({ CostFilters: { Service: ['Amazon SageMaker'] } });

  await box.advance(5 * HOUR);

  expect(await spent()).toBe(0);
});

it('tells a topic once when the threshold is crossed, if the topic lets it', async () => {
  const { TopicArn, received } = await topicWithInbox(box, 'budgets.amazonaws.com');
  await create({}, [
    {
      Notification: { NotificationType: 'ACTUAL', ComparisonOperator: 'GREATER_THAN', Threshold: 50 },
      Subscribers: [{ SubscriptionType: 'SNS', Address: TopicArn }],
    },
  ]);
  await stream(10);

  await box.advance(3 * HOUR);
  const early = await received();
  await box.advance(3 * HOUR);
  const late = await received();

  expect(early).toEqual([]);
  expect(late.map(({ Subject }) => Subject)).toEqual(['AWS Budgets: lab has exceeded your alert threshold']);
  expect(late[0]?.Message).toContain('Alert Threshold: > $0.50');
  const { Notifications } = await budgets.send(
    new DescribeNotificationsForBudgetCommand({ AccountId, BudgetName: 'lab' }),
  );
  expect(Notifications).toMatchObject([{ Threshold: 50, NotificationState: 'ALARM' }]);
  await box.client(KinesisClient).send(new DeleteStreamCommand({ StreamName: 's' }));
});

describe('a budget', () => {
  it('is listed, made once and deleted', async () => {
    await create();

    await expect(create()).rejects.toMatchObject({ name: 'DuplicateRecordException' });
    const { Budgets } = await budgets.send(new DescribeBudgetsCommand({ AccountId }));
    await budgets.send(new DeleteBudgetCommand({ AccountId, BudgetName: 'lab' }));

    expect(Budgets).toMatchObject([{ BudgetName: 'lab', BudgetLimit: { Amount: '1', Unit: 'USD' } }]);
    await expect(spent()).rejects.toMatchObject({ name: 'NotFoundException' });
  });

  it.each([
    [{ BudgetType: 'USAGE' as const }, 'The budget type USAGE (only COST) is not supported in this sandbox.'],
    [{ TimeUnit: 'CUSTOM' as const }, 'The time unit CUSTOM is not supported in this sandbox.'],
    [{ BudgetLimit: { Amount: '0', Unit: 'USD' } }, 'not greater than 0'],
    [{ CostFilters: { Service: ['Amazon Moon'] } }, 'no service Amazon Moon'],
  ])('is refused with %j', async (more, part) => {
    await expect(create(more)).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: expect.stringContaining(part),
    });
  });
});
