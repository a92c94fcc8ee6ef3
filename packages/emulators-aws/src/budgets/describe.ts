import type { Budget as BudgetShape, Spend } from '@aws-sdk/client-budgets';
import type { Need } from '@cairn/emulator-kit';
import { notFound, otherAccount } from './errors.ts';
import type { Budget, BudgetsCall } from './state.ts';

const FOREVER = Date.UTC(2087, 5, 15); // the end that AWS gives to budgets without one

const usd = (amount: number): Spend => ({ Amount: amount.toFixed(3), Unit: 'USD' });

/** A budget as it was given, with what was measured. */
export function describeBudget({ definition, period, createdAt, spentUsd, forecastUsd }: Budget): BudgetShape {
  return {
    ...definition,
    TimePeriod: {
      Start: definition.TimePeriod?.Start ?? new Date(period.startsAt),
      End: definition.TimePeriod?.End ?? new Date(FOREVER),
    },
    CalculatedSpend: {
      ActualSpend: usd(spentUsd),
      ...(forecastUsd === undefined ? {} : { ForecastedSpend: usd(forecastUsd) }),
    },
    LastUpdatedTime: new Date(createdAt),
  };
}

export const budgetArn = ({ accountId }: BudgetsCall, name: string): string =>
  `arn:aws:budgets::${accountId}:budget/${name}`;

/** `needs`: budgets know two rights only, to view and to modify. */
export const budgetNeed =
  (action: 'ViewBudget' | 'ModifyBudget') =>
  (input: { readonly BudgetName?: string | undefined }, call: BudgetsCall): Need => ({
    action: `budgets:${action}`,
    resource: budgetArn(call, input.BudgetName ?? '*'),
  });

export function checkAccount(call: BudgetsCall, accountId: string): void {
  if (accountId !== call.accountId) throw otherAccount(accountId);
}

export function getBudget(
  call: BudgetsCall,
  input: { readonly AccountId: string; readonly BudgetName: string },
): Budget {
  checkAccount(call, input.AccountId);
  const budget = call.state.budgets.get(input.BudgetName);
  if (!budget) throw notFound(input.BudgetName);
  return budget;
}
