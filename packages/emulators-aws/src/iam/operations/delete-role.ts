import type { DeleteRoleRequest } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getRoleNamed, nameKey } from '../entities.ts';
import { mustRemove } from '../errors.ts';
import { assertModifiable } from '../holding.ts';
import { onRole } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const deleteRole = operation<IamState, Sent<DeleteRoleRequest>, object>({
  fidelity: 'real',
  needs: onRole('DeleteRole'),
  handle: ({ RoleName }, { state }) => {
    const role = getRoleNamed(state, RoleName);
    assertModifiable(role);
    if (role.attached.size > 0) throw mustRemove('detach all policies');
    if (role.inline.size > 0) throw mustRemove('delete policies');
    state.roles.delete(nameKey(role.name));
    return {};
  },
});
