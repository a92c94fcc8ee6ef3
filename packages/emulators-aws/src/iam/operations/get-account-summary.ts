import type { GetAccountSummaryResponse } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { accountSummary } from '../account-summary.ts';
import type { IamState } from '../state.ts';

export const getAccountSummary = operation<IamState, object, GetAccountSummaryResponse>({
  fidelity: 'simplified',
  differs: 'Only what this sandbox has: no MFA devices, certificates, login profiles or identity providers.',
  handle: (_input, { state }) => ({ SummaryMap: accountSummary(state) }),
});
