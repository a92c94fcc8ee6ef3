import type {
  BatchCreatePartitionRequest,
  BatchCreatePartitionResponse,
  PartitionError,
  PartitionInput,
} from '@aws-sdk/client-glue';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { demandOwnCatalog, getTableEntry, partitionKey, partitionOf } from '../catalog/entries.ts';
import { onPartitionsOf } from '../needs.ts';
import type { CatalogTable, GlueCall, GlueState } from '../state.ts';

export const batchCreatePartition = operation<
  GlueState,
  Sent<BatchCreatePartitionRequest>,
  BatchCreatePartitionResponse
>({
  fidelity: 'real',
  needs: onPartitionsOf('BatchCreatePartition'),
  handle: (input, call) => {
    demandOwnCatalog(call, input);
    const table = getTableEntry(call, input.DatabaseName, input.TableName);
    return { Errors: input.PartitionInputList.flatMap((partition) => addPartition(call, table, partition)) };
  },
});

function addPartition(call: GlueCall, table: CatalogTable, input: PartitionInput): PartitionError[] {
  const partition = partitionOf(call, table, input);
  const key = partitionKey(partition.Values ?? []);
  if (table.partitions.has(key)) {
    const ErrorDetail = { ErrorCode: 'AlreadyExistsException', ErrorMessage: 'Partition already exists.' };
    return [{ PartitionValues: partition.Values, ErrorDetail }];
  }
  table.partitions.set(key, partition);
  return [];
}
