import type { GetCallerIdentityResponse } from '@aws-sdk/client-sts';
import { operation } from '@cairn/emulator-kit';
import type { IamState } from '../../iam/state.ts';

export const getCallerIdentity = operation<IamState, object, GetCallerIdentityResponse>({
  fidelity: 'real',
  needs: () => [], // even an explicit Deny does not keep anybody from asking who they are
  handle: (_input, { principal: { userId, accountId, arn } }) => ({ UserId: userId, Account: accountId, Arn: arn }),
});
