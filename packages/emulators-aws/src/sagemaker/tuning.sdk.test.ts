import {
  CreateHyperParameterTuningJobCommand,
  type CreateHyperParameterTuningJobRequest,
  DescribeHyperParameterTuningJobCommand,
  type HyperParameterTuningJobConfig,
  ListHyperParameterTuningJobsCommand,
  ListTrainingJobsForHyperParameterTuningJobCommand,
  StopHyperParameterTuningJobCommand,
} from '@aws-sdk/client-sagemaker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labelledCsv, type SageMakerFixture, sageMakerFixture, trainingRequest } from './testing-data.ts';

let lab: SageMakerFixture;
let data: { train: string; validation: string };

beforeAll(async () => {
  lab = await sageMakerFixture('tuning');
  data = {
    train: await lab.put('t/a.csv', labelledCsv(300, 1)),
    validation: await lab.put('v/a.csv', labelledCsv(200, 2)),
  };
});
afterAll(async () => {
  expect(lab.box.bugs).toEqual([]);
  await lab.box.close();
});

const RANGES = {
  IntegerParameterRanges: [{ Name: 'max_depth', MinValue: '1', MaxValue: '6' }],
  ContinuousParameterRanges: [{ Name: 'eta', MinValue: '0.01', MaxValue: '0.5', ScalingType: 'Logarithmic' as const }],
};

async function tune(
  name: string,
  config: Partial<HyperParameterTuningJobConfig>,
  changes: Partial<CreateHyperParameterTuningJobRequest> = {},
  fixed: Record<string, string> = { objective: 'binary:logistic', num_round: '8', eval_metric: 'auc' },
) {
  const { TrainingJobName: _n, HyperParameters: _h, ...definition } = trainingRequest(lab, { name, ...data });
  await lab.sagemaker.send(
    new CreateHyperParameterTuningJobCommand({
      HyperParameterTuningJobName: name,
      HyperParameterTuningJobConfig: {
        Strategy: 'Random',
        HyperParameterTuningJobObjective: { Type: 'Maximize', MetricName: 'validation:auc' },
        ResourceLimits: { MaxNumberOfTrainingJobs: 5, MaxParallelTrainingJobs: 2 },
        ParameterRanges: RANGES,
        RandomSeed: 3,
        ...config,
      },
      TrainingJobDefinition: {
        ...definition,
        StoppingCondition: { MaxRuntimeInSeconds: 60 },
        AlgorithmSpecification: {
          TrainingImage: definition.AlgorithmSpecification?.TrainingImage,
          TrainingInputMode: 'File',
        },
        StaticHyperParameters: fixed,
      },
      ...changes,
    }),
  );
}

async function tuned(...given: Parameters<typeof tune>) {
  await tune(...given);
  await lab.box.settled();
  const [HyperParameterTuningJobName] = given;
  return lab.sagemaker.send(new DescribeHyperParameterTuningJobCommand({ HyperParameterTuningJobName }));
}

const trialsOf = async (HyperParameterTuningJobName: string) => {
  const input = { HyperParameterTuningJobName, SortBy: 'FinalObjectiveMetricValue', SortOrder: 'Descending' } as const;
  const command = new ListTrainingJobsForHyperParameterTuningJobCommand({ ...input, MaxResults: 100 });
  return (await lab.sagemaker.send(command)).TrainingJobSummaries ?? [];
};

