import type { BatchDeleteTableRequest, BatchDeleteTableResponse } from '@aws-sdk/client-glue';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { demandOwnCatalog, getDatabaseEntry } from '../catalog/entries.ts';
import { catalogNeeds } from '../needs.ts';
import type { GlueState } from '../state.ts';

export const batchDeleteTable = operation<GlueState, Sent<BatchDeleteTableRequest>, BatchDeleteTableResponse>({
  fidelity: 'real',
  needs: ({ DatabaseName: database, TablesToDelete: names }, call) =>
    catalogNeeds(call, 'BatchDeleteTable', `database/${database}`, ...names.map((name) => `table/${database}/${name}`)),
  handle: (input, call) => {
    demandOwnCatalog(call, input);
    const { tables } = getDatabaseEntry(call, input.DatabaseName);
    const missing = input.TablesToDelete.filter((name) => !tables.delete(name.toLowerCase()));
    const ErrorDetail = { ErrorCode: 'EntityNotFoundException', ErrorMessage: 'Table not found' };
    return { Errors: missing.map((TableName) => ({ TableName, ErrorDetail })) };
  },
});
