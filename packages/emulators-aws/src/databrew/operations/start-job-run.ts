import type { JobRun, StartJobRunRequest, StartJobRunResponse } from '@aws-sdk/client-databrew';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { getJobEntry, onNamed } from '../entries.ts';
import { runJob } from '../running.ts';
import type { DataBrewState } from '../state.ts';

export const startJobRun = operation<DataBrewState, Sent<StartJobRunRequest>, StartJobRunResponse>({
  fidelity: 'simplified',
  differs: 'A run takes seconds, not minutes, and is not tried again.',
  needs: onNamed('StartJobRun', 'job'),
  handle: ({ Name: name }, call) => {
    const job = getJobEntry(call, name);
    const { DatasetName, Outputs, RecipeReference, JobSample } = job;
    const run: JobRun = {
      RunId: `db_${call.ids.hex(64)}`,
      JobName: name,
      State: 'STARTING',
      Attempt: 0,
      StartedBy: call.principal.arn,
      StartedOn: call.date(),
      LogGroupName: '/aws-glue-databrew/jobs',
      DatasetName,
      Outputs,
      RecipeReference,
      JobSample,
    };
    call.state.runs.set(name, [...(call.state.runs.get(name) ?? []), run]);
    call.background((later) => runJob(later, job, run));
    return { RunId: run.RunId };
  },
});
