import type { ListRoleTagsRequest, ListRoleTagsResponse } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getRoleNamed } from '../entities.ts';
import { onRole } from '../needs.ts';
import { pageOf } from '../paging.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';
import { tagList } from '../tags.ts';

export const listRoleTags = operation<IamState, Sent<ListRoleTagsRequest>, ListRoleTagsResponse>({
  fidelity: 'real',
  needs: onRole('ListRoleTags'),
  handle: (input, { state }) => {
    const { items, rest } = pageOf(tagList(getRoleNamed(state, input.RoleName).tags), ({ Key }) => String(Key), input);
    return { Tags: items, ...rest };
  },
});
