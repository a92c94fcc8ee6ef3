import type { UpdateAliasRequest } from '@aws-sdk/client-kms';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { checkAliasName, getAlias } from '../aliases.ts';
import { checkIsCustomers, checkIsKept, getKey } from '../keys.ts';
import { keyNeed } from '../needs.ts';
import type { KmsState } from '../state.ts';

export const updateAlias = operation<KmsState, Sent<UpdateAliasRequest>, void>({
  fidelity: 'real',
  needs: ({ AliasName, TargetKeyId }, call) => [
    { action: 'kms:UpdateAlias', resource: call.arn(AliasName) },
    keyNeed(call, 'UpdateAlias', getKey(call, getAlias(call, AliasName).keyId)),
    keyNeed(call, 'UpdateAlias', getKey(call, TargetKeyId)),
  ],
  handle: ({ AliasName, TargetKeyId }, call) => {
    checkAliasName(AliasName);
    const key = getKey(call, TargetKeyId);
    checkIsCustomers(key);
    checkIsKept(key);
    const alias = getAlias(call, AliasName);
    alias.keyId = key.id;
    alias.updatedAt = call.now();
  },
});
