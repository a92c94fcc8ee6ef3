import type { PutRolePermissionsBoundaryRequest } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getRoleNamed } from '../entities.ts';
import { putBoundary } from '../holding.ts';
import { onRole } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const putRolePermissionsBoundary = operation<IamState, Sent<PutRolePermissionsBoundaryRequest>, object>({
  fidelity: 'real',
  needs: onRole('PutRolePermissionsBoundary'),
  handle: ({ RoleName, PermissionsBoundary }, { state }) => {
    putBoundary(state, getRoleNamed(state, RoleName), PermissionsBoundary);
    return {};
  },
});
