import type { CreateGroupRequest, CreateGroupResponse } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { describeGroup } from '../describe.ts';
import { nameKey, newEntity } from '../entities.ts';
import { onNew } from '../needs.ts';
import type { Sent } from '../sent.ts';
import type { Group, IamState } from '../state.ts';

export const createGroup = operation<IamState, Sent<CreateGroupRequest>, CreateGroupResponse>({
  fidelity: 'real',
  needs: onNew('CreateGroup', 'group', ({ GroupName }: CreateGroupRequest) => GroupName),
  handle: ({ GroupName: name, Path: path }, call) => {
    const { state, ids } = call;
    const entity = newEntity({ state, ids, kind: 'group', name, path, createdAt: call.date() });
    const group: Group = { ...entity, kind: 'group', members: new Set() };
    state.groups.set(nameKey(name), group);
    return { Group: describeGroup(group) };
  },
});
