import type { ListAttachedGroupPoliciesRequest, ListAttachedGroupPoliciesResponse } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getGroupNamed } from '../entities.ts';
import { listAttached } from '../holding.ts';
import { onGroup } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const listAttachedGroupPolicies = operation<
  IamState,
  Sent<ListAttachedGroupPoliciesRequest>,
  ListAttachedGroupPoliciesResponse
>({
  fidelity: 'real',
  needs: onGroup('ListAttachedGroupPolicies'),
  handle: (input, { state }) => listAttached(state, getGroupNamed(state, input.GroupName), input),
});
