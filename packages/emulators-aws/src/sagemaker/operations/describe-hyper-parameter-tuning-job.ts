import type {
  DescribeHyperParameterTuningJobRequest,
  DescribeHyperParameterTuningJobResponse,
} from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { noTuningJob } from '../errors.ts';
import { holdWhile } from '../holding.ts';
import { isLive } from '../jobs/live.ts';
import { arnOf, needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';
import { failOrphan, isTuning } from '../tuning/run-tuning.ts';

export const describeHyperParameterTuningJob = operation<
  SageMakerState,
  DescribeHyperParameterTuningJobRequest,
  DescribeHyperParameterTuningJobResponse
>({
  fidelity: 'real',
  needs: ({ HyperParameterTuningJobName = '' }, call) =>
    needOn(
      call,
      'DescribeHyperParameterTuningJob',
      arnOf(call, 'hyper-parameter-tuning-job', HyperParameterTuningJobName),
    ),
  handle: async ({ HyperParameterTuningJobName = '' }, call) => {
    const job = call.state.tuningJobs.get(HyperParameterTuningJobName);
    if (!job) throw noTuningJob(HyperParameterTuningJobName);
    if (isTuning(job) && !isLive(job)) failOrphan(call, job);
    await holdWhile(call, job, () => isTuning(job));
    return job;
  },
});
