import type { DeleteRolePolicyRequest } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getRoleNamed } from '../entities.ts';
import { deleteInline } from '../holding.ts';
import { onRole } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const deleteRolePolicy = operation<IamState, Sent<DeleteRolePolicyRequest>, object>({
  fidelity: 'real',
  needs: onRole('DeleteRolePolicy'),
  handle: ({ RoleName, PolicyName }, { state }) => {
    deleteInline(getRoleNamed(state, RoleName), PolicyName);
    return {};
  },
});
