import type { UpdateGroupRequest } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getGroupNamed } from '../entities.ts';
import { moveGroup } from '../moving.ts';
import { onGroup } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const updateGroup = operation<IamState, Sent<UpdateGroupRequest>, object>({
  fidelity: 'real',
  needs: onGroup('UpdateGroup'),
  handle: ({ GroupName, NewPath, NewGroupName }, { state }) => {
    moveGroup(state, getGroupNamed(state, GroupName), { path: NewPath, name: NewGroupName });
    return {};
  },
});
