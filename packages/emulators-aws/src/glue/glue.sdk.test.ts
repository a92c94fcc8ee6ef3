import {
  BatchCreatePartitionCommand,
  CreateCrawlerCommand,
  CreateDatabaseCommand,
  CreateDataQualityRulesetCommand,
  CreateJobCommand,
  CreateTableCommand,
  DeleteDatabaseCommand,
  GetCrawlerCommand,
  GetDatabaseCommand,
  GetDataQualityResultCommand,
  GetDataQualityRulesetEvaluationRunCommand,
  GetJobRunCommand,
  GetPartitionsCommand,
  GetTableCommand,
  GetTablesCommand,
  GlueClient,
  StartCrawlerCommand,
  StartDataQualityRulesetEvaluationRunCommand,
  StartJobRunCommand,
} from '@aws-sdk/client-glue';
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

/** The account's time stands still but for what a test lets pass. */
const START = Date.now();
const HOUR = 3_600_000;
let box: OpenSandbox;
let glue: GlueClient;
let s3: S3Client;

const put = (Key: string, Body: string) => s3.send(new PutObjectCommand({ Bucket: 'raw', Key, Body }));

async function role(RoleName: string, Action: string[]): Promise<void> {
  const iam = box.client(IAMClient, { credentials: box.root });
  const trust = [{ Effect: 'Allow', Principal: { Service: 'glue.amazonaws.com' }, Action: 'sts:AssumeRole' }];
  const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: trust });
  await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }));
  const PolicyDocument = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action, Resource: '*' }],
  });
  await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'p', PolicyDocument }));
}

beforeAll(async () => {
  box = await openSandbox({ id: 'glue', wall: () => START });
  glue = box.client(GlueClient);
  s3 = box.client(S3Client);
  await s3.send(new CreateBucketCommand({ Bucket: 'raw' }));
  await role('etl', ['s3:*', 'glue:*']);
  await role('blind', ['glue:*', 's3:ListBucket']);
  await put('sales/year=2024/a.csv', 'Id,Item,Price,Paid\n1,tea,2.5,true\n2,rice,4,false\n');
  await put('sales/year=2025/b.csv', 'Id,Item,Price,Paid\n3,oil,,true\n4,tea,3,true\n');
  await put('sales/_SUCCESS', 'x');
  await put('users/u.json', '{"userId":1,"home":{"zip":8000},"tags":["a"]}\n{"userId":3000000000,"score":1.5}\n');
});
afterAll(async () => {
  expect(box.bugs).toEqual([]);
  await box.close();
});

const fails = (name: string, message: RegExp) => ({ name, message: expect.stringMatching(message) });

describe('the catalog', () => {
  it('keeps databases, tables and partitions, and refuses what is there twice or not at all', async () => {
    await glue.send(new CreateDatabaseCommand({ DatabaseInput: { Name: 'Shop' } }));
    const PartitionKeys = [
      { Name: 'year', Type: 'int' },
      { Name: 'month', Type: 'string' },
    ];
    const TableInput = {
      Name: 'Orders',
      PartitionKeys,
      StorageDescriptor: { Columns: [{ Name: 'id', Type: 'int' }], Location: 's3://raw/o/' },
    };
    await glue.send(new CreateTableCommand({ DatabaseName: 'shop', TableInput }));
    const PartitionInputList = [
      ['2023', '12'],
      ['2024', '01'],
      ['2024', '02'],
    ].map((Values) => ({ Values }));
    const made = await glue.send(
      new BatchCreatePartitionCommand({ DatabaseName: 'shop', TableName: 'orders', PartitionInputList }),
    );
    const again = await glue.send(
      new BatchCreatePartitionCommand({
        DatabaseName: 'shop',
        TableName: 'orders',
        PartitionInputList: [{ Values: ['2023', '12'] }],
      }),
    );
    const { Table: table } = await glue.send(new GetTableCommand({ DatabaseName: 'shop', Name: 'orders' }));

    expect(made.Errors).toEqual([]);
    expect(again.Errors?.[0]?.ErrorDetail?.ErrorCode).toBe('AlreadyExistsException');
    expect(table).toMatchObject({ Name: 'orders', DatabaseName: 'shop', VersionId: '0' });
    await expect(glue.send(new CreateTableCommand({ DatabaseName: 'shop', TableInput }))).rejects.toMatchObject(
      fails('AlreadyExistsException', /^Table already exists/),
    );
    await expect(glue.send(new GetTableCommand({ DatabaseName: 'shop', Name: 'nope' }))).rejects.toMatchObject(
      fails('EntityNotFoundException', /nope/),
    );
    await expect(glue.send(new GetDatabaseCommand({ Name: 'none' }))).rejects.toMatchObject(
      fails('EntityNotFoundException', /Database none not found/),
    );
  });

  it.each([
    ["year = 2024 AND month = '02'", 1],
    ['year >= 2024', 2],
    ["year BETWEEN 2022 AND 2023 OR month LIKE '0%'", 3],
    ["NOT (month IN ('01', '12'))", 1],
  ])('finds partitions by %s', async (Expression, count) => {
    const { Partitions } = await glue.send(
      new GetPartitionsCommand({ DatabaseName: 'shop', TableName: 'orders', Expression }),
    );

    expect(Partitions).toHaveLength(count);
  });

  it('pages through listings and says what is wrong with an expression', async () => {
    const first = await glue.send(
      new GetPartitionsCommand({ DatabaseName: 'shop', TableName: 'orders', MaxResults: 2 }),
    );
    const second = await glue.send(
      new GetPartitionsCommand({
        DatabaseName: 'shop',
        TableName: 'orders',
        MaxResults: 2,
        NextToken: first.NextToken,
      }),
    );

    expect([first.Partitions?.length, second.Partitions?.length, second.NextToken]).toEqual([2, 1, undefined]);
    await expect(
      glue.send(new GetPartitionsCommand({ DatabaseName: 'shop', TableName: 'orders', Expression: 'day = 1' })),
    ).rejects.toMatchObject(fails('InvalidInputException', /day is no partition key/));
  });

  it('deletes a database with its tables', async () => {
    await glue.send(new CreateDatabaseCommand({ DatabaseInput: { Name: 'brief' } }));
    await glue.send(new DeleteDatabaseCommand({ Name: 'brief' }));

    await expect(glue.send(new GetDatabaseCommand({ Name: 'brief' }))).rejects.toMatchObject({
      name: 'EntityNotFoundException',
    });
  });
});

