import type { GetTableRequest, GetTableResponse } from '@aws-sdk/client-glue';
import { operation } from '@cairn/emulator-kit';
import { demandOwnCatalog, getTableEntry } from '../catalog/entries.ts';
import { onTable } from '../needs.ts';
import type { GlueState } from '../state.ts';

export const getTable = operation<GlueState, GetTableRequest, GetTableResponse>({
  fidelity: 'real',
  needs: onTable('GetTable'),
  handle: (input, call) => {
    demandOwnCatalog(call, input);
    return { Table: getTableEntry(call, input.DatabaseName, input.Name).entry };
  },
});
