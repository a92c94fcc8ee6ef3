import type { GetAccessKeyInfoRequest, GetAccessKeyInfoResponse } from '@aws-sdk/client-sts';
import { operation, tenantCodeOf } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import type { IamState } from '../../iam/state.ts';
import { validationError } from '../errors.ts';

export const getAccessKeyInfo = operation<IamState, Sent<GetAccessKeyInfoRequest>, GetAccessKeyInfoResponse>({
  fidelity: 'simplified',
  differs: 'Tells the account of its own keys only.',
  handle: ({ AccessKeyId }, { state }) => {
    if (tenantCodeOf(AccessKeyId) !== state.tenantCode) {
      throw validationError(`Invalid Access Key: ${AccessKeyId} was not issued by this account.`);
    }
    return { Account: state.accountId };
  },
});
