import type { ListAttachedUserPoliciesRequest, ListAttachedUserPoliciesResponse } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getUserNamed } from '../entities.ts';
import { listAttached } from '../holding.ts';
import { onUser } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const listAttachedUserPolicies = operation<
  IamState,
  Sent<ListAttachedUserPoliciesRequest>,
  ListAttachedUserPoliciesResponse
>({
  fidelity: 'real',
  needs: onUser('ListAttachedUserPolicies'),
  handle: (input, { state }) => listAttached(state, getUserNamed(state, input.UserName), input),
});
