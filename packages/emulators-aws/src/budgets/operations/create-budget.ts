import type { CreateBudgetRequest, CreateBudgetResponse } from '@aws-sdk/client-budgets';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { newBudget } from '../creating.ts';
import { budgetNeed, checkAccount } from '../describe.ts';
import { duplicate, notSupported } from '../errors.ts';
import { measure, watchBudgets } from '../measuring.ts';
import type { BudgetsState } from '../state.ts';

export const createBudget = operation<BudgetsState, Sent<CreateBudgetRequest>, CreateBudgetResponse>({
  fidelity: 'simplified',
  differs:
    'Cost budgets over the simulated bill, measured each hour; what the account spent before counts as of the current period; mail is not sent.',
  needs: ({ Budget }, call) => budgetNeed('ModifyBudget')({ BudgetName: Budget.BudgetName }, call),
  handle: (input, call) => {
    checkAccount(call, input.AccountId);
    if (input.ResourceTags && input.ResourceTags.length > 0) throw notSupported('Tags on a budget');
    const budget = newBudget(call, input);
    if (call.state.budgets.has(budget.name)) throw duplicate(budget.name);
    call.state.budgets.set(budget.name, budget);
    watchBudgets(call);
    call.background((inside) => measure(inside, budget));
    return {};
  },
});
