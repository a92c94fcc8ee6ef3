import type { CreateTableRequest } from '@aws-sdk/client-glue';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { demandOwnCatalog, getDatabaseEntry, tableOf } from '../catalog/entries.ts';
import { alreadyExists, invalidInput, notSupported } from '../errors.ts';
import { tableNeeds } from '../needs.ts';
import type { GlueState } from '../state.ts';

export const createTable = operation<GlueState, Sent<CreateTableRequest>, object>({
  fidelity: 'real',
  needs: (input, call) => tableNeeds(call, 'CreateTable', input.DatabaseName, input.TableInput?.Name ?? input.Name),
  handle: (input, call) => {
    demandOwnCatalog(call, input);
    if (input.OpenTableFormatInput) throw notSupported('An Iceberg table');
    if (!input.TableInput) throw invalidInput('TableInput is missing: give the name and the columns of the table.');
    const { tables } = getDatabaseEntry(call, input.DatabaseName);
    const entry = tableOf(call, input.DatabaseName, input.TableInput);
    if (tables.has(entry.Name ?? '')) throw alreadyExists('Table');
    tables.set(entry.Name ?? '', { entry, partitions: new Map() });
    return {};
  },
});
