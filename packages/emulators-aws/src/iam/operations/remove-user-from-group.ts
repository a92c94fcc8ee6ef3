import type { RemoveUserFromGroupRequest } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getGroupNamed, getUserNamed, nameKey } from '../entities.ts';
import { onGroup } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const removeUserFromGroup = operation<IamState, Sent<RemoveUserFromGroupRequest>, object>({
  fidelity: 'real',
  needs: onGroup('RemoveUserFromGroup'),
  handle: ({ GroupName, UserName }, { state }) => {
    const group = getGroupNamed(state, GroupName);
    group.members.delete(nameKey(getUserNamed(state, UserName).name));
    return {};
  },
});
