import type { ListUsersRequest, ListUsersResponse } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { listedUser } from '../describe.ts';
import { underPath } from '../entities.ts';
import { listing } from '../needs.ts';
import { pageOf } from '../paging.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const listUsers = operation<IamState, Sent<ListUsersRequest>, ListUsersResponse>({
  fidelity: 'real',
  needs: listing('ListUsers', 'user'),
  handle: (input, { state }) => {
    const { items, rest } = pageOf(underPath(state.users.values(), input.PathPrefix), ({ name }) => name, input);
    return { Users: items.map(listedUser), ...rest };
  },
});
