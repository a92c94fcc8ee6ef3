import type { DeleteTableRequest } from '@aws-sdk/client-glue';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { demandOwnCatalog, getDatabaseEntry, getTableEntry } from '../catalog/entries.ts';
import { onTable } from '../needs.ts';
import type { GlueState } from '../state.ts';

export const deleteTable = operation<GlueState, Sent<DeleteTableRequest>, object>({
  fidelity: 'real',
  needs: onTable('DeleteTable'),
  handle: (input, call) => {
    demandOwnCatalog(call, input);
    getTableEntry(call, input.DatabaseName, input.Name);
    getDatabaseEntry(call, input.DatabaseName).tables.delete(input.Name.toLowerCase());
    return {};
  },
});
