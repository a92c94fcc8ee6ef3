import {
  AddTagsCommand,
  AssociateTrialComponentCommand,
  CreateExperimentCommand,
  CreateTrainingJobCommand,
  CreateTrialCommand,
  CreateTrialComponentCommand,
  DeleteExperimentCommand,
  DeleteTagsCommand,
  DeleteTrialCommand,
  DescribeTrialComponentCommand,
  DisassociateTrialComponentCommand,
  ListExperimentsCommand,
  ListTagsCommand,
  ListTrialComponentsCommand,
  ListTrialsCommand,
  SearchCommand,
  type SearchRequest,
  UpdateTrialComponentCommand,
} from '@aws-sdk/client-sagemaker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labelledCsv, type SageMakerFixture, sageMakerFixture, trainingRequest } from './testing-data.ts';

let lab: SageMakerFixture;

beforeAll(async () => {
  lab = await sageMakerFixture('experiments');
  const train = await lab.put('t/a.csv', labelledCsv(200, 1));
  const validation = await lab.put('v/a.csv', labelledCsv(200, 2));
  await lab.sagemaker.send(new CreateExperimentCommand({ ExperimentName: 'depth' }));
  await lab.sagemaker.send(new CreateTrialCommand({ TrialName: 'first', ExperimentName: 'depth' }));
  for (const depth of [1, 3, 6]) {
    const hyperparameters = {
      objective: 'binary:logistic',
      num_round: '10',
      eval_metric: 'auc',
      max_depth: String(depth),
    };
    await lab.sagemaker.send(
      new CreateTrainingJobCommand({
        ...trainingRequest(lab, { name: `depth-${depth}`, train, validation, hyperparameters }),
        ExperimentConfig: { ExperimentName: 'depth', TrialName: 'first' },
      }),
    );
  }
  await lab.box.settled();
});
afterAll(async () => {
  expect(lab.box.bugs).toEqual([]);
  await lab.box.close();
});

const found = async (request: SearchRequest) => (await lab.sagemaker.send(new SearchCommand(request))).Results ?? [];

describe('a training job in an experiment', () => {
  it('becomes a trial component with parameters, metrics and artifacts', async () => {
    const listed = await lab.sagemaker.send(new ListTrialComponentsCommand({ ExperimentName: 'depth' }));
    const TrialComponentName = 'depth-3-aws-training-job';
    const component = await lab.sagemaker.send(new DescribeTrialComponentCommand({ TrialComponentName }));

    expect(listed.TrialComponentSummaries).toHaveLength(3);
    expect(component.Parameters?.max_depth).toEqual({ NumberValue: 3 });
    expect(component.Parameters?.objective).toEqual({ StringValue: 'binary:logistic' });
    expect(component.Metrics?.find(({ MetricName }) => MetricName === 'validation:auc')).toMatchObject({ Count: 10 });
    expect(component.OutputArtifacts?.['SageMaker.ModelArtifact']?.Value).toMatch(/depth-3\/output\/model.tar.gz$/);
  });

  it('is found by its figures, the best first', async () => {
    const results = await found({
      Resource: 'ExperimentTrialComponent',
      SearchExpression: {
        Filters: [
          { Name: 'Parents.ExperimentName', Operator: 'Equals', Value: 'depth' },
          { Name: 'Parameters.max_depth', Operator: 'GreaterThan', Value: '1' },
        ],
      },
      SortBy: 'Metrics.validation:auc.max',
      SortOrder: 'Descending',
    });

    const values = results.map(
      ({ TrialComponent }) =>
        TrialComponent?.Metrics?.find(({ MetricName }) => MetricName === 'validation:auc')?.Max ?? 0,
    );
    expect(values).toHaveLength(2);
    expect(values).toEqual([...values].sort((a, b) => b - a));
  });
});