describe('a tuning job', () => {
  it.each(['Random', 'Bayesian'] as const)(
    'by %s search trains as many jobs as it may and names the best',
    async (Strategy) => {
      const job = await tuned(`by-${Strategy}`, { Strategy });

      const trials = await trialsOf(`by-${Strategy}`);
      const values = trials.map((trial) => trial.FinalHyperParameterTuningJobObjectiveMetric?.Value ?? 0);
      expect(job).toMatchObject({
        HyperParameterTuningJobStatus: 'Completed',
        TrainingJobStatusCounters: { Completed: 5, InProgress: 0 },
        ObjectiveStatusCounters: { Succeeded: 5 },
      });
      expect(values).toEqual([...values].sort((a, b) => b - a));
      expect(job.BestTrainingJob?.FinalHyperParameterTuningJobObjectiveMetric?.Value).toBe(values[0]);
      expect(new Set(trials.map(({ TunedHyperParameters }) => JSON.stringify(TunedHyperParameters))).size).toBe(5);
    },
  );

  it('by grid search goes through all combinations', async () => {
    const CategoricalParameterRanges = [
      { Name: 'max_depth', Values: ['2', '4'] },
      { Name: 'eta', Values: ['0.1', '0.3'] },
    ];
    const ResourceLimits = { MaxParallelTrainingJobs: 2 };

    await tuned('grid', { Strategy: 'Grid', ParameterRanges: { CategoricalParameterRanges }, ResourceLimits });

    const tried = (await trialsOf('grid')).map(({ TunedHyperParameters: p }) => `${p?.max_depth}/${p?.eta}`);
    expect(tried.sort()).toEqual(['2/0.1', '2/0.3', '4/0.1', '4/0.3']);
  });

  it('by Hyperband gives the best of many short trainings more rounds', async () => {
    const config = {
      Strategy: 'Hyperband',
      StrategyConfig: { HyperbandStrategyConfig: { MinResource: 1, MaxResource: 9 } },
      ResourceLimits: { MaxNumberOfTrainingJobs: 30, MaxParallelTrainingJobs: 2 },
    } as const;

    await tuned('hyperband', config, {}, { objective: 'binary:logistic', eval_metric: 'auc' });

    const rounds = (await trialsOf('hyperband')).map(({ TunedHyperParameters: p }) => Number(p?.num_round));
    const count = (wanted: number) => rounds.filter((n) => n === wanted).length;
    expect(count(1)).toBeGreaterThan(count(9));
    expect(count(9)).toBeGreaterThan(0);
  });

  it('tries the same again with the same seed', async () => {
    const ResourceLimits = { MaxNumberOfTrainingJobs: 3, MaxParallelTrainingJobs: 1 };
    await tuned('again-1', { ResourceLimits, RandomSeed: 9 });
    await tuned('again-2', { ResourceLimits, RandomSeed: 9 });

    const [one, two] = [await trialsOf('again-1'), await trialsOf('again-2')];

    expect(one.map(({ TunedHyperParameters }) => TunedHyperParameters)).toEqual(
      two.map(({ TunedHyperParameters }) => TunedHyperParameters),
    );
  });

  it('ends as soon as a job reaches the target', async () => {
    const job = await tuned('target', {
      TuningJobCompletionCriteria: { TargetObjectiveMetricValue: 0.6 },
      ResourceLimits: { MaxNumberOfTrainingJobs: 5, MaxParallelTrainingJobs: 1 },
    });

    expect(job.TrainingJobStatusCounters?.Completed).toBe(1);
  });

  it('fails when every training job has failed', async () => {
    const job = await tuned('hopeless', {}, {}, { objective: 'binary:logistic', num_round: '0', eval_metric: 'auc' });

    expect(job.HyperParameterTuningJobStatus).toBe('Failed');
    expect(job.FailureReason).toMatch(/^All training jobs failed/);
  });

  it('is stopped together with its training jobs', async () => {
    await tune('stopped', {}, {}, { objective: 'binary:logistic', num_round: '100000', eval_metric: 'auc' });
    const HyperParameterTuningJobName = 'stopped';
    await lab.sagemaker.send(new StopHyperParameterTuningJobCommand({ HyperParameterTuningJobName }));
    await lab.box.settled();

    const trials = await trialsOf('stopped');
    const listed = await lab.sagemaker.send(new ListHyperParameterTuningJobsCommand({ StatusEquals: 'Stopped' }));

    expect(listed.HyperParameterTuningJobSummaries?.map((job) => job.HyperParameterTuningJobName)).toEqual(['stopped']);
    expect(trials.every(({ TrainingJobStatus }) => TrainingJobStatus === 'Stopped')).toBe(true);
  });
});

describe('CreateHyperParameterTuningJob refuses', () => {
  it.each([
    [
      { HyperParameterTuningJobObjective: { Type: 'Minimize', MetricName: 'validation:auc' } },
      /objective metric type, \[Minimize\]/,
    ],
    [
      { HyperParameterTuningJobObjective: { Type: 'Maximize', MetricName: 'validation:acc' } },
      /\[validation:acc\], isn't valid/,
    ],
    [{ Strategy: 'Grid' }, /Grid search takes categorical ranges only/],
    [{ ParameterRanges: {} }, /at least one hyperparameter/],
  ] as const)('%j', async (config, message) => {
    await expect(tune('refused', config as Partial<HyperParameterTuningJobConfig>)).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringMatching(message),
    });
  });
});
