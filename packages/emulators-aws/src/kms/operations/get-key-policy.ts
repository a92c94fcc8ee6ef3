import type { GetKeyPolicyRequest, GetKeyPolicyResponse } from '@aws-sdk/client-kms';
import { operation, ServiceError } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { getKey } from '../keys.ts';
import { onKey } from '../needs.ts';
import type { KmsState } from '../state.ts';

export const getKeyPolicy = operation<KmsState, Sent<GetKeyPolicyRequest>, GetKeyPolicyResponse>({
  fidelity: 'real',
  needs: onKey('GetKeyPolicy'),
  handle: ({ KeyId, PolicyName: name = 'default' }, call) => {
    if (name !== 'default') throw new ServiceError('NotFoundException', `No such policy exists: ${name}`);
    return { Policy: getKey(call, KeyId).policy, PolicyName: name };
  },
});
