import type { UpdateDatabaseRequest } from '@aws-sdk/client-glue';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { databaseOf, demandOwnCatalog, getDatabaseEntry } from '../catalog/entries.ts';
import { notSupported } from '../errors.ts';
import { onDatabase } from '../needs.ts';
import type { GlueState } from '../state.ts';

export const updateDatabase = operation<GlueState, Sent<UpdateDatabaseRequest>, object>({
  fidelity: 'real',
  needs: onDatabase('UpdateDatabase'),
  handle: (input, call) => {
    demandOwnCatalog(call, input);
    const database = getDatabaseEntry(call, input.Name);
    const entry = databaseOf(call, input.DatabaseInput, database.entry.CreateTime ?? call.date());
    if (entry.Name !== database.entry.Name) throw notSupported('Renaming a database');
    database.entry = entry;
    return {};
  },
});
