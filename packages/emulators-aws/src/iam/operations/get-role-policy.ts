import type { GetRolePolicyRequest, GetRolePolicyResponse } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { encodeDocument } from '../describe.ts';
import { getRoleNamed } from '../entities.ts';
import { getInline } from '../holding.ts';
import { onRole } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const getRolePolicy = operation<IamState, Sent<GetRolePolicyRequest>, GetRolePolicyResponse>({
  fidelity: 'real',
  needs: onRole('GetRolePolicy'),
  handle: ({ RoleName, PolicyName }, { state }) => {
    const role = getRoleNamed(state, RoleName);
    return { RoleName: role.name, PolicyName, PolicyDocument: encodeDocument(getInline(role, PolicyName)) };
  },
});
