import type { GetPartitionsRequest, GetPartitionsResponse } from '@aws-sdk/client-glue';
import { operation } from '@cairn/emulator-kit';
import { demandOwnCatalog, getTableEntry, partitionKey } from '../catalog/entries.ts';
import { parsePartitionExpression } from '../catalog/partition-expression.ts';
import { onPartitionsOf } from '../needs.ts';
import { page, tokenMember } from '../paging.ts';
import type { GlueState } from '../state.ts';

export const getPartitions = operation<GlueState, GetPartitionsRequest, GetPartitionsResponse>({
  fidelity: 'real',
  needs: onPartitionsOf('GetPartitions'),
  handle: (input, call) => {
    demandOwnCatalog(call, input);
    const { entry, partitions } = getTableEntry(call, input.DatabaseName, input.TableName);
    const meets = input.Expression ? parsePartitionExpression(input.Expression, entry.PartitionKeys ?? []) : () => true;
    const { SegmentNumber: segment = 0, TotalSegments: segments = 1 } = input.Segment ?? {};
    const found = [...partitions.values()].filter(({ Values }, i) => i % segments === segment && meets(Values ?? []));
    const { items, nextToken } = page(found, ({ Values }) => partitionKey(Values ?? []), input);
    return { Partitions: [...items], ...tokenMember(nextToken) };
  },
});
