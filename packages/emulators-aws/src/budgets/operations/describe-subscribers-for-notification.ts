import type {
  DescribeSubscribersForNotificationRequest,
  DescribeSubscribersForNotificationResponse,
  Notification,
} from '@aws-sdk/client-budgets';
import { operation, ServiceError } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { budgetNeed, getBudget } from '../describe.ts';
import type { BudgetsState } from '../state.ts';

type Input = Sent<DescribeSubscribersForNotificationRequest>;
type Output = DescribeSubscribersForNotificationResponse;

export const describeSubscribersForNotification = operation<BudgetsState, Input, Output>({
  fidelity: 'real',
  needs: budgetNeed('ViewBudget'),
  handle: (input, call) => {
    const wanted = keyOf(input.Notification);
    const alert = getBudget(call, input).alerts.find(({ notification }) => keyOf(notification) === wanted);
    if (!alert) throw new ServiceError('NotFoundException', 'The budget has no such notification.');
    return { Subscribers: [...alert.subscribers] };
  },
});

/** A notification has no id: it is what it compares. */
const keyOf = ({
  NotificationType,
  ComparisonOperator,
  Threshold,
  ThresholdType = 'PERCENTAGE',
}: Notification): string => JSON.stringify([NotificationType, ComparisonOperator, Threshold, ThresholdType]);
