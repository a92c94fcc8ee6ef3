import type { UntagRoleRequest } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getRoleNamed } from '../entities.ts';
import { assertModifiable } from '../holding.ts';
import { onRole } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';
import { removeTags } from '../tags.ts';

export const untagRole = operation<IamState, Sent<UntagRoleRequest>, object>({
  fidelity: 'real',
  needs: onRole('UntagRole'),
  handle: ({ RoleName, TagKeys }, { state }) => {
    const role = getRoleNamed(state, RoleName);
    assertModifiable(role);
    removeTags(role.tags, TagKeys);
    return {};
  },
});
