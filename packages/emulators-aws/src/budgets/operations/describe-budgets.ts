import type { DescribeBudgetsRequest, DescribeBudgetsResponse } from '@aws-sdk/client-budgets';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { namedPage } from '../../messaging/page-token.ts';
import { budgetNeed, checkAccount, describeBudget } from '../describe.ts';
import { invalidNextToken } from '../errors.ts';
import type { BudgetsState } from '../state.ts';

const DEFAULT_RESULTS = 100;

export const describeBudgets = operation<BudgetsState, Sent<DescribeBudgetsRequest>, DescribeBudgetsResponse>({
  fidelity: 'real',
  needs: (_input, call) => budgetNeed('ViewBudget')({}, call),
  handle: (input, call) => {
    checkAccount(call, input.AccountId);
    const request = { token: input.NextToken, limit: input.MaxResults ?? DEFAULT_RESULTS };
    const page = namedPage(call.state.budgets.values(), ({ name }) => name, request, invalidNextToken);
    return {
      Budgets: page.items.map(describeBudget),
      ...(page.nextToken === undefined ? {} : { NextToken: page.nextToken }),
    };
  },
});
