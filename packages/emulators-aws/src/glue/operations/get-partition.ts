import type { GetPartitionRequest, GetPartitionResponse } from '@aws-sdk/client-glue';
import { operation } from '@cairn/emulator-kit';
import { demandOwnCatalog, getPartitionEntry, getTableEntry } from '../catalog/entries.ts';
import { onPartitionsOf } from '../needs.ts';
import type { GlueState } from '../state.ts';

export const getPartition = operation<GlueState, GetPartitionRequest, GetPartitionResponse>({
  fidelity: 'real',
  needs: onPartitionsOf('GetPartition'),
  handle: (input, call) => {
    demandOwnCatalog(call, input);
    const table = getTableEntry(call, input.DatabaseName, input.TableName);
    return { Partition: getPartitionEntry(table, input.PartitionValues) };
  },
});
