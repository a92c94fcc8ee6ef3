import type { TagRoleRequest } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getRoleNamed } from '../entities.ts';
import { assertModifiable } from '../holding.ts';
import { onRole } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';
import { addTags } from '../tags.ts';

export const tagRole = operation<IamState, Sent<TagRoleRequest>, object>({
  fidelity: 'real',
  needs: onRole('TagRole'),
  handle: ({ RoleName, Tags }, { state }) => {
    const role = getRoleNamed(state, RoleName);
    assertModifiable(role);
    addTags(role.tags, Tags);
    return {};
  },
});
