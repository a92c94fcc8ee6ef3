import type { GetRoleRequest, GetRoleResponse } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { describeRole } from '../describe.ts';
import { getRoleNamed } from '../entities.ts';
import { onRole } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const getRole = operation<IamState, Sent<GetRoleRequest>, GetRoleResponse>({
  fidelity: 'real',
  needs: onRole('GetRole'),
  handle: ({ RoleName }, { state, region }) => ({ Role: describeRole(getRoleNamed(state, RoleName), region) }),
});
