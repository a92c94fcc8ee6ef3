import type { CreateJobRequest, CreateJobResponse } from '@aws-sdk/client-glue';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { alreadyExists } from '../errors.ts';
import { demandRunnable, jobOf, onJob } from '../jobs/jobs.ts';
import { demandPassRole } from '../needs.ts';
import type { GlueState } from '../state.ts';

export const createJob = operation<GlueState, Sent<CreateJobRequest>, CreateJobResponse>({
  fidelity: 'simplified',
  differs: 'Tags of a job are not kept.',
  needs: ({ Name: name }, call) => onJob('CreateJob', name, call),
  handle: (input, call) => {
    demandRunnable(input);
    demandPassRole(call, input.Role);
    if (call.state.jobs.has(input.Name)) throw alreadyExists(`Job with name ${input.Name}`);
    call.state.jobs.set(input.Name, jobOf(call, input));
    return { Name: input.Name };
  },
});
