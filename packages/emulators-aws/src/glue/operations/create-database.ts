import type { CreateDatabaseRequest } from '@aws-sdk/client-glue';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { databaseOf, demandOwnCatalog } from '../catalog/entries.ts';
import { alreadyExists } from '../errors.ts';
import { catalogNeeds } from '../needs.ts';
import type { GlueState } from '../state.ts';

export const createDatabase = operation<GlueState, Sent<CreateDatabaseRequest>, object>({
  fidelity: 'real',
  needs: ({ DatabaseInput: database }, call) => catalogNeeds(call, 'CreateDatabase', `database/${database.Name}`),
  handle: (input, call) => {
    demandOwnCatalog(call, input);
    const entry = databaseOf(call, input.DatabaseInput, call.date());
    if (call.state.databases.has(entry.Name ?? '')) throw alreadyExists('Database');
    call.state.databases.set(entry.Name ?? '', { entry, tables: new Map() });
    return {};
  },
});
