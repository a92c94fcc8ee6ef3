import type { Notification } from '@aws-sdk/client-budgets';
import { type Principal, ServiceError } from '@cairn/emulator-kit';
import { periodAt } from './periods.ts';
import type { Alert, Budget, BudgetsCall } from './state.ts';

export const MEASURE_TIMER = 'measure';
const HOUR = 3_600_000;

/** Sees to it that the budgets are measured at the next full hour, while there are any. */
export function watchBudgets(call: BudgetsCall): void {
  const { state } = call;
  if (state.timer !== undefined) call.cancel(state.timer);
  state.timer = state.budgets.size === 0 ? undefined : call.later(HOUR - (call.now() % HOUR), MEASURE_TIMER, {});
}

export async function measureAll(call: BudgetsCall): Promise<void> {
  call.state.timer = undefined;
  watchBudgets(call);
  for (const budget of [...call.state.budgets.values()]) await measure(call, budget);
}

/** What the services of a budget have cost since the account began. */
export const totalUsd = (call: BudgetsCall, services: readonly string[]): number =>
  call.bill().reduce((so, { service, usd }) => so + (services.length === 0 || services.includes(service) ? usd : 0), 0);

/** Measures a budget and tells those who asked for it. */
export async function measure(call: BudgetsCall, budget: Budget): Promise<void> {
  const now = call.now();
  if (now >= budget.period.endsAt) {
    budget.period = periodAt(budget.timeUnit, now);
    budget.spentBeforeUsd += budget.spentUsd; // as it stood when it was measured last
    for (const alert of budget.alerts) alert.isRaised = false;
  }
  budget.spentUsd = totalUsd(call, budget.services) - budget.spentBeforeUsd;
  budget.forecastUsd = forecast(budget, now);
  for (const alert of budget.alerts) {
    const value = alert.notification.NotificationType === 'FORECASTED' ? budget.forecastUsd : budget.spentUsd;
    const isCrossed = value !== undefined && crosses(value, budget, alert.notification);
    if (isCrossed && !alert.isRaised) await notify(call, budget, alert, value);
    alert.isRaised = isCrossed;
  }
}

/** The rate since the budget began to look, held to the period's end; nothing in its first hour. */
function forecast({ period, createdAt, spentUsd }: Budget, now: number): number | undefined {
  const since = Math.max(period.startsAt, createdAt);
  const elapsed = now - since;
  if (elapsed < HOUR) return undefined;
  return spentUsd + (spentUsd / elapsed) * (period.endsAt - now);
}

/** A threshold in dollars; most are given in percent of the limit. */
const thresholdUsd = ({ limitUsd }: Budget, { Threshold = 0, ThresholdType = 'PERCENTAGE' }: Notification): number =>
  ThresholdType === 'PERCENTAGE' ? (limitUsd * Threshold) / 100 : Threshold;

function crosses(value: number, budget: Budget, notification: Notification): boolean {
  const threshold = thresholdUsd(budget, notification);
  if (notification.ComparisonOperator === 'LESS_THAN') return value < threshold;
  return notification.ComparisonOperator === 'EQUAL_TO' ? value === threshold : value > threshold;
}

async function notify(call: BudgetsCall, budget: Budget, alert: Alert, value: number): Promise<void> {
  for (const { SubscriptionType: type, Address: TopicArn } of alert.subscribers) {
    if (type !== 'SNS') continue; // mail leaves the sandbox nowhere
    const Subject = `AWS Budgets: ${budget.name} has exceeded your alert threshold`.slice(0, 100);
    const input = { TopicArn, Subject, Message: letter(call, budget, alert.notification, value) };
    try {
      await call.invoke('sns', 'Publish', input, budgetsPrincipal(call, budget));
      alert.failure = undefined;
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      alert.failure = error.message;
    }
  }
}

function letter(call: BudgetsCall, budget: Budget, notification: Notification, value: number): string {
  const type = notification.NotificationType ?? 'ACTUAL';
  const relation = { GREATER_THAN: '>', LESS_THAN: '<', EQUAL_TO: '=' }[
    notification.ComparisonOperator ?? 'GREATER_THAN'
  ];
  return [
    `AWS Budget Notification ${call.date().toUTCString()}`,
    `AWS Account ${call.accountId}`,
    '',
    'Dear AWS Customer,',
    '',
    `You requested that we alert you when the ${type} Cost associated with your ${budget.name} budget is ${relation} ${dollars(thresholdUsd(budget, notification))} for the current period. The ${type} Cost associated with this budget is ${dollars(value)}.`,
    '',
    `Budget Name: ${budget.name}`,
    'Budget Type: Cost',
    `Budgeted Amount: ${dollars(budget.limitUsd)}`,
    `Alert Type: ${type}`,
    `Alert Threshold: ${relation} ${dollars(thresholdUsd(budget, notification))}`,
    `${type} Amount: ${dollars(value)}`,
  ].join('\n');
}

const dollars = (usd: number): string => `$${usd.toFixed(2)}`;

/** AWS Budgets itself, as a topic's policy sees who publishes. */
function budgetsPrincipal({ accountId }: BudgetsCall, { arn }: Budget): Principal {
  const name = 'budgets.amazonaws.com';
  return { kind: 'service', arn: name, accountId, userId: name, sourceArn: arn };
}
