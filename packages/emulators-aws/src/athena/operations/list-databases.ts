import type { ListDatabasesInput, ListDatabasesOutput } from '@aws-sdk/client-athena';
import type { GetDatabasesResponse } from '@aws-sdk/client-glue';
import { operation } from '@cairn/emulator-kit';
import { databaseMetadata, fromGlue, paged } from '../metadata.ts';
import type { AthenaState } from '../state.ts';
import { demandCatalog, onCatalog } from '../work-groups.ts';

export const listDatabases = operation<AthenaState, ListDatabasesInput, ListDatabasesOutput>({
  fidelity: 'real',
  needs: onCatalog('ListDatabases'),
  handle: async (input, call) => {
    demandCatalog(input.CatalogName);
    const { DatabaseList: databases = [], NextToken: token } = await fromGlue<GetDatabasesResponse>(
      call,
      'GetDatabases',
      paged(input),
    );
    return { DatabaseList: databases.map(databaseMetadata), ...(token === undefined ? {} : { NextToken: token }) };
  },
});
