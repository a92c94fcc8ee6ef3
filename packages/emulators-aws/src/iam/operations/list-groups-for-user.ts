import type { ListGroupsForUserRequest, ListGroupsForUserResponse } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { describeGroup } from '../describe.ts';
import { getUserNamed, groupsOf } from '../entities.ts';
import { onUser } from '../needs.ts';
import { pageOf } from '../paging.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const listGroupsForUser = operation<IamState, Sent<ListGroupsForUserRequest>, ListGroupsForUserResponse>({
  fidelity: 'real',
  needs: onUser('ListGroupsForUser'),
  handle: (input, { state }) => {
    const groups = groupsOf(state, getUserNamed(state, input.UserName));
    const { items, rest } = pageOf(groups, ({ name }) => name, input);
    return { Groups: items.map(describeGroup), ...rest };
  },
});
