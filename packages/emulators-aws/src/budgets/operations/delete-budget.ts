import type { DeleteBudgetRequest, DeleteBudgetResponse } from '@aws-sdk/client-budgets';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { budgetNeed, getBudget } from '../describe.ts';
import { watchBudgets } from '../measuring.ts';
import type { BudgetsState } from '../state.ts';

export const deleteBudget = operation<BudgetsState, Sent<DeleteBudgetRequest>, DeleteBudgetResponse>({
  fidelity: 'real',
  needs: budgetNeed('ModifyBudget'),
  handle: (input, call) => {
    call.state.budgets.delete(getBudget(call, input).name);
    watchBudgets(call);
    return {};
  },
});
