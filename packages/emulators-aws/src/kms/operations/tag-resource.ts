import type { TagResourceRequest } from '@aws-sdk/client-kms';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { checkIsCustomers, checkIsKept, getKey } from '../keys.ts';
import { onKey } from '../needs.ts';
import type { KmsState } from '../state.ts';

export const tagResource = operation<KmsState, Sent<TagResourceRequest>, void>({
  fidelity: 'real',
  needs: onKey('TagResource'),
  handle: ({ KeyId, Tags }, call) => {
    const key = getKey(call, KeyId);
    checkIsCustomers(key);
    checkIsKept(key);
    for (const { TagKey = '', TagValue = '' } of Tags) key.tags.set(TagKey, TagValue);
  },
});
