import type { ListRolesRequest, ListRolesResponse } from '@aws-sdk/client-iam';
import { operation } from '@cairn/emulator-kit';
import { listedRole } from '../describe.ts';
import { underPath } from '../entities.ts';
import { listing } from '../needs.ts';
import { pageOf } from '../paging.ts';
import type { Sent } from '../sent.ts';
import type { IamState } from '../state.ts';

export const listRoles = operation<IamState, Sent<ListRolesRequest>, ListRolesResponse>({
  fidelity: 'real',
  needs: listing('ListRoles', 'role'),
  handle: (input, { state }) => {
    const { items, rest } = pageOf(underPath(state.roles.values(), input.PathPrefix), ({ name }) => name, input);
    return { Roles: items.map(listedRole), ...rest };
  },
});
