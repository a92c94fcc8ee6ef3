import type { DeleteUserRequest } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getUserNamed, groupsOf, nameKey } from '../entities.ts';
import { mustRemove } from '../errors.ts';
import { keysOf } from '../keys.ts';
import { onUser } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const deleteUser = operation<IamState, Sent<DeleteUserRequest>, object>({
  fidelity: 'real',
  needs: onUser('DeleteUser'),
  handle: ({ UserName }, { state }) => {
    const user = getUserNamed(state, UserName);
    if (keysOf(state, user.name).length > 0) throw mustRemove('delete access keys');
    if (user.attached.size > 0) throw mustRemove('detach all policies');
    if (user.inline.size > 0) throw mustRemove('delete policies');
    if (groupsOf(state, user).length > 0) throw mustRemove('remove users from group');
    state.users.delete(nameKey(user.name));
    return {};
  },
});
