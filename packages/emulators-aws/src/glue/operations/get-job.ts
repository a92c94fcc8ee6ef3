import type { GetJobRequest, GetJobResponse } from '@aws-sdk/client-glue';
import { operation } from '@cairn/emulator-kit';
import { getJobEntry, onJob } from '../jobs/jobs.ts';
import type { GlueState } from '../state.ts';

export const getJob = operation<GlueState, GetJobRequest, GetJobResponse>({
  fidelity: 'real',
  needs: ({ JobName: name }, call) => onJob('GetJob', name, call),
  handle: ({ JobName: name }, call) => ({ Job: getJobEntry(call, name) }),
});
