import type { StopHyperParameterTuningJobRequest } from '@aws-sdk/client-sagemaker';
import { operation } from '@cairn/emulator-kit';
import { noTuningJob, validation } from '../errors.ts';
import { stopWork } from '../jobs/live.ts';
import { arnOf, needOn } from '../needs.ts';
import type { SageMakerState } from '../state.ts';
import { isTuning, setTuningStatus } from '../tuning/run-tuning.ts';

export const stopHyperParameterTuningJob = operation<SageMakerState, StopHyperParameterTuningJobRequest, object>({
  fidelity: 'real',
  needs: ({ HyperParameterTuningJobName = '' }, call) =>
    needOn(call, 'StopHyperParameterTuningJob', arnOf(call, 'hyper-parameter-tuning-job', HyperParameterTuningJobName)),
  handle: ({ HyperParameterTuningJobName = '' }, call) => {
    const job = call.state.tuningJobs.get(HyperParameterTuningJobName);
    if (!job) throw noTuningJob(HyperParameterTuningJobName);
    if (!isTuning(job)) {
      throw validation(
        `The request was rejected because the tuning job is in status ${job.HyperParameterTuningJobStatus}.`,
      );
    }
    setTuningStatus(call, job, 'Stopping');
    stopWork(job);
    return {};
  },
});
