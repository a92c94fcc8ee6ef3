import type { DescribeBudgetRequest, DescribeBudgetResponse } from '@aws-sdk/client-budgets';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { budgetNeed, describeBudget as describe, getBudget } from '../describe.ts';
import type { BudgetsState } from '../state.ts';

export const describeBudget = operation<BudgetsState, Sent<DescribeBudgetRequest>, DescribeBudgetResponse>({
  fidelity: 'real',
  needs: budgetNeed('ViewBudget'),
  handle: (input, call) => ({ Budget: describe(getBudget(call, input)) }),
});
