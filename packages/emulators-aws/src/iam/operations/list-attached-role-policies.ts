import type { ListAttachedRolePoliciesRequest, ListAttachedRolePoliciesResponse } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getRoleNamed } from '../entities.ts';
import { listAttached } from '../holding.ts';
import { onRole } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const listAttachedRolePolicies = operation<
  IamState,
  Sent<ListAttachedRolePoliciesRequest>,
  ListAttachedRolePoliciesResponse
>({
  fidelity: 'real',
  needs: onRole('ListAttachedRolePolicies'),
  handle: (input, { state }) => listAttached(state, getRoleNamed(state, input.RoleName), input),
});
