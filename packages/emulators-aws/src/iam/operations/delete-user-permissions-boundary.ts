import type { DeleteUserPermissionsBoundaryRequest } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getUserNamed } from '../entities.ts';
import { deleteBoundary } from '../holding.ts';
import { onUser } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const deleteUserPermissionsBoundary = operation<IamState, Sent<DeleteUserPermissionsBoundaryRequest>, object>({
  fidelity: 'real',
  needs: onUser('DeleteUserPermissionsBoundary'),
  handle: ({ UserName }, { state }) => {
    deleteBoundary(getUserNamed(state, UserName));
    return {};
  },
});
