import type { UpdateRoleRequest } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { DEFAULT_SESSION_SECONDS, getRoleNamed } from '../entities.ts';
import { assertModifiable } from '../holding.ts';
import { onRole } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const updateRole = operation<IamState, Sent<UpdateRoleRequest>, object>({
  fidelity: 'real',
  needs: onRole('UpdateRole'),
  handle: ({ RoleName, Description, MaxSessionDuration }, { state }) => {
    const role = getRoleNamed(state, RoleName);
    assertModifiable(role);
    // AWS clears a description that is left out, and sets the session back to one hour.
    role.description = Description;
    role.maxSessionSeconds = MaxSessionDuration ?? DEFAULT_SESSION_SECONDS;
    return {};
  },
});
