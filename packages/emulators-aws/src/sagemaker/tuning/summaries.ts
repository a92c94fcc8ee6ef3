import type { HyperParameterTrainingJobSummary } from '@aws-sdk/client-sagemaker';
import { bestTrial } from '@cairn/learning-algorithms';
import type { TuningJob, TuningTrial } from '../jobs-state.ts';
import type { SageMakerCall } from '../needs.ts';

const isOver = ({ status }: TuningTrial): boolean => status !== 'InProgress' && status !== 'Stopping';

/** One training job of a tuning job, as its listing and its best job show it. */
export function trialSummary(
  call: SageMakerCall,
  job: TuningJob,
  trial: TuningTrial,
): HyperParameterTrainingJobSummary {
  const training = call.state.trainingJobs.get(trial.trainingJobName);
  const { Type, MetricName } = job.HyperParameterTuningJobConfig.HyperParameterTuningJobObjective ?? {};
  const isMeasured = trial.objective !== undefined && isOver(trial);
  return {
    TrainingJobName: trial.trainingJobName,
    TrainingJobArn: training?.TrainingJobArn,
    CreationTime: training?.CreationTime,
    TrainingStartTime: training?.TrainingStartTime,
    TrainingEndTime: training?.TrainingEndTime,
    TrainingJobStatus: trial.status,
    TunedHyperParameters: { ...trial.hyperparameters },
    FailureReason: training?.FailureReason,
    ...(isMeasured
      ? { FinalHyperParameterTuningJobObjectiveMetric: { Type, MetricName, Value: trial.objective } }
      : {}),
    ObjectiveStatus: isMeasured ? 'Succeeded' : isOver(trial) ? 'Failed' : 'Pending',
  };
}

/** The trial with the best objective; undefined as long as none has one. */
export function bestOf({ trials, HyperParameterTuningJobConfig }: TuningJob): TuningTrial | undefined {
  const direction = HyperParameterTuningJobConfig.HyperParameterTuningJobObjective?.Type ?? 'Maximize';
  const measured = trials.flatMap((trial) =>
    trial.objective === undefined || !isOver(trial)
      ? []
      : [{ trial, parameters: trial.parameters, value: trial.objective }],
  );
  return bestTrial({ direction }, measured)?.trial;
}

/** Brings counters and the best job up to date. */
export function recount(call: SageMakerCall, job: TuningJob): void {
  const count = (isCounted: (trial: TuningTrial) => boolean) => job.trials.filter(isCounted).length;
  job.TrainingJobStatusCounters = {
    Completed: count(({ status }) => status === 'Completed'),
    InProgress: count((trial) => !isOver(trial)),
    RetryableError: 0,
    NonRetryableError: count(({ status }) => status === 'Failed'),
    Stopped: count(({ status }) => status === 'Stopped'),
  };
  const succeeded = count((trial) => isOver(trial) && trial.objective !== undefined);
  const pending = count((trial) => !isOver(trial));
  job.ObjectiveStatusCounters = {
    Succeeded: succeeded,
    Pending: pending,
    Failed: job.trials.length - succeeded - pending,
  };
  const best = bestOf(job);
  if (best) job.BestTrainingJob = trialSummary(call, job, best);
  job.LastModifiedTime = call.date();
}
