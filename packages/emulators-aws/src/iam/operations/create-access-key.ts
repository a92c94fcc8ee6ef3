import type { CreateAccessKeyRequest, CreateAccessKeyResponse } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { describeKey } from '../describe.ts';
import { QUOTAS } from '../entities.ts';
import { quotaExceeded } from '../errors.ts';
import { ownerOfKeys } from '../key-owner.ts';
import { keysOf, newKey } from '../keys.ts';
import { onUser } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const createAccessKey = operation<IamState, Sent<CreateAccessKeyRequest>, CreateAccessKeyResponse>({
  fidelity: 'real',
  needs: onUser('CreateAccessKey'),
  handle: ({ UserName }, call) => {
    const { state, ids } = call;
    const owner = ownerOfKeys(call, UserName);
    if (keysOf(state, owner?.name).length >= QUOTAS.accessKeysPerUser) {
      throw quotaExceeded('AccessKeysPerUser', QUOTAS.accessKeysPerUser);
    }
    const key = newKey(state.tenantCode, ids, owner?.name, call.date());
    state.keys.set(key.id, key);
    return { AccessKey: { ...describeKey(key, owner), SecretAccessKey: key.secret } };
  },
});
