import type { ListGroupPoliciesRequest, ListGroupPoliciesResponse } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getGroupNamed } from '../entities.ts';
import { listInline } from '../holding.ts';
import { onGroup } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const listGroupPolicies = operation<IamState, Sent<ListGroupPoliciesRequest>, ListGroupPoliciesResponse>({
  fidelity: 'real',
  needs: onGroup('ListGroupPolicies'),
  handle: (input, { state }) => listInline(getGroupNamed(state, input.GroupName), input),
});
