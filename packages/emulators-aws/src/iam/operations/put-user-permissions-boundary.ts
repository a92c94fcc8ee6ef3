import type { PutUserPermissionsBoundaryRequest } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getUserNamed } from '../entities.ts';
import { putBoundary } from '../holding.ts';
import { onUser } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const putUserPermissionsBoundary = operation<IamState, Sent<PutUserPermissionsBoundaryRequest>, object>({
  fidelity: 'real',
  needs: onUser('PutUserPermissionsBoundary'),
  handle: ({ UserName, PermissionsBoundary }, { state }) => {
    putBoundary(state, getUserNamed(state, UserName), PermissionsBoundary);
    return {};
  },
});
