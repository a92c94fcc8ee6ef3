import type { CreateAliasRequest } from '@aws-sdk/client-kms';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { checkAliasName } from '../aliases.ts';
import { aliasExists } from '../errors.ts';
import { checkIsCustomers, checkIsKept, getKey } from '../keys.ts';
import { keyNeed } from '../needs.ts';
import type { KmsState } from '../state.ts';

export const createAlias = operation<KmsState, Sent<CreateAliasRequest>, void>({
  fidelity: 'real',
  needs: ({ AliasName, TargetKeyId }, call) => [
    { action: 'kms:CreateAlias', resource: call.arn(AliasName) },
    keyNeed(call, 'CreateAlias', getKey(call, TargetKeyId)),
  ],
  handle: ({ AliasName: name, TargetKeyId }, call) => {
    checkAliasName(name);
    const key = getKey(call, TargetKeyId);
    checkIsCustomers(key);
    checkIsKept(key);
    const { aliases } = call.state;
    const arn = call.arn(name);
    if (aliases.has(name)) throw aliasExists(arn);
    const now = call.now();
    aliases.set(name, { name, arn, createdAt: now, keyId: key.id, updatedAt: now });
  },
});
