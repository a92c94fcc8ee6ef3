import type { ListTableMetadataInput, ListTableMetadataOutput } from '@aws-sdk/client-athena';
import type { GetTablesResponse } from '@aws-sdk/client-glue';
import { operation } from '@cairn/emulator-kit';
import { fromGlue, paged, tableMetadata } from '../metadata.ts';
import type { AthenaState } from '../state.ts';
import { demandCatalog, onCatalog } from '../work-groups.ts';

export const listTableMetadata = operation<AthenaState, ListTableMetadataInput, ListTableMetadataOutput>({
  fidelity: 'real',
  needs: onCatalog('ListTableMetadata'),
  handle: async (input, call) => {
    demandCatalog(input.CatalogName);
    const expression = input.Expression === undefined ? {} : { Expression: input.Expression };
    const request = { DatabaseName: input.DatabaseName, ...expression, ...paged(input) };
    const { TableList: tables = [], NextToken: token } = await fromGlue<GetTablesResponse>(call, 'GetTables', request);
    return { TableMetadataList: tables.map(tableMetadata), ...(token === undefined ? {} : { NextToken: token }) };
  },
});
