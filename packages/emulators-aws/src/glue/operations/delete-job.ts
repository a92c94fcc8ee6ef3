import type { DeleteJobRequest, DeleteJobResponse } from '@aws-sdk/client-glue';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { onJob } from '../jobs/jobs.ts';
import type { GlueState } from '../state.ts';

export const deleteJob = operation<GlueState, Sent<DeleteJobRequest>, DeleteJobResponse>({
  fidelity: 'real',
  needs: ({ JobName: name }, call) => onJob('DeleteJob', name, call),
  handle: ({ JobName: name }, { state }) => {
    state.jobs.delete(name);
    state.runs.delete(name);
    return { JobName: name };
  },
});
