import type { EnableKeyRequest } from '@aws-sdk/client-kms';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { checkIsCustomers, checkIsKept, getKey } from '../keys.ts';
import { onKey } from '../needs.ts';
import type { KmsState } from '../state.ts';

export const enableKey = operation<KmsState, Sent<EnableKeyRequest>, void>({
  fidelity: 'real',
  needs: onKey('EnableKey'),
  handle: ({ KeyId }, call) => {
    const key = getKey(call, KeyId);
    checkIsCustomers(key);
    checkIsKept(key);
    key.status = { state: 'Enabled' };
  },
});
