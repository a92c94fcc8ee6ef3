import type { GetDatabaseRequest, GetDatabaseResponse } from '@aws-sdk/client-glue';
import { operation } from '@cairn/emulator-kit';
import { demandOwnCatalog, getDatabaseEntry } from '../catalog/entries.ts';
import { onDatabase } from '../needs.ts';
import type { GlueState } from '../state.ts';

export const getDatabase = operation<GlueState, GetDatabaseRequest, GetDatabaseResponse>({
  fidelity: 'real',
  needs: onDatabase('GetDatabase'),
  handle: (input, call) => {
    demandOwnCatalog(call, input);
    return { Database: getDatabaseEntry(call, input.Name).entry };
  },
});
