import type { StartJobRunRequest, StartJobRunResponse } from '@aws-sdk/client-glue';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { concurrentRuns, notFound } from '../errors.ts';
import { isOver, onJob, runOf } from '../jobs/jobs.ts';
import { runJob } from '../jobs/run-job.ts';
import type { GlueState } from '../state.ts';

export const startJobRun = operation<GlueState, Sent<StartJobRunRequest>, StartJobRunResponse>({
  fidelity: 'simplified',
  differs: 'Runs SQL scripts (.sql) over the data catalog; Spark and Python scripts fail with a sentence that says so.',
  needs: ({ JobName: name }, call) => onJob('StartJobRun', name, call),
  handle: (input, call) => {
    const job = call.state.jobs.get(input.JobName);
    if (!job) throw notFound('Failed to start job run due to missing metadata');
    const runs = call.state.runs.get(input.JobName) ?? [];
    if (runs.filter((run) => !isOver(run)).length >= (job.ExecutionProperty?.MaxConcurrentRuns ?? 1))
      throw concurrentRuns(input.JobName);
    const run = runOf(call, job, input);
    call.state.runs.set(input.JobName, [...runs, run]);
    call.background((later, signal) => runJob(later, job, run, signal));
    return { JobRunId: run.Id };
  },
});
