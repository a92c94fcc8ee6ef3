import type { UntagResourceRequest } from '@aws-sdk/client-kms';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { checkIsCustomers, checkIsKept, getKey } from '../keys.ts';
import { onKey } from '../needs.ts';
import type { KmsState } from '../state.ts';

export const untagResource = operation<KmsState, Sent<UntagResourceRequest>, void>({
  fidelity: 'real',
  needs: onKey('UntagResource'),
  handle: ({ KeyId, TagKeys }, call) => {
    const key = getKey(call, KeyId);
    checkIsCustomers(key);
    checkIsKept(key);
    for (const name of TagKeys) key.tags.delete(name);
  },
});
