import type { GetTableMetadataInput, GetTableMetadataOutput } from '@aws-sdk/client-athena';
import type { GetTableResponse } from '@aws-sdk/client-glue';
import { operation } from '@cairn/emulator-kit';
import { fromGlue, tableMetadata } from '../metadata.ts';
import type { AthenaState } from '../state.ts';
import { demandCatalog, onCatalog } from '../work-groups.ts';

export const getTableMetadata = operation<AthenaState, GetTableMetadataInput, GetTableMetadataOutput>({
  fidelity: 'real',
  needs: onCatalog('GetTableMetadata'),
  handle: async (input, call) => {
    demandCatalog(input.CatalogName);
    const request = { DatabaseName: input.DatabaseName, Name: input.TableName };
    const { Table: table } = await fromGlue<GetTableResponse>(call, 'GetTable', request);
    return table ? { TableMetadata: tableMetadata(table) } : {};
  },
});
