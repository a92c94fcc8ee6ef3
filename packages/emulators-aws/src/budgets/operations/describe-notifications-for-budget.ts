import type {
  DescribeNotificationsForBudgetRequest,
  DescribeNotificationsForBudgetResponse,
} from '@aws-sdk/client-budgets';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { budgetNeed, getBudget } from '../describe.ts';
import type { BudgetsState } from '../state.ts';

type Input = Sent<DescribeNotificationsForBudgetRequest>;

/** A budget has five notifications at most: there is never a second page. */
export const describeNotificationsForBudget = operation<BudgetsState, Input, DescribeNotificationsForBudgetResponse>({
  fidelity: 'real',
  needs: budgetNeed('ViewBudget'),
  handle: (input, call) => ({
    Notifications: getBudget(call, input).alerts.map(({ notification, isRaised }) => ({
      ...notification,
      NotificationState: isRaised ? ('ALARM' as const) : ('OK' as const),
    })),
  }),
});
