import type { CreatePartitionRequest } from '@aws-sdk/client-glue';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { demandOwnCatalog, getTableEntry, partitionKey, partitionOf } from '../catalog/entries.ts';
import { alreadyExists } from '../errors.ts';
import { onPartitionsOf } from '../needs.ts';
import type { GlueState } from '../state.ts';

export const createPartition = operation<GlueState, Sent<CreatePartitionRequest>, object>({
  fidelity: 'real',
  needs: onPartitionsOf('CreatePartition'),
  handle: (input, call) => {
    demandOwnCatalog(call, input);
    const table = getTableEntry(call, input.DatabaseName, input.TableName);
    const partition = partitionOf(call, table, input.PartitionInput);
    const key = partitionKey(partition.Values ?? []);
    if (table.partitions.has(key)) throw alreadyExists('Partition');
    table.partitions.set(key, partition);
    return {};
  },
});
