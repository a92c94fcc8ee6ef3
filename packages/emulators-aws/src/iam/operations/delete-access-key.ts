import type { DeleteAccessKeyRequest } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getOwnKey } from '../key-owner.ts';
import { onUser } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const deleteAccessKey = operation<IamState, Sent<DeleteAccessKeyRequest>, object>({
  fidelity: 'real',
  needs: onUser('DeleteAccessKey'),
  handle: ({ UserName, AccessKeyId }, call) => {
    call.state.keys.delete(getOwnKey(call, UserName, AccessKeyId).id);
    return {};
  },
});
