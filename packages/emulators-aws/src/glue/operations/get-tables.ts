import type { GetTablesRequest, GetTablesResponse } from '@aws-sdk/client-glue';
import { operation } from '@cairn/emulator-kit';
import { demandOwnCatalog, getDatabaseEntry } from '../catalog/entries.ts';
import { nameTest } from '../catalog/name-expression.ts';
import { onTablesOf } from '../needs.ts';
import { page, tokenMember } from '../paging.ts';
import type { GlueState } from '../state.ts';

export const getTables = operation<GlueState, GetTablesRequest, GetTablesResponse>({
  fidelity: 'simplified',
  differs: 'Of regular expressions in Expression, `.`, `.*`, `[a-z]` and `|` are read.',
  needs: onTablesOf('GetTables'),
  handle: (input, call) => {
    demandOwnCatalog(call, input);
    const matches = nameTest(input.Expression);
    const found = [...getDatabaseEntry(call, input.DatabaseName).tables.values()].map(({ entry }) => entry);
    const named = found.filter(({ Name }) => matches(Name ?? ''));
    const { items, nextToken } = page(named, ({ Name }) => Name ?? '', input);
    return { TableList: [...items], ...tokenMember(nextToken) };
  },
});
