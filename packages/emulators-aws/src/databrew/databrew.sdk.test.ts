import {
  CreateDatasetCommand,
  CreateProfileJobCommand,
  CreateRecipeCommand,
  CreateRecipeJobCommand,
  DataBrewClient,
  DescribeDatasetCommand,
  DescribeJobRunCommand,
  DescribeRecipeCommand,
  ListDatasetsCommand,
  ListJobRunsCommand,
  ListRecipesCommand,
  type Output,
  PublishRecipeCommand,
  type RecipeStep,
  StartJobRunCommand,
} from '@aws-sdk/client-databrew';
import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing.ts';

let box: OpenSandbox;
let brew: DataBrewClient;
let s3: S3Client;
const roles = new Map<string, string>();

async function role(RoleName: string, Action: string[]): Promise<void> {
  const iam = box.client(IAMClient, { credentials: box.root });
  const trust = [{ Effect: 'Allow', Principal: { Service: 'databrew.amazonaws.com' }, Action: 'sts:AssumeRole' }];
  const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: trust });
  const { Role } = await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
  const PolicyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action, Resource: '*' }],
  });
  await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'p', PolicyDocument }));
  roles.set(RoleName, Role?.Arn ?? '');
}

const STEPS: RecipeStep[] = [
  { Action: { Operation: 'UPPER_CASE', Parameters: { sourceColumn: 'city' } } },
  {
    Action: { Operation: 'REMOVE_VALUES', Parameters: { sourceColumn: 'age' } },
    ConditionExpressions: [{ Condition: 'IS_MISSING', TargetColumn: 'age' }],
  },
];

beforeAll(async () => {
  box = await openSandbox({ id: 'databrew' });
  brew = box.client(DataBrewClient);
  s3 = box.client(S3Client);
  await s3.send(new CreateBucketCommand({ Bucket: 'data' }));
  await role('brewer', ['s3:*', 'glue:*']);
  await role('blind', ['s3:ListBucket']);
  const Body = 'name,age,city\nann,30,bern\nbob,,rome\n"cy, jr",50,bern\n';
  await s3.send(new PutObjectCommand({ Bucket: 'data', Key: 'people/p.csv', Body }));
  const Input = { S3InputDefinition: { Bucket: 'data', Key: 'people/' } };
  await brew.send(new CreateDatasetCommand({ Name: 'people', Format: 'CSV', Input }));
  await brew.send(new CreateRecipeCommand({ Name: 'tidy', Steps: STEPS }));
});
afterAll(async () => {
  expect(box.bugs).toEqual([]);
  await box.close();
});

async function run(Name: string) {
  const { RunId } = await brew.send(new StartJobRunCommand({ Name }));
  await box.settled();
  return brew.send(new DescribeJobRunCommand({ Name, RunId }));
}

async function written(Prefix: string): Promise<string> {
  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: 'data', Prefix }));
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: 'data', Key: Contents[0]?.Key ?? '' }));
  return (await Body?.transformToString()) ?? '';
}

describe('datasets and recipes', () => {
  it('are described and listed', async () => {
    const described = await brew.send(new DescribeDatasetCommand({ Name: 'people' }));
    const { Datasets } = await brew.send(new ListDatasetsCommand({}));

    expect(described).toMatchObject({ Name: 'people', Source: 'S3', Format: 'CSV' });
    expect(Datasets?.map(({ Name }) => Name)).toEqual(['people']);
    await expect(brew.send(new DescribeDatasetCommand({ Name: 'none' }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
    });
  });

  it('have versions once they are published', async () => {
    const before = await brew.send(new ListRecipesCommand({}));
    await brew.send(new PublishRecipeCommand({ Name: 'tidy', Description: 'first' }));
    const published = await brew.send(new DescribeRecipeCommand({ Name: 'tidy' }));
    const working = await brew.send(new DescribeRecipeCommand({ Name: 'tidy', RecipeVersion: 'LATEST_WORKING' }));

    expect(before.Recipes).toEqual([]);
    expect(published).toMatchObject({ RecipeVersion: '1.0', Description: 'first', Steps: STEPS });
    expect(working.RecipeVersion).toBe('1.1');
  });

  it('refuse an operation that nobody knows', async () => {
    const Steps = [{ Action: { Operation: 'UPER_CASE', Parameters: { sourceColumn: 'city' } } }];

    await expect(brew.send(new CreateRecipeCommand({ Name: 'bad', Steps }))).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining('Did you mean UPPER_CASE?'),
    });
  });
});

describe('a profile job', () => {
  it('writes what it found to S3', async () => {
    const OutputLocation = { Bucket: 'data', Key: 'profile' };
    await brew.send(
      new CreateProfileJobCommand({
        Name: 'look',
        DatasetName: 'people',
        RoleArn: roles.get('brewer'),
        OutputLocation,
      }),
    );

    const { State } = await run('look');
    const profile = JSON.parse(await written('profile/'));

    expect(State).toBe('SUCCEEDED');
    expect(profile).toMatchObject({ rowCount: 3, columnCount: 3, duplicateRowsCount: 0 });
    expect(profile.columns[1]).toMatchObject({
      name: 'age',
      type: 'bigint',
      missingValuesCount: 1,
      mean: 40,
      median: 40,
    });
  });

  it('fails with what its role may not read', async () => {
    const OutputLocation = { Bucket: 'data', Key: 'profile' };
    await brew.send(
      new CreateProfileJobCommand({
        Name: 'blind',
        DatasetName: 'people',
        RoleArn: roles.get('blind'),
        OutputLocation,
      }),
    );

    const described = await run('blind');
    const { JobRuns } = await brew.send(new ListJobRunsCommand({ Name: 'blind' }));

    expect(described).toMatchObject({ State: 'FAILED', ErrorMessage: expect.stringContaining('s3:GetObject') });
    expect(JobRuns).toHaveLength(1);
  });
});

describe('a recipe job', () => {
  const create = (Name: string, Outputs: Output[]) =>
    brew.send(
      new CreateRecipeJobCommand({
        Name,
        DatasetName: 'people',
        RecipeReference: { Name: 'tidy', RecipeVersion: 'LATEST_WORKING' },
        RoleArn: roles.get('brewer'),
        Outputs,
      }),
    );

  it('writes the prepared table', async () => {
    await create('prepare', [
      { Location: { Bucket: 'data', Key: 'csv/' }, Format: 'CSV' },
      { Location: { Bucket: 'data', Key: 'json' }, Format: 'JSON' },
      { Location: { Bucket: 'data', Key: 'parquet' }, Format: 'PARQUET' },
    ]);

    const { State } = await run('prepare');

    expect(State).toBe('SUCCEEDED');
    expect(await written('csv/')).toBe('name,age,city\nann,30,BERN\n"cy, jr",50,BERN\n');
    expect(await written('json/')).toBe(
      '{"name":"ann","age":"30","city":"BERN"}\n{"name":"cy, jr","age":"50","city":"BERN"}\n',
    );
    expect((await written('parquet/')).slice(0, 4)).toBe('PAR1');
  });

  it('is refused an output that is not written here', async () => {
    await expect(create('orc', [{ Location: { Bucket: 'data' }, Format: 'ORC' }])).rejects.toMatchObject({
      name: 'ValidationException',
      message: 'The output format ORC is not supported in this sandbox.',
    });
  });
});
