import type { Budget as BudgetShape, CreateBudgetRequest, NotificationWithSubscribers } from '@aws-sdk/client-budgets';
import type { Sent } from '../iam/sent.ts';
import { parseArn } from '../messaging/arn.ts';
import { budgetArn } from './describe.ts';
import { invalidParameter, limitExceeded, notSupported } from './errors.ts';
import { periodAt } from './periods.ts';
import { billedServices } from './service-names.ts';
import type { Alert, Budget, BudgetsCall } from './state.ts';

const MOST_NOTIFICATIONS = 5;
const MOST_MAILS = 10;
const UNSUPPORTED = ['PlannedBudgetLimits', 'AutoAdjustData', 'FilterExpression', 'Metrics', 'BillingViewArn'] as const;

/** Checks a new budget. Throws InvalidParameterException with what the sandbox does not take. */
export function newBudget(call: BudgetsCall, input: Sent<CreateBudgetRequest>): Budget {
  const { Budget: definition, NotificationsWithSubscribers: notifications = [] } = input;
  const { BudgetName: name = '', BudgetType: type, TimeUnit: timeUnit = 'MONTHLY' } = definition;
  if (/[:\\]/.test(name)) throw invalidParameter('A budget name has no : and no \\.');
  if (type !== 'COST') throw notSupported(`The budget type ${type} (only COST)`);
  if (timeUnit === 'CUSTOM') throw notSupported('The time unit CUSTOM');
  for (const member of UNSUPPORTED) if (definition[member] !== undefined) throw notSupported(member);
  if (notifications.length > MOST_NOTIFICATIONS) {
    throw limitExceeded(`A budget has at most ${MOST_NOTIFICATIONS} notifications.`);
  }
  const now = call.now();
  return {
    name,
    arn: budgetArn(call, name),
    definition,
    limitUsd: limitOf(definition),
    timeUnit,
    services: servicesOf(definition),
    createdAt: now,
    alerts: notifications.map(alertOf),
    period: periodAt(timeUnit, now),
    spentBeforeUsd: 0,
    spentUsd: 0,
    forecastUsd: undefined,
  };
}

function limitOf({ BudgetLimit: limit }: BudgetShape): number {
  if (!limit) throw invalidParameter('BudgetLimit is required for a budget of the type COST.');
  const amount = Number(limit.Amount);
  if (limit.Unit !== 'USD') throw invalidParameter(`The unit ${limit.Unit} of BudgetLimit is not USD.`);
  if (!(amount > 0)) throw invalidParameter(`The amount ${limit.Amount} of BudgetLimit is not greater than 0.`);
  return amount;
}

function servicesOf({ CostFilters: filters = {} }: BudgetShape): readonly string[] {
  const other = Object.keys(filters).find((key) => key !== 'Service');
  if (other !== undefined) throw notSupported(`The cost filter ${other} (only Service)`);
  return (filters.Service ?? []).flatMap((name) => {
    const billed = billedServices(name);
    if (billed.length === 0) throw invalidParameter(`The cost filter Service has no service ${name} in this sandbox.`);
    return billed;
  });
}

function alertOf({ Notification: notification, Subscribers: subscribers = [] }: NotificationWithSubscribers): Alert {
  if (!notification) throw invalidParameter('A notification is required beside its subscribers.');
  const { Threshold: threshold = Number.NaN } = notification;
  if (!(threshold >= 0)) throw invalidParameter('The threshold of a notification is a number of 0 or more.');
  const topics = subscribers.filter(({ SubscriptionType }) => SubscriptionType === 'SNS');
  if (topics.length > 1) throw invalidParameter('A notification has at most one SNS subscriber.');
  if (subscribers.length - topics.length > MOST_MAILS) {
    throw invalidParameter(`A notification has at most ${MOST_MAILS} email subscribers.`);
  }
  for (const { Address = '' } of topics) {
    if (parseArn(Address)?.service !== 'sns') throw invalidParameter(`Invalid SNS topic ARN: ${Address}`);
  }
  return { notification, subscribers, isRaised: false, failure: undefined };
}
