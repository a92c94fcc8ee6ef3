import type { ListEntitiesForPolicyRequest, ListEntitiesForPolicyResponse } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getPolicyByArn, usersOfPolicy } from '../managed-policies.ts';
import { onPolicy } from '../needs.ts';
import { pageOf } from '../paging.ts';
import type { Sent } from '../sent.ts';
import type { IamState, PolicyHolder } from '../state.ts';

export const listEntitiesForPolicy = operation<
  IamState,
  Sent<ListEntitiesForPolicyRequest>,
  ListEntitiesForPolicyResponse
>({
  fidelity: 'real',
  needs: onPolicy('ListEntitiesForPolicy'),
  handle: (input, { state }) => {
    getPolicyByArn(state, input.PolicyArn);
    const { items, rest } = pageOf(usersOfPolicy(state, input), ({ arn }) => arn, input);
    const named = (kind: PolicyHolder['kind']) => items.filter((holder) => holder.kind === kind);
    return {
      PolicyUsers: named('user').map(({ name, id }) => ({ UserName: name, UserId: id })),
      PolicyGroups: named('group').map(({ name, id }) => ({ GroupName: name, GroupId: id })),
      PolicyRoles: named('role').map(({ name, id }) => ({ RoleName: name, RoleId: id })),
      ...rest,
    };
  },
});
