import { defineService } from '@cairn/emulator-kit';
import { newAccountState } from '../iam/account.ts';
import type { IamState } from '../iam/state.ts';
import { modelOf } from '../models.ts';
import { assumeRole } from './operations/assume-role.ts';
import { decodeAuthorizationMessage } from './operations/decode-authorization-message.ts';
import { getAccessKeyInfo } from './operations/get-access-key-info.ts';
import { getCallerIdentity } from './operations/get-caller-identity.ts';
import { getSessionToken } from './operations/get-session-token.ts';

/** Works on IAM's state: it hands out keys to IAM's users and roles. */
export const sts = defineService<IamState>({
  name: 'sts',
  get model() {
    return modelOf('sts');
  },
  actionPrefix: 'sts',
  scope: 'global',
  sharesStateOf: 'iam',
  emptyState: newAccountState,
  operations: {
    AssumeRole: assumeRole,
    DecodeAuthorizationMessage: decodeAuthorizationMessage,
    GetAccessKeyInfo: getAccessKeyInfo,
    GetCallerIdentity: getCallerIdentity,
    GetSessionToken: getSessionToken,
  },
});
