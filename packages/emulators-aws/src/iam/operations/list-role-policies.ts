import type { ListRolePoliciesRequest, ListRolePoliciesResponse } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getRoleNamed } from '../entities.ts';
import { listInline } from '../holding.ts';
import { onRole } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const listRolePolicies = operation<IamState, Sent<ListRolePoliciesRequest>, ListRolePoliciesResponse>({
  fidelity: 'real',
  needs: onRole('ListRolePolicies'),
  handle: (input, { state }) => listInline(getRoleNamed(state, input.RoleName), input),
});
