import type { UpdateAccessKeyRequest } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { invalidInput } from '../errors.ts';
import { getOwnKey } from '../key-owner.ts';
import { onUser } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const updateAccessKey = operation<IamState, Sent<UpdateAccessKeyRequest>, object>({
  fidelity: 'real',
  needs: onUser('UpdateAccessKey'),
  handle: ({ UserName, AccessKeyId, Status }, call) => {
    const key = getOwnKey(call, UserName, AccessKeyId);
    if (Status !== 'Active' && Status !== 'Inactive') throw invalidInput(`An access key cannot be set to ${Status}.`);
    key.status = Status;
    return {};
  },
});
