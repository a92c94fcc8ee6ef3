import type { DescribeJobRunRequest, DescribeJobRunResponse } from '@aws-sdk/client-databrew';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { getJobEntry, onNamed } from '../entries.ts';
import { notFound } from '../errors.ts';
import type { DataBrewState } from '../state.ts';

export const describeJobRun = operation<DataBrewState, Sent<DescribeJobRunRequest>, DescribeJobRunResponse>({
  fidelity: 'real',
  needs: onNamed('DescribeJobRun', 'job'),
  handle: ({ Name: name, RunId: id }, call) => {
    getJobEntry(call, name);
    const run = call.state.runs.get(name)?.find(({ RunId }) => RunId === id);
    if (!run) throw notFound('job run', id);
    return { ...run, JobName: name };
  },
});
