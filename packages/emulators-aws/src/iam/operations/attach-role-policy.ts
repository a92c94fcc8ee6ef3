import type { AttachRolePolicyRequest } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getRoleNamed } from '../entities.ts';
import { attach } from '../holding.ts';
import { onRole } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const attachRolePolicy = operation<IamState, Sent<AttachRolePolicyRequest>, object>({
  fidelity: 'real',
  needs: onRole('AttachRolePolicy'),
  handle: ({ RoleName, PolicyArn }, { state }) => {
    attach(state, getRoleNamed(state, RoleName), PolicyArn);
    return {};
  },
});
