import type { DeletePartitionRequest } from '@aws-sdk/client-glue';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { demandOwnCatalog, getPartitionEntry, getTableEntry, partitionKey } from '../catalog/entries.ts';
import { onPartitionsOf } from '../needs.ts';
import type { GlueState } from '../state.ts';

export const deletePartition = operation<GlueState, Sent<DeletePartitionRequest>, object>({
  fidelity: 'real',
  needs: onPartitionsOf('DeletePartition'),
  handle: (input, call) => {
    demandOwnCatalog(call, input);
    const table = getTableEntry(call, input.DatabaseName, input.TableName);
    getPartitionEntry(table, input.PartitionValues);
    table.partitions.delete(partitionKey(input.PartitionValues));
    return {};
  },
});
