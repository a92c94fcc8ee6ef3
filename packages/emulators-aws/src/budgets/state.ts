import type { Budget as BudgetShape, Notification, Subscriber, TimeUnit } from '@aws-sdk/client-budgets';
import type { Call } from '@cairn/emulator-kit';

/** Budgets of an account, measured on its simulated bill. Plain data only. */
export interface BudgetsState {
  readonly budgets: Map<string, Budget>;
  /** The reminder to measure again; undefined while there is nothing to measure. */
  timer: number | undefined;
}

export type BudgetsCall = Call<BudgetsState>;

export interface Budget {
  readonly name: string;
  readonly arn: string;
  /** As it was given. */
  readonly definition: BudgetShape;
  readonly limitUsd: number;
  readonly timeUnit: Exclude<TimeUnit, 'CUSTOM'>;
  /** Names of services as the bill has them; empty: all. */
  readonly services: readonly string[];
  readonly createdAt: number;
  readonly alerts: readonly Alert[];
  period: { readonly startsAt: number; readonly endsAt: number };
  /** What the services had cost when the period began. */
  spentBeforeUsd: number;
  spentUsd: number;
  forecastUsd: number | undefined;
}

export interface Alert {
  readonly notification: Notification;
  readonly subscribers: readonly Subscriber[];
  /** Notified in this period. */
  isRaised: boolean;
  /** Why the last message did not arrive. */
  failure: string | undefined;
}

export const emptyState = (): BudgetsState => ({ budgets: new Map(), timer: undefined });
