import type { DetachRolePolicyRequest } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getRoleNamed } from '../entities.ts';
import { detach } from '../holding.ts';
import { onRole } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const detachRolePolicy = operation<IamState, Sent<DetachRolePolicyRequest>, object>({
  fidelity: 'real',
  needs: onRole('DetachRolePolicy'),
  handle: ({ RoleName, PolicyArn }, { state }) => {
    detach(getRoleNamed(state, RoleName), PolicyArn);
    return {};
  },
});
