import type { GetGroupRequest, GetGroupResponse } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { describeGroup, listedUser } from '../describe.ts';
import { getGroupNamed, getUserNamed } from '../entities.ts';
import { onGroup } from '../needs.ts';
import { pageOf } from '../paging.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const getGroup = operation<IamState, Sent<GetGroupRequest>, GetGroupResponse>({
  fidelity: 'real',
  needs: onGroup('GetGroup'),
  handle: (input, { state }) => {
    const group = getGroupNamed(state, input.GroupName);
    const { items, rest } = pageOf(group.members, (member) => member, input);
    return {
      Group: describeGroup(group),
      Users: items.map((member) => listedUser(getUserNamed(state, member))),
      ...rest,
    };
  },
});