describe('Search', () => {
  it('finds training jobs by hyperparameters and status', async () => {
    const Filters = [
      { Name: 'HyperParameters.max_depth', Operator: 'LessThanOrEqualTo', Value: '3' },
      { Name: 'TrainingJobStatus', Operator: 'Equals', Value: 'Completed' },
    ] as const;

    const both = await found({ Resource: 'TrainingJob', SearchExpression: { Filters: [...Filters] } });
    const either = await found({
      Resource: 'TrainingJob',
      SearchExpression: { Filters: [...Filters], Operator: 'Or' },
    });

    expect(both.map(({ TrainingJob }) => TrainingJob?.TrainingJobName).sort()).toEqual(['depth-1', 'depth-3']);
    expect(either).toHaveLength(3);
  });

  it('says what it cannot search', async () => {
    await expect(found({ Resource: 'FeatureGroup' })).rejects.toThrow(
      'Search for FeatureGroup is not supported in this sandbox.',
    );
  });
});

describe('experiments and trials', () => {
  it('hold components made by hand, until they are taken out', async () => {
    const names = { TrialComponentName: 'notes', TrialName: 'second' };
    await lab.sagemaker.send(new CreateExperimentCommand({ ExperimentName: 'by-hand' }));
    await lab.sagemaker.send(new CreateTrialCommand({ TrialName: 'second', ExperimentName: 'by-hand' }));
    await lab.sagemaker.send(
      new CreateTrialComponentCommand({
        TrialComponentName: 'notes',
        Parameters: { a: { NumberValue: 1 }, b: { StringValue: 'x' } },
      }),
    );
    await lab.sagemaker.send(new AssociateTrialComponentCommand(names));
    await lab.sagemaker.send(
      new UpdateTrialComponentCommand({
        TrialComponentName: 'notes',
        Parameters: { a: { NumberValue: 2 } },
        ParametersToRemove: ['b'],
        Status: { PrimaryStatus: 'Completed' },
      }),
    );

    const component = await lab.sagemaker.send(new DescribeTrialComponentCommand({ TrialComponentName: 'notes' }));
    expect(component.Parameters).toEqual({ a: { NumberValue: 2 } });
    const remove = () => lab.sagemaker.send(new DeleteTrialCommand({ TrialName: 'second' }));
    await expect(remove()).rejects.toMatchObject({ name: 'ConflictException' });
    await lab.sagemaker.send(new DisassociateTrialComponentCommand(names));
    await remove();
    await lab.sagemaker.send(new DeleteExperimentCommand({ ExperimentName: 'by-hand' }));
    const { TrialSummaries } = await lab.sagemaker.send(new ListTrialsCommand({}));
    expect(TrialSummaries?.map(({ TrialName }) => TrialName)).toEqual(['first']);
  });

  it('bear tags that can be added and removed', async () => {
    const { ExperimentSummaries = [] } = await lab.sagemaker.send(new ListExperimentsCommand({}));
    const ResourceArn = ExperimentSummaries[0]?.ExperimentArn;
    await lab.sagemaker.send(
      new AddTagsCommand({
        ResourceArn,
        Tags: [
          { Key: 'a', Value: '1' },
          { Key: 'b', Value: '2' },
        ],
      }),
    );
    await lab.sagemaker.send(new DeleteTagsCommand({ ResourceArn, TagKeys: ['a'] }));

    const { Tags } = await lab.sagemaker.send(new ListTagsCommand({ ResourceArn }));

    expect(Tags).toEqual([{ Key: 'b', Value: '2' }]);
  });

  it('must exist before a job or a trial names them', async () => {
    const request = trainingRequest(lab, { name: 'lost', train: `s3://${lab.bucket}/t/` });
    const job = lab.sagemaker.send(
      new CreateTrainingJobCommand({ ...request, ExperimentConfig: { TrialName: 'none' } }),
    );

    await expect(job).rejects.toMatchObject({ name: 'ResourceNotFound', message: "Trial 'none' does not exist." });
  });
});