async function crawl(Name: string, Path: string, more: object = {}): Promise<void> {
  await glue.send(
    new CreateCrawlerCommand({ Name, Role: 'etl', DatabaseName: Name, Targets: { S3Targets: [{ Path }] }, ...more }),
  );
  await glue.send(new StartCrawlerCommand({ Name }));
  await box.settled();
}

const tablesOf = async (DatabaseName: string) =>
  (await glue.send(new GetTablesCommand({ DatabaseName }))).TableList ?? [];

describe('a crawler', () => {
  it('finds tables, their columns, types and partitions', async () => {
    await crawl('lake', 's3://raw/', { TablePrefix: 'raw_' });

    const [sales, users] = await tablesOf('lake');
    const { Partitions } = await glue.send(new GetPartitionsCommand({ DatabaseName: 'lake', TableName: 'raw_sales' }));

    expect(sales).toMatchObject({
      Name: 'raw_sales',
      PartitionKeys: [{ Name: 'year', Type: 'string' }],
      Parameters: { classification: 'csv', 'skip.header.line.count': '1', objectCount: '2', recordCount: '4' },
    });
    expect(sales?.StorageDescriptor?.Columns).toEqual([
      { Name: 'id', Type: 'bigint' },
      { Name: 'item', Type: 'string' },
      { Name: 'price', Type: 'double' },
      { Name: 'paid', Type: 'boolean' },
    ]);
    expect(users?.StorageDescriptor?.Columns).toEqual([
      { Name: 'userid', Type: 'bigint' },
      { Name: 'home', Type: 'struct<zip:int>' },
      { Name: 'tags', Type: 'array<string>' },
      { Name: 'score', Type: 'double' },
    ]);
    expect(Partitions?.map(({ Values, StorageDescriptor }) => [Values, StorageDescriptor?.Location])).toEqual([
      [['2024'], 's3://raw/sales/year=2024/'],
      [['2025'], 's3://raw/sales/year=2025/'],
    ]);
  });

  it('takes folders of like files as partitions of one table, and leaves out what is excluded', async () => {
    for (const day of ['mon', 'tue']) await put(`logs/${day}/l.csv`, 'a,b\n1,x\n2,y\n');
    await put('logs/wed/l.csv', 'c|d|e\n1|2|3\n');
    await crawl('logs', '', { Targets: { S3Targets: [{ Path: 's3://raw/logs/', Exclusions: ['wed/**'] }] } });

    const [table] = await tablesOf('logs');

    expect(table).toMatchObject({
      Name: 'logs',
      PartitionKeys: [{ Name: 'partition_0' }],
      Parameters: { recordCount: '4' },
    });
  });

  it('fails with what its role may not do', async () => {
    await crawl('blind', 's3://raw/users/', { Role: 'blind' });

    const { Crawler } = await glue.send(new GetCrawlerCommand({ Name: 'blind' }));

    expect(Crawler?.State).toBe('READY');
    expect(Crawler?.LastCrawl).toMatchObject({
      Status: 'FAILED',
      ErrorMessage: expect.stringContaining('s3:GetObject'),
    });
  });

  it('crawls by its schedule in the account’s time', async () => {
    await put('later/a.csv', 'a,b\n1,x\n');
    const Targets = { S3Targets: [{ Path: 's3://raw/later/' }] };
    await glue.send(
      new CreateCrawlerCommand({
        Name: 'daily',
        Role: 'etl',
        DatabaseName: 'daily',
        Targets,
        Schedule: `cron(0 ${(new Date(START).getUTCHours() + 3) % 24} * * ? *)`,
      }),
    );

    await box.advance(HOUR);
    const early = await glue.send(new GetCrawlerCommand({ Name: 'daily' }));
    await box.advance(3 * HOUR);
    const late = await glue.send(new GetCrawlerCommand({ Name: 'daily' }));

    expect(early.Crawler?.LastCrawl).toBeUndefined();
    expect(late.Crawler?.LastCrawl?.Status).toBe('SUCCEEDED');
    expect((await tablesOf('daily')).map(({ Name }) => Name)).toEqual(['later']);
  });
});

