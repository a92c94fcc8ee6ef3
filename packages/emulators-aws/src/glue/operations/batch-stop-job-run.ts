import type { BatchStopJobRunRequest, BatchStopJobRunResponse } from '@aws-sdk/client-glue';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { isOver, onJob } from '../jobs/jobs.ts';
import type { GlueState } from '../state.ts';

export const batchStopJobRun = operation<GlueState, Sent<BatchStopJobRunRequest>, BatchStopJobRunResponse>({
  fidelity: 'real',
  needs: ({ JobName: name }, call) => onJob('BatchStopJobRun', name, call),
  handle: ({ JobName, JobRunIds: ids }, call) => {
    const runs = call.state.runs.get(JobName) ?? [];
    const stoppable = ids.filter((id) => runs.some((run) => run.Id === id && !isOver(run)));
    for (const run of runs) {
      if (stoppable.includes(run.Id ?? ''))
        Object.assign(run, { JobRunState: 'STOPPED', CompletedOn: call.date(), LastModifiedOn: call.date() });
    }
    const ErrorDetail = {
      ErrorCode: 'JobRunNotInTerminalStateException',
      ErrorMessage: 'The job run is not there or is over.',
    };
    return {
      SuccessfulSubmissions: stoppable.map((JobRunId) => ({ JobName, JobRunId })),
      Errors: ids.filter((id) => !stoppable.includes(id)).map((JobRunId) => ({ JobName, JobRunId, ErrorDetail })),
    };
  },
});
