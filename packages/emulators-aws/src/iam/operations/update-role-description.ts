import type { UpdateRoleDescriptionRequest, UpdateRoleDescriptionResponse } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { describeRole } from '../describe.ts';
import { getRoleNamed } from '../entities.ts';
import { onRole } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const updateRoleDescription = operation<
  IamState,
  Sent<UpdateRoleDescriptionRequest>,
  UpdateRoleDescriptionResponse
>({
  fidelity: 'real',
  needs: onRole('UpdateRoleDescription'),
  handle: ({ RoleName, Description }, { state, region }) => {
    const role = getRoleNamed(state, RoleName);
    role.description = Description;
    return { Role: describeRole(role, region) };
  },
});
