import {
  CreateModelPackageGroupCommand,
  CreatePipelineCommand,
  DescribePipelineCommand,
  DescribePipelineExecutionCommand,
  ListModelPackagesCommand,
  ListPipelineExecutionStepsCommand,
  ListPipelineExecutionsCommand,
  ListPipelineParametersForExecutionCommand,
  StartPipelineExecutionCommand,
  StopPipelineExecutionCommand,
  UpdatePipelineCommand,
} from '@aws-sdk/client-sagemaker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labelledCsv, type SageMakerFixture, sageMakerFixture, trainingRequest, XGBOOST } from './testing-data.ts';

const ANALYZER = '156813124566.dkr.ecr.us-east-1.amazonaws.com/sagemaker-model-monitor-analyzer';

let lab: SageMakerFixture;
let data: { train: string; validation: string };

beforeAll(async () => {
  lab = await sageMakerFixture('pipelines');
  data = {
    train: await lab.put('t/a.csv', labelledCsv(300, 1)),
    validation: await lab.put('v/a.csv', labelledCsv(200, 2)),
  };
  await lab.sagemaker.send(new CreateModelPackageGroupCommand({ ModelPackageGroupName: 'churn' }));
});
afterAll(async () => {
  expect(lab.box.bugs).toEqual([]);
  await lab.box.close();
});

function trainingStep(changes: Readonly<Record<string, unknown>> = {}, step: Readonly<Record<string, unknown>> = {}) {
  const { TrainingJobName: _n, ...request } = trainingRequest(lab, { name: 'x', ...data });
  const HyperParameters = { objective: 'binary:logistic', eval_metric: 'auc', num_round: { Get: 'Parameters.Rounds' } };
  return { Name: 'Train', Type: 'Training', Arguments: { ...request, HyperParameters, ...changes }, ...step };
}

const evaluateStep = () => ({
  Name: 'Evaluate',
  Type: 'Processing',
  DependsOn: ['Train'],
  PropertyFiles: [{ PropertyFileName: 'Report', OutputName: 'report', FilePath: 'statistics.json' }],
  Arguments: {
    RoleArn: lab.roleArn,
    AppSpecification: { ImageUri: ANALYZER },
    Environment: { dataset_format: '{"csv":{"header":false}}', dataset_source: '/opt/ml/processing/input/data' },
    ProcessingInputs: [
      {
        InputName: 'data',
        S3Input: { S3Uri: data.validation, LocalPath: '/opt/ml/processing/input/data', S3DataType: 'S3Prefix' },
      },
    ],
    ProcessingOutputConfig: {
      Outputs: [
        {
          OutputName: 'report',
          S3Output: {
            S3Uri: {
              'Std:Join': {
                On: '/',
                Values: ['s3:/', lab.bucket, 'reports', { Get: 'Execution.PipelineExecutionId' }],
              },
            },
            LocalPath: '/opt/ml/processing/output',
            S3UploadMode: 'EndOfJob',
          },
        },
      ],
    },
    ProcessingResources: { ClusterConfig: { InstanceType: 'ml.m5.large', InstanceCount: 1, VolumeSizeInGB: 5 } },
  },
});

const gateStep = () => ({
  Name: 'Gate',
  Type: 'Condition',
  Arguments: {
    Conditions: [
      {
        Type: 'GreaterThanOrEqualTo',
        LeftValue: { Get: "Steps.Train.FinalMetricDataList['validation:auc'].Value" },
        RightValue: { Get: 'Parameters.Bar' },
      },
      {
        Type: 'Equals',
        LeftValue: {
          'Std:JsonGet': { PropertyFile: { Get: 'Steps.Evaluate.PropertyFiles.Report' }, Path: 'dataset.item_count' },
        },
        RightValue: 200,
      },
    ],
    IfSteps: [
      {
        Name: 'Register',
        Type: 'RegisterModel',
        Arguments: {
          ModelPackageGroupName: 'churn',
          ModelApprovalStatus: 'PendingManualApproval',
          InferenceSpecification: {
            Containers: [{ Image: XGBOOST, ModelDataUrl: { Get: 'Steps.Train.ModelArtifacts.S3ModelArtifacts' } }],
            SupportedContentTypes: ['text/csv'],
            SupportedResponseMIMETypes: ['text/csv'],
          },
        },
      },
    ],
    ElseSteps: [
      {
        Name: 'TooWeak',
        Type: 'Fail',
        Arguments: {
          ErrorMessage: { 'Std:Join': { On: ' ', Values: ['the model is below', { Get: 'Parameters.Bar' }] } },
        },
      },
    ],
  },
});

