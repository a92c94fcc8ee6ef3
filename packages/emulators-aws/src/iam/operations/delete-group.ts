import type { DeleteGroupRequest } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getGroupNamed, nameKey } from '../entities.ts';
import { mustRemove } from '../errors.ts';
import { onGroup } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const deleteGroup = operation<IamState, Sent<DeleteGroupRequest>, object>({
  fidelity: 'real',
  needs: onGroup('DeleteGroup'),
  handle: ({ GroupName }, { state }) => {
    const group = getGroupNamed(state, GroupName);
    if (group.members.size > 0) throw mustRemove('remove users from group');
    if (group.attached.size > 0) throw mustRemove('detach all policies');
    if (group.inline.size > 0) throw mustRemove('delete policies');
    state.groups.delete(nameKey(group.name));
    return {};
  },
});
