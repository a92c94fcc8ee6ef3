import type { DeleteUserPolicyRequest } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getUserNamed } from '../entities.ts';
import { deleteInline } from '../holding.ts';
import { onUser } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const deleteUserPolicy = operation<IamState, Sent<DeleteUserPolicyRequest>, object>({
  fidelity: 'real',
  needs: onUser('DeleteUserPolicy'),
  handle: ({ UserName, PolicyName }, { state }) => {
    deleteInline(getUserNamed(state, UserName), PolicyName);
    return {};
  },
});
