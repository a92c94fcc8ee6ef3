import type { DeleteRolePermissionsBoundaryRequest } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getRoleNamed } from '../entities.ts';
import { deleteBoundary } from '../holding.ts';
import { onRole } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const deleteRolePermissionsBoundary = operation<IamState, Sent<DeleteRolePermissionsBoundaryRequest>, object>({
  fidelity: 'real',
  needs: onRole('DeleteRolePermissionsBoundary'),
  handle: ({ RoleName }, { state }) => {
    deleteBoundary(getRoleNamed(state, RoleName));
    return {};
  },
});