async function runJob(name: string, script: string, more: object = {}) {
  const key = `scripts/${name}`;
  await put(key, script);
  const Command = { Name: 'glueetl', ScriptLocation: `s3://raw/${key}` };
  await glue.send(
    new CreateJobCommand({ Name: name, Role: 'etl', Command, WorkerType: 'G.1X', NumberOfWorkers: 2, ...more }),
  );
  const { JobRunId } = await glue.send(
    new StartJobRunCommand({ JobName: name, Arguments: { '--database': 'lake', '--year': '2024' } }),
  );
  await box.settled();
  return (await glue.send(new GetJobRunCommand({ JobName: name, RunId: JobRunId }))).JobRun;
}

describe('a job', () => {
  it('runs the statements of a SQL script over the catalog', async () => {
    const run = await runJob(
      'clean.sql',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a job's own placeholder
      "-- cleans\nCOPY (SELECT id, item FROM raw_sales WHERE year = '${year}' ORDER BY id)\n TO 's3://raw/clean/' (FORMAT csv);\n",
    );
    const listed = await s3.send(new ListObjectsV2Command({ Bucket: 'raw', Prefix: 'clean/' }));
    const object = await s3.send(new GetObjectCommand({ Bucket: 'raw', Key: listed.Contents?.[0]?.Key ?? '' }));

    expect(run).toMatchObject({ JobRunState: 'SUCCEEDED', MaxCapacity: 2, DPUSeconds: 120 });
    expect(await object.Body?.transformToString()).toBe('id,item\n1,tea\n2,rice\n');
  });

  it('fails with the reason, and says which scripts run here', async () => {
    const broken = await runJob('broken.sql', 'SELECT nope FROM raw_sales;');
    const spark = await runJob('spark.py', 'from pyspark import SparkContext');

    expect(broken).toMatchObject({
      JobRunState: 'FAILED',
      ErrorMessage: expect.stringContaining("Column 'nope' cannot be resolved"),
    });
    expect(spark).toMatchObject({
      JobRunState: 'FAILED',
      ErrorMessage: expect.stringContaining('run scripts that end in .sql'),
    });
  });
});

describe('data quality', () => {
  const RULES = `Rules = [
    RowCount = 4,
    IsComplete "id",
    IsUnique "item",
    Completeness "price" > 0.7,
    ColumnValues "item" in ["tea", "rice", "oil"],
    ColumnValues "id" between 0 and 4,
    ColumnValues "id" <= 3 with threshold > 0.7,
    ColumnExists "color",
    Mean "price" between 3 and 4,
    (RowCount > 10) or (ColumnDataType "id" = "INTEGER"),
    ColumnLength "item" >= 3
  ]`;

  it('checks each rule on the table, as the role', async () => {
    await glue.send(new CreateDataQualityRulesetCommand({ Name: 'rules', Ruleset: RULES }));
    const DataSource = { GlueTable: { DatabaseName: 'lake', TableName: 'raw_sales' } };
    const { RunId } = await glue.send(
      new StartDataQualityRulesetEvaluationRunCommand({ DataSource, Role: 'etl', RulesetNames: ['rules'] }),
    );
    await box.settled();
    const run = await glue.send(new GetDataQualityRulesetEvaluationRunCommand({ RunId }));
    const result = await glue.send(new GetDataQualityResultCommand({ ResultId: run.ResultIds?.[0] }));

    expect(run.Status).toBe('SUCCEEDED');
    expect(result.RuleResults?.map(({ Result }) => Result)).toEqual([
      'PASS',
      'PASS',
      'FAIL',
      'PASS',
      'PASS',
      'FAIL',
      'PASS',
      'FAIL',
      'PASS',
      'PASS',
      'PASS',
    ]);
    expect(result.RuleResults?.[2]).toMatchObject({
      EvaluatedMetrics: { 'Column.item.Uniqueness': 0.5 },
      EvaluationMessage: 'Value: 0.5 does not meet the constraint requirement!',
    });
    expect(result.Score).toBeCloseTo(8 / 11, 10);
  });

  it('refuses a ruleset that cannot be read, and says where', async () => {
    const Ruleset = 'Rules = [ IsComplet "id" ]';

    await expect(glue.send(new CreateDataQualityRulesetCommand({ Name: 'bad', Ruleset }))).rejects.toMatchObject(
      fails('InvalidInputException', /line 1:11: mismatched input 'IsComplet'/),
    );
  });
});
