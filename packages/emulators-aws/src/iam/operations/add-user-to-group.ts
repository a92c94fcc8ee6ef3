import type { AddUserToGroupRequest } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getGroupNamed, getUserNamed, groupsOf, nameKey, QUOTAS } from '../entities.ts';
import { quotaExceeded } from '../errors.ts';
import { onGroup } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const addUserToGroup = operation<IamState, Sent<AddUserToGroupRequest>, object>({
  fidelity: 'real',
  needs: onGroup('AddUserToGroup'),
  handle: ({ GroupName, UserName }, { state }) => {
    const group = getGroupNamed(state, GroupName);
    const user = getUserNamed(state, UserName);
    const others = groupsOf(state, user).filter((other) => other !== group);
    if (others.length >= QUOTAS.groupsPerUser) throw quotaExceeded('GroupsPerUser', QUOTAS.groupsPerUser);
    group.members.add(nameKey(user.name));
    return {};
  },
});
