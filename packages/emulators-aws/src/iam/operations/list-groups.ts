import type { ListGroupsRequest, ListGroupsResponse } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { describeGroup } from '../describe.ts';
import { underPath } from '../entities.ts';
import { listing } from '../needs.ts';
import { pageOf } from '../paging.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const listGroups = operation<IamState, Sent<ListGroupsRequest>, ListGroupsResponse>({
  fidelity: 'real',
  needs: listing('ListGroups', 'group'),
  handle: (input, { state }) => {
    const { items, rest } = pageOf(underPath(state.groups.values(), input.PathPrefix), ({ name }) => name, input);
    return { Groups: items.map(describeGroup), ...rest };
  },
});
