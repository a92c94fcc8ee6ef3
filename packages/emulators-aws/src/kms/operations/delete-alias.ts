import type { DeleteAliasRequest } from '@aws-sdk/client-kms';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { checkAliasName, getAlias } from '../aliases.ts';
import { getKey } from '../keys.ts';
import { keyNeed } from '../needs.ts';
import type { KmsState } from '../state.ts';

export const deleteAlias = operation<KmsState, Sent<DeleteAliasRequest>, void>({
  fidelity: 'real',
  needs: ({ AliasName }, call) => [
    { action: 'kms:DeleteAlias', resource: call.arn(AliasName) },
    keyNeed(call, 'DeleteAlias', getKey(call, getAlias(call, AliasName).keyId)),
  ],
  handle: ({ AliasName }, call) => {
    checkAliasName(AliasName);
    call.state.aliases.delete(AliasName);
  },
});
