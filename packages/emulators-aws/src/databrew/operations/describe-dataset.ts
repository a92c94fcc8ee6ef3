import type { DescribeDatasetRequest, DescribeDatasetResponse } from '@aws-sdk/client-databrew';
import { operation } from '@cairn/emulator-kit';
import { getDataset, onNamed } from '../entries.ts';
import type { DataBrewState } from '../state.ts';

export const describeDataset = operation<DataBrewState, DescribeDatasetRequest, DescribeDatasetResponse>({
  fidelity: 'real',
  needs: onNamed('DescribeDataset', 'dataset'),
  handle: ({ Name: name }, call) => getDataset(call, name),
});
