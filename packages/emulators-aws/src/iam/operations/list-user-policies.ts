import type { ListUserPoliciesRequest, ListUserPoliciesResponse } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getUserNamed } from '../entities.ts';
import { listInline } from '../holding.ts';
import { onUser } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const listUserPolicies = operation<IamState, Sent<ListUserPoliciesRequest>, ListUserPoliciesResponse>({
  fidelity: 'real',
  needs: onUser('ListUserPolicies'),
  handle: (input, { state }) => listInline(getUserNamed(state, input.UserName), input),
});