const PARAMETERS = [
  { Name: 'Rounds', Type: 'Integer', DefaultValue: 10 },
  { Name: 'Bar', Type: 'Float', DefaultValue: 0.7 },
];

const definitionOf = (Steps: readonly object[]) =>
  JSON.stringify({ Version: '2020-12-01', Metadata: {}, Parameters: PARAMETERS, Steps });

const create = (PipelineName: string, steps: readonly object[], RoleArn = lab.roleArn) =>
  lab.sagemaker.send(new CreatePipelineCommand({ PipelineName, RoleArn, PipelineDefinition: definitionOf(steps) }));

async function start(PipelineName: string, parameters: Readonly<Record<string, string>> = {}): Promise<string> {
  const PipelineParameters = Object.entries(parameters).map(([Name, Value]) => ({ Name, Value }));
  const command = new StartPipelineExecutionCommand({ PipelineName, PipelineParameters });
  return (await lab.sagemaker.send(command)).PipelineExecutionArn ?? '';
}

async function outcomeOf(PipelineExecutionArn: string) {
  await lab.box.settled();
  const execution = await lab.sagemaker.send(new DescribePipelineExecutionCommand({ PipelineExecutionArn }));
  const listed = new ListPipelineExecutionStepsCommand({ PipelineExecutionArn, SortOrder: 'Ascending' });
  const { PipelineExecutionSteps: steps = [] } = await lab.sagemaker.send(listed);
  return { execution, steps, statuses: Object.fromEntries(steps.map((step) => [step.StepName, step.StepStatus])) };
}

beforeAll(async () => {
  // The order in the definition is not the order of running.
  await create('churn', [gateStep(), evaluateStep(), trainingStep()]);
});

