import type { GetJobRunRequest, GetJobRunResponse } from '@aws-sdk/client-glue';
import { operation } from '@cairn/emulator-kit';
import { getJobRunEntry, onJob } from '../jobs/jobs.ts';
import type { GlueState } from '../state.ts';

export const getJobRun = operation<GlueState, GetJobRunRequest, GetJobRunResponse>({
  fidelity: 'real',
  needs: ({ JobName: name }, call) => onJob('GetJobRun', name, call),
  handle: ({ JobName: name, RunId: id }, call) => ({ JobRun: getJobRunEntry(call, name, id) }),
});
