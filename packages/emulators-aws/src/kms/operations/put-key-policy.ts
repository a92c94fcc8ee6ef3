import type { PutKeyPolicyRequest } from '@aws-sdk/client-kms';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { validation } from '../errors.ts';
import { checkIsCustomers, getKey } from '../keys.ts';
import { onKey } from '../needs.ts';
import { checkPolicy } from '../policies.ts';
import type { KmsState } from '../state.ts';

export const putKeyPolicy = operation<KmsState, Sent<PutKeyPolicyRequest>, void>({
  fidelity: 'real',
  needs: onKey('PutKeyPolicy'),
  handle: ({ KeyId, Policy, PolicyName = 'default', BypassPolicyLockoutSafetyCheck = false }, call) => {
    if (PolicyName !== 'default')
      throw validation(`A key has one policy, named default, and none named ${PolicyName}.`);
    const key = getKey(call, KeyId);
    checkIsCustomers(key);
    checkPolicy(call, key.arn, Policy, BypassPolicyLockoutSafetyCheck);
    key.policy = Policy;
  },
});
