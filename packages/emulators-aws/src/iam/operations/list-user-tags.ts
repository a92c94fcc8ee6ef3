import type { ListUserTagsRequest, ListUserTagsResponse } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { getUserNamed } from '../entities.ts';
import { onUser } from '../needs.ts';
import { pageOf } from '../paging.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';
import { tagList } from '../tags.ts';

export const listUserTags = operation<IamState, Sent<ListUserTagsRequest>, ListUserTagsResponse>({
  fidelity: 'real',
  needs: onUser('ListUserTags'),
  handle: (input, { state }) => {
    const { items, rest } = pageOf(tagList(getUserNamed(state, input.UserName).tags), ({ Key }) => String(Key), input);
    return { Tags: items, ...rest };
  },
});
