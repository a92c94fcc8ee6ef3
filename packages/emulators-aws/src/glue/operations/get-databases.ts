import type { GetDatabasesRequest, GetDatabasesResponse } from '@aws-sdk/client-glue';
import { operation } from '@cairn/emulator-kit';
import { demandOwnCatalog } from '../catalog/entries.ts';
import { catalogNeeds } from '../needs.ts';
import { page, tokenMember } from '../paging.ts';
import type { GlueState } from '../state.ts';

export const getDatabases = operation<GlueState, GetDatabasesRequest, GetDatabasesResponse>({
  fidelity: 'real',
  needs: (_input, call) => catalogNeeds(call, 'GetDatabases', 'database/*'),
  handle: (input, call) => {
    demandOwnCatalog(call, input);
    const { items, nextToken } = page(call.state.databases.values(), ({ entry }) => entry.Name ?? '', input);
    return { DatabaseList: items.map(({ entry }) => entry), ...tokenMember(nextToken) };
  },
});
