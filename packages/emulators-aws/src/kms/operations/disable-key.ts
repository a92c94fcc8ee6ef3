import type { DisableKeyRequest } from '@aws-sdk/client-kms';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { checkIsCustomers, checkIsKept, getKey } from '../keys.ts';
import { onKey } from '../needs.ts';
import type { KmsState } from '../state.ts';

export const disableKey = operation<KmsState, Sent<DisableKeyRequest>, void>({
  fidelity: 'real',
  needs: onKey('DisableKey'),
  handle: ({ KeyId }, call) => {
    const key = getKey(call, KeyId);
    checkIsCustomers(key);
    checkIsKept(key);
    key.status = { state: 'Disabled' };
  },
});
