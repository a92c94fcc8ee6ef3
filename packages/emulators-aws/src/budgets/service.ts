import { defineService } from '@cairn/emulator-kit';
import { modelOf } from '../models.ts';
import { MEASURE_TIMER, measureAll } from './measuring.ts';
import { createBudget } from './operations/create-budget.ts';
import { deleteBudget } from './operations/delete-budget.ts';
import { describeBudget } from './operations/describe-budget.ts';
import { describeBudgets } from './operations/describe-budgets.ts';
import { describeNotificationsForBudget } from './operations/describe-notifications-for-budget.ts';
import { describeSubscribersForNotification } from './operations/describe-subscribers-for-notification.ts';
import { type BudgetsState, emptyState } from './state.ts';

/** AWS Budgets: limits on the simulated bill, and who is told when they are crossed. */
export const budgets = defineService<BudgetsState>({
  name: 'budgets',
  get model() {
    return modelOf('budgets');
  },
  actionPrefix: 'budgets',
  scope: 'global',
  emptyState,
  operations: {
    CreateBudget: createBudget,
    DeleteBudget: deleteBudget,
    DescribeBudget: describeBudget,
    DescribeBudgets: describeBudgets,
    DescribeNotificationsForBudget: describeNotificationsForBudget,
    DescribeSubscribersForNotification: describeSubscribersForNotification,
  },
  timers: { [MEASURE_TIMER]: measureAll },
});