describe('an execution', () => {
  it('trains, evaluates, and registers a model that is good enough', async () => {
    const arn = await start('churn');
    const { execution, statuses, steps } = await outcomeOf(arn);

    expect([execution.PipelineExecutionStatus, execution.FailureReason]).toEqual(['Succeeded', undefined]);
    expect(statuses).toEqual({ Train: 'Succeeded', Evaluate: 'Succeeded', Gate: 'Succeeded', Register: 'Succeeded' });
    expect(steps.find(({ StepName }) => StepName === 'Gate')?.Metadata?.Condition?.Outcome).toBe('True');
    expect(steps.find(({ StepName }) => StepName === 'Train')?.Metadata?.TrainingJob?.Arn).toMatch(
      /training-job\/pipelines-[a-z0-9]{12}-train-[a-z0-9]{10}$/,
    );
    const packages = await lab.sagemaker.send(new ListModelPackagesCommand({ ModelPackageGroupName: 'churn' }));
    expect(packages.ModelPackageSummaryList).toMatchObject([{ ModelPackageVersion: 1 }]);
  });

  it('fails with the message of the Fail step when the model is not', async () => {
    const { execution, statuses } = await outcomeOf(await start('churn', { Bar: '0.9999' }));

    expect(execution.PipelineExecutionStatus).toBe('Failed');
    expect(execution.FailureReason).toContain('the model is below 0.9999');
    expect(statuses).toMatchObject({ Gate: 'Succeeded', TooWeak: 'Failed' });
    expect(statuses.Register).toBeUndefined();
  });

  it('fails where the job of a step fails, and starts nothing after it', async () => {
    const { execution, statuses } = await outcomeOf(await start('churn', { Rounds: '0' }));

    expect(execution.FailureReason).toMatch(/Train: .*Hyperparameter num_round: must be/);
    expect(statuses).toEqual({ Train: 'Failed' });
  });

  it('works with the rights of the role of the pipeline', async () => {
    const role = await lab.role('weak-pipeline', ['s3:*']);
    await create('weak', [trainingStep()], role);

    const { execution } = await outcomeOf(await start('weak'));

    expect(execution.FailureReason).toMatch(
      /Failed to invoke sagemaker:CreateTrainingJob.*not authorized to perform: sagemaker:CreateTrainingJob/,
    );
  });

  it('takes a step from the cache when its arguments are the same', async () => {
    await create('cached', [trainingStep({}, { CacheConfig: { Enabled: true, ExpireAfter: 'P30D' } })]);
    const first = await start('cached');
    await lab.box.settled();

    const same = await outcomeOf(await start('cached'));
    const other = await outcomeOf(await start('cached', { Rounds: '11' }));

    expect(same.steps[0]?.CacheHitResult?.SourcePipelineExecutionArn).toBe(first);
    expect(other.steps[0]?.CacheHitResult).toBeUndefined();
    const { PipelineExecutionSummaries = [] } = await lab.sagemaker.send(
      new ListPipelineExecutionsCommand({ PipelineName: 'cached' }),
    );
    expect(PipelineExecutionSummaries).toHaveLength(3);
  });

  it('is stopped with the job that runs', async () => {
    await create('slow', [trainingStep()]);
    const arn = await start('slow', { Rounds: '100000' });
    await lab.sagemaker.send(new StopPipelineExecutionCommand({ PipelineExecutionArn: arn }));

    const { execution } = await outcomeOf(arn);

    expect(execution.PipelineExecutionStatus).toBe('Stopped');
  });

  it('knows its parameters, each of its type', async () => {
    const PipelineExecutionArn = await start('churn', { Bar: '0.8' });
    const { PipelineParameters } = await lab.sagemaker.send(
      new ListPipelineParametersForExecutionCommand({ PipelineExecutionArn }),
    );

    expect(PipelineParameters).toEqual([
      { Name: 'Bar', Value: '0.8' },
      { Name: 'Rounds', Value: '10' },
    ]);
    await expect(start('churn', { Rounds: 'many' })).rejects.toThrow(/Rounds is of type Integer/);
    await expect(start('churn', { Round: '1' })).rejects.toThrow(/Round is not in the definition/);
    await lab.box.settled();
  });
});

describe('a definition is refused', () => {
  it.each([
    ['no JSON', '{', /Unable to parse pipeline definition. It is no JSON/],
    ['an unknown version', '{"Version":"2019-01-01","Steps":[]}', /Version/],
    ['an unknown type', definitionOf([{ Name: 'A', Type: 'EMR', Arguments: {} }]), /Step A: type EMR is not supported/],
    [
      'a missing step',
      definitionOf([{ Name: 'A', Type: 'Fail', Arguments: {}, DependsOn: ['B'] }]),
      /the step B, which does not exist/,
    ],
    [
      'a circle',
      definitionOf([
        { Name: 'A', Type: 'Fail', Arguments: {}, DependsOn: ['B'] },
        { Name: 'B', Type: 'Fail', Arguments: { ErrorMessage: { Get: 'Steps.A.x' } } },
      ]),
      /in a circle: A -> B -> A/,
    ],
  ])('that has %s', async (name, PipelineDefinition, message) => {
    const PipelineName = name.replaceAll(' ', '-');
    const call = lab.sagemaker.send(
      new CreatePipelineCommand({ PipelineName, RoleArn: lab.roleArn, PipelineDefinition }),
    );

    await expect(call).rejects.toMatchObject({ name: 'ValidationException', message: expect.stringMatching(message) });
  });
});

it('an update changes what the next execution does', async () => {
  const step = (ErrorMessage: string) => definitionOf([{ Name: 'Stop', Type: 'Fail', Arguments: { ErrorMessage } }]);
  await create('updated', [{ Name: 'Stop', Type: 'Fail', Arguments: { ErrorMessage: 'one' } }]);
  await lab.sagemaker.send(new UpdatePipelineCommand({ PipelineName: 'updated', PipelineDefinition: step('two') }));

  const { execution } = await outcomeOf(await start('updated'));
  const described = await lab.sagemaker.send(new DescribePipelineCommand({ PipelineName: 'updated' }));

  expect(execution.FailureReason).toContain('two');
  expect(described.PipelineDefinition).toBe(step('two'));
});
