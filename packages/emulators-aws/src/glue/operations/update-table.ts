import type { UpdateTableRequest } from '@aws-sdk/client-glue';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { demandOwnCatalog, getTableEntry, tableOf } from '../catalog/entries.ts';
import { invalidInput, notSupported } from '../errors.ts';
import { tableNeeds } from '../needs.ts';
import type { GlueState } from '../state.ts';

export const updateTable = operation<GlueState, Sent<UpdateTableRequest>, object>({
  fidelity: 'simplified',
  differs: 'Earlier versions of a table are not kept.',
  needs: (input, call) => tableNeeds(call, 'UpdateTable', input.DatabaseName, input.TableInput?.Name ?? input.Name),
  handle: (input, call) => {
    demandOwnCatalog(call, input);
    if (input.ViewUpdateAction) throw notSupported('ViewUpdateAction');
    if (input.UpdateOpenTableFormatInput) throw notSupported('An Iceberg table');
    if (!input.TableInput) throw invalidInput('TableInput is missing: give the table as it shall be.');
    const table = getTableEntry(call, input.DatabaseName, input.TableInput.Name);
    table.entry = tableOf(call, input.DatabaseName, input.TableInput, table.entry);
    return {};
  },
});
