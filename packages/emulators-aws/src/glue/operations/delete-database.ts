import type { DeleteDatabaseRequest } from '@aws-sdk/client-glue';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { demandOwnCatalog, getDatabaseEntry } from '../catalog/entries.ts';
import { catalogNeeds } from '../needs.ts';
import type { GlueState } from '../state.ts';

export const deleteDatabase = operation<GlueState, Sent<DeleteDatabaseRequest>, object>({
  fidelity: 'real',
  needs: ({ Name: name }, call) =>
    catalogNeeds(call, 'DeleteDatabase', `database/${name}`, `table/${name}/*`, `userDefinedFunction/${name}/*`),
  handle: (input, call) => {
    demandOwnCatalog(call, input);
    getDatabaseEntry(call, input.Name);
    call.state.databases.delete(input.Name.toLowerCase());
    return {};
  },
});
