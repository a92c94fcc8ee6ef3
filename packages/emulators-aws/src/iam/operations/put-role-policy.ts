import type { PutRolePolicyRequest } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getRoleNamed } from '../entities.ts';
import { putInline } from '../holding.ts';
import { onRole } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const putRolePolicy = operation<IamState, Sent<PutRolePolicyRequest>, object>({
  fidelity: 'real',
  needs: onRole('PutRolePolicy'),
  handle: ({ RoleName, PolicyName, PolicyDocument }, { state }) => {
    putInline(getRoleNamed(state, RoleName), PolicyName, PolicyDocument);
    return {};
  },
});
