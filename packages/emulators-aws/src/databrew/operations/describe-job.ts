import type { DescribeJobRequest, DescribeJobResponse } from '@aws-sdk/client-databrew';
import { operation } from '@cairn/emulator-kit';
import { getJobEntry, onNamed } from '../entries.ts';
import type { DataBrewState } from '../state.ts';

export const describeJob = operation<DataBrewState, DescribeJobRequest, DescribeJobResponse>({
  fidelity: 'real',
  needs: onNamed('DescribeJob', 'job'),
  handle: ({ Name: name }, call) => getJobEntry(call, name),
});
