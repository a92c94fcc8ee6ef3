import type { DeleteJobRequest, DeleteJobResponse } from '@aws-sdk/client-databrew';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { getJobEntry, onNamed } from '../entries.ts';
import type { DataBrewState } from '../state.ts';

export const deleteJob = operation<DataBrewState, Sent<DeleteJobRequest>, DeleteJobResponse>({
  fidelity: 'real',
  needs: onNamed('DeleteJob', 'job'),
  handle: ({ Name: name }, call) => {
    getJobEntry(call, name);
    call.state.jobs.delete(name);
    call.state.runs.delete(name);
    return { Name: name };
  },
});
