import {
  AthenaClient,
  CreateNamedQueryCommand,
  CreateWorkGroupCommand,
  GetNamedQueryCommand,
  GetQueryExecutionCommand,
  GetQueryResultsCommand,
  ListQueryExecutionsCommand,
  ListTableMetadataCommand,
  type QueryExecution,
  StartQueryExecutionCommand,
  type StartQueryExecutionCommandInput,
  StopQueryExecutionCommand,
} from '@aws-sdk/client-athena';
import { GetPartitionsCommand, GlueClient } from '@aws-sdk/client-glue';
import { CreateAccessKeyCommand, CreateUserCommand, IAMClient, PutUserPolicyCommand } from '@aws-sdk/client-iam';
import { CreateBucketCommand, ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing.ts';

let box: OpenSandbox;
let athena: AthenaClient;
let s3: S3Client;

const put = (Key: string, Body: string) => s3.send(new PutObjectCommand({ Bucket: 'lake', Key, Body }));

const ORDERS = `CREATE EXTERNAL TABLE shop.orders (id int, item string, price double)
  PARTITIONED BY (year string, month int)
  ROW FORMAT DELIMITED FIELDS TERMINATED BY ',' LOCATION 's3://lake/orders/'
  TBLPROPERTIES ('skip.header.line.count' = '1')`;

beforeAll(async () => {
  box = await openSandbox({ id: 'athena' });
  athena = box.client(AthenaClient);
  s3 = box.client(S3Client);
  for (const Bucket of ['lake', 'answers']) await s3.send(new CreateBucketCommand({ Bucket }));
  await put('orders/year=2023/month=12/a.csv', 'id,item,price\n1,tea,2.5\n2,rice,4\n');
  await put('orders/year=2024/month=1/a.csv', 'id,item,price\n3,tea,3.5\nx,oil,\n');
  await put('orders/year=2024/month=2/b.csv', 'id,item,price\n5,tea,4.5\n');
  await put('events/a.json', '{"userId":1,"tags":["a","b"],"who":{"name":"ann"}}\n{"userId":2,"tags":[],"who":null}\n');
  await done('CREATE DATABASE shop');
  await done(ORDERS);
  await done('MSCK REPAIR TABLE shop.orders');
  await done(`CREATE EXTERNAL TABLE shop.events (userid int, tags array<string>, who struct<name:string>)
    ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' LOCATION 's3://lake/events/'`);
});
afterAll(async () => {
  expect(box.bugs).toEqual([]);
  await box.close();
});

async function run(
  QueryString: string,
  more: Partial<StartQueryExecutionCommandInput> = {},
  client = athena,
): Promise<QueryExecution> {
  const { QueryExecutionId } = await client.send(
    new StartQueryExecutionCommand({
      QueryString,
      QueryExecutionContext: { Database: 'shop' },
      ResultConfiguration: { OutputLocation: 's3://answers/out/' },
      ...more,
    }),
  );
  await box.settled();
  const { QueryExecution: execution } = await client.send(new GetQueryExecutionCommand({ QueryExecutionId }));
  return execution ?? {};
}

async function done(sql: string, more: Partial<StartQueryExecutionCommandInput> = {}): Promise<QueryExecution> {
  const execution = await run(sql, more);
  expect(execution.Status, `${sql}: ${execution.Status?.StateChangeReason}`).toMatchObject({ State: 'SUCCEEDED' });
  return execution;
}

const results = (QueryExecutionId: string | undefined, more = {}) =>
  athena.send(new GetQueryResultsCommand({ QueryExecutionId, ...more }));

/** The rows of a query, without its header. */
async function rows(
  sql: string,
  more: Partial<StartQueryExecutionCommandInput> = {},
): Promise<(string | undefined)[][]> {
  const { QueryExecutionId } = await done(sql, more);
  const { ResultSet } = await results(QueryExecutionId);
  return (ResultSet?.Rows ?? []).slice(1).map(({ Data }) => (Data ?? []).map(({ VarCharValue }) => VarCharValue));
}

const one = async (expression: string): Promise<string | undefined> => (await rows(`SELECT ${expression}`))[0]?.[0];

const reason = async (sql: string): Promise<string | undefined> => (await run(sql)).Status?.StateChangeReason;

describe('a query', () => {
  it('reads the catalog, the files and their partitions, and writes its rows as CSV to S3', async () => {
    const { QueryExecutionId, ResultConfiguration } = await done(
      'SELECT item, count(*) AS n, sum(price) FROM orders GROUP BY item ORDER BY n DESC, item',
    );
    const { ResultSet } = await results(QueryExecutionId);
    const listed = await s3.send(new ListObjectsV2Command({ Bucket: 'answers', Prefix: `out/${QueryExecutionId}` }));

    expect(ResultConfiguration?.OutputLocation).toBe(`s3://answers/out/${QueryExecutionId}.csv`);
    expect(ResultSet?.ResultSetMetadata?.ColumnInfo?.map(({ Name, Type }) => [Name, Type])).toEqual([
      ['item', 'varchar'],
      ['n', 'bigint'],
      ['_col2', 'double'],
    ]);
    expect(ResultSet?.Rows?.map(({ Data }) => Data?.map(({ VarCharValue }) => VarCharValue))).toEqual([
      ['item', 'n', '_col2'],
      ['tea', '3', '10.5'],
      ['oil', '1', undefined],
      ['rice', '1', '4.0'],
    ]);
    expect(listed.Contents?.map(({ Key }) => Key)).toEqual([
      `out/${QueryExecutionId}.csv`,
      `out/${QueryExecutionId}.csv.metadata`,
    ]);
  });

  it('gives NULL for a cell that is not of its column’s type', async () => {
    expect(await rows("SELECT id, price FROM orders WHERE item = 'oil'")).toEqual([[undefined, undefined]]);
  });

  it('reads only the partitions that its conditions leave', async () => {
    const all = await done('SELECT * FROM orders');
    const some = await done("SELECT * FROM orders o WHERE o.year = '2024' AND month IN (2, 3) AND price > 1");
    const joined = await done(
      "WITH late AS (SELECT * FROM orders WHERE year > '2023') SELECT * FROM late JOIN events ON late.id = events.userid",
    );

    expect(all.Statistics?.DataScannedInBytes).toBe(88);
    expect(some.Statistics?.DataScannedInBytes).toBe(24);
    expect(joined.Statistics?.DataScannedInBytes).toBe(88 - 33 + 85);
  });

  it('pages through its rows', async () => {
    const { QueryExecutionId } = await done('SELECT x FROM UNNEST(sequence(1, 5)) AS t(x)');

    const first = await results(QueryExecutionId, { MaxResults: 4 });
    const second = await results(QueryExecutionId, { MaxResults: 4, NextToken: first.NextToken });

    expect(first.ResultSet?.Rows).toHaveLength(4);
    expect(second.ResultSet?.Rows?.map(({ Data }) => Data?.[0]?.VarCharValue)).toEqual(['4', '5']);
    expect(second.NextToken).toBeUndefined();
  });

  it('takes parameters in the place of question marks', async () => {
    expect(
      await rows('SELECT id FROM orders WHERE year = ? AND id > ? ORDER BY 1', {
        ExecutionParameters: ["'2023'", '1'],
      }),
    ).toEqual([['2']]);
  });

  it('reads nested JSON, its keys in any case', async () => {
    const found = await rows('SELECT userid, cardinality(tags), tags, who, who.name FROM events ORDER BY 1');

    expect(found).toEqual([
      ['1', '2', '[a, b]', '{name=ann}', 'ann'],
      ['2', '0', '[]', undefined, undefined],
    ]);
    expect(await rows('SELECT userid, tag FROM events CROSS JOIN UNNEST(tags) AS t(tag) ORDER BY 2')).toEqual([
      ['1', 'a'],
      ['1', 'b'],
    ]);
  });
});

describe('functions of Trino', () => {
  it.each([
    ['7 / 2', '3'],
    ['7 / 2.0E0', '3.5'],
    ['TRY(1 / 0)', undefined],
    ["date_format(TIMESTAMP '2024-03-05 14:07:09', '%Y/%m/%d %H:%i:%s')", '2024/03/05 14:07:09'],
    ["date_parse('2024-03-05 14:07', '%Y-%m-%d %H:%i')", '2024-03-05 14:07:00.000'],
    ["format_datetime(TIMESTAMP '2024-03-05 14:07:09', 'yyyy-MM-dd')", '2024-03-05'],
    ["date_add('day', 2, DATE '2024-02-28') = TIMESTAMP '2024-03-01'", 'true'],
    ["date_diff('day', DATE '2024-02-28', DATE '2024-03-01')", '2'],
    ['from_unixtime(86400)', '1970-01-02 00:00:00.000'],
    ['json_extract_scalar(\'{"a":{"b":[1,2]}}\', \'$.a.b[1]\')', '2'],
    ['json_extract_scalar(\'{"a":{"b":1}}\', \'$.a\')', undefined],
    ["regexp_like('abc', 'b.$')", 'true'],
    ["regexp_extract('x42', '(\\d+)', 1)", '42'],
    ["regexp_extract('x', '\\d+')", undefined],
    ["regexp_replace('a-b-c', '-', '+')", 'a+b+c'],
    ["split('a,b', ',')", '[a, b]'],
    ["element_at(MAP(ARRAY['k'], ARRAY[7]), 'k')", '7'],
    ['element_at(ARRAY[5, 6], 2)', '6'],
    ['transform(ARRAY[1, 2], x -> x * 10)', '[10, 20]'],
    ['CAST(ARRAY[1, 2] AS ARRAY(VARCHAR))', '[1, 2]'],
    ["CAST(ROW(1, 'a') AS ROW(n INTEGER, t VARCHAR))", '{n=1, t=a}'],
    ["TRY_CAST('x' AS INTEGER)", undefined],
    ['9007199254740993', '9007199254740993'],
    ['1e10', '1.0E10'],
    ["'it''s'", "it's"],
  ])('%s', async (expression, value) => {
    expect(await one(expression)).toBe(value);
  });

  it('counts distinct values about right', async () => {
    expect(Number(await one('approx_distinct(x) FROM UNNEST(sequence(1, 100)) AS t(x)'))).toBeCloseTo(100, -2);
  });

  it('tells the time of the account', async () => {
    const now = box.tenant.clock.now();
    const then = Date.parse(`${(await one('current_timestamp'))?.replace(' UTC', 'Z').replace(' ', 'T')}`);

    expect(Math.abs(then - now)).toBeLessThan(60_000);
  });
});

describe('a query that fails', () => {
  it.each([
    [
      'SELECT nope FROM orders',
      "COLUMN_NOT_FOUND: line 1:8: Column 'nope' cannot be resolved or requester is not authorized to access requested resources",
    ],
    ['SELECT * FROM gone', "TABLE_NOT_FOUND: line 1:15: Table 'awsdatacatalog.shop.gone' does not exist"],
    ['SELECT * FROM none.gone', "SCHEMA_NOT_FOUND: line 1:15: Schema 'none' does not exist"],
    [
      'SELECT list_transform(ARRAY[1], x -> x)',
      "FUNCTION_NOT_FOUND: line 1:8: Function 'list_transform' not registered",
    ],
    [
      'SELECT item, count(*) FROM orders',
      "EXPRESSION_NOT_AGGREGATE: line 1:8: 'item' must be an aggregate expression or appear in GROUP BY clause",
    ],
    ['SELECT 1 / 0', 'DIVISION_BY_ZERO: Division by zero'],
  ])('%s', async (sql, message) => {
    expect(await reason(sql)).toBe(message);
  });

  it('is refused at once when it cannot be read', async () => {
    await expect(run('SELECT * FORM orders')).rejects.toMatchObject({
      name: 'InvalidRequestException',
      AthenaErrorCode: 'MALFORMED_QUERY',
      message: "line 1:15: mismatched input 'orders'",
    });
    await expect(run('SELECT 1', { ResultConfiguration: {} })).rejects.toThrow(/No output location provided/);
  });
});

describe('a query reaches nothing but the tables of the account', () => {
  it.each([
    "SELECT * FROM read_text('/etc/passwd')",
    "SELECT * FROM read_csv('/etc/passwd')",
    "SELECT * FROM glob('/*')",
    "SELECT * FROM '/etc/passwd'",
    'SELECT * FROM "/etc/passwd"',
    'SELECT * FROM duckdb_settings()',
    "SELECT * FROM (SELECT * FROM query('SELECT 1'))",
    "SELECT getenv('HOME')",
    "SELECT current_setting('temp_directory')",
    'SELECT * FROM duckdb_secrets()',
    'SELECT * FROM pg_catalog.pg_class',
    'SELECT * FROM sqlite_master',
    "SELECT main.read_text('/etc/passwd')",
  ])('%s', async (sql) => {
    const { Status } = await run(sql);

    expect(Status?.State).toBe('FAILED');
    expect(Status?.StateChangeReason).toMatch(/NOT_FOUND/);
  });

  it.each(["COPY (SELECT 1) TO '/tmp/x.csv'", "UNLOAD (SELECT 1 AS a) TO '/tmp/x' WITH (format = 'PARQUET')"])(
    '%s',
    async (sql) => {
      expect((await run(sql)).Status?.StateChangeReason).toMatch(/no address of S3/);
    },
  );

  it.each([
    "ATTACH '/tmp/x.db'",
    'INSTALL httpfs',
    'SET enable_external_access = true',
    'PRAGMA database_list',
    'SELECT 1; SELECT 2',
    "SELECT '1'::INT",
  ])('%s', async (sql) => {
    await expect(run(sql)).rejects.toMatchObject({ name: 'InvalidRequestException' });
  });

  it('fails when the caller may not read the objects', async () => {
    const iam = box.client(IAMClient, { credentials: box.root });
    await iam.send(new CreateUserCommand({ UserName: 'ann' }));
    const { AccessKey: key } = await iam.send(new CreateAccessKeyCommand({ UserName: 'ann' }));
    const Statement = [
      { Effect: 'Allow', Action: ['athena:*', 'glue:*', 's3:GetBucketLocation', 's3:ListBucket'], Resource: '*' },
      { Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::answers/*' },
    ];
    const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
    await iam.send(new PutUserPolicyCommand({ UserName: 'ann', PolicyName: 'p', PolicyDocument }));
    const credentials = { accessKeyId: key?.AccessKeyId ?? '', secretAccessKey: key?.SecretAccessKey ?? '' };
    const asAnn = box.client(AthenaClient, { credentials });

    const { Status } = await run('SELECT * FROM orders', {}, asAnn);

    expect(Status?.State).toBe('FAILED');
    expect(Status?.StateChangeReason).toMatch(/^PERMISSION_DENIED: Access denied.*s3:GetObject/);
  });
});

describe('statements that write', () => {
  it('make a partitioned Parquet table of a query, of which only the named columns are scanned', async () => {
    await done(`CREATE TABLE tea WITH (format = 'PARQUET', external_location = 's3://lake/tea/', partitioned_by = ARRAY['year'])
      AS SELECT id, item, price, year FROM orders WHERE item = 'tea'`);

    const whole = await done('SELECT * FROM tea');
    const column = await done('SELECT sum(id) FROM tea');
    const counted = await done('SELECT count(*) FROM tea');
    const partitions = await box
      .client(GlueClient)
      .send(new GetPartitionsCommand({ DatabaseName: 'shop', TableName: 'tea' }));

    expect(await rows('SELECT id, year FROM tea ORDER BY id')).toEqual([
      ['1', '2023'],
      ['3', '2024'],
      ['5', '2024'],
    ]);
    expect(partitions.Partitions?.map(({ Values }) => Values)).toEqual([['2023'], ['2024']]);
    expect(column.Statistics?.DataScannedInBytes).toBeGreaterThan(0);
    expect(column.Statistics?.DataScannedInBytes).toBeLessThan(Number(whole.Statistics?.DataScannedInBytes) / 2);
    expect(counted.Statistics?.DataScannedInBytes).toBe(0);
  });

  it('insert into a table, partitions included', async () => {
    await done(
      "CREATE EXTERNAL TABLE log (n bigint, t string) PARTITIONED BY (day string) STORED AS PARQUET LOCATION 's3://lake/log/'",
    );
    await done("INSERT INTO log VALUES (1, 'a', 'mon'), (2, NULL, 'tue')");
    await done("INSERT INTO log (day, n) SELECT 'wed', 3");

    expect(await rows('SELECT * FROM log ORDER BY n')).toEqual([
      ['1', 'a', 'mon'],
      ['2', undefined, 'tue'],
      ['3', undefined, 'wed'],
    ]);
  });

  it('unload to S3', async () => {
    await done(
      "UNLOAD (SELECT id, item FROM orders WHERE year = '2023') TO 's3://lake/unloaded/' WITH (format = 'JSON', compression = 'none')",
    );
    await done(
      "CREATE EXTERNAL TABLE unloaded (id int, item string) ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe' LOCATION 's3://lake/unloaded/'",
    );

    expect(await rows('SELECT * FROM unloaded ORDER BY id')).toEqual([
      ['1', 'tea'],
      ['2', 'rice'],
    ]);
    expect(await reason("UNLOAD (SELECT 1 AS a) TO 's3://lake/unloaded/' WITH (format = 'JSON')")).toMatch(
      /HIVE_PATH_ALREADY_EXISTS/,
    );
  });

  it('make views that later queries read', async () => {
    await done('CREATE OR REPLACE VIEW dear AS SELECT id, price FROM orders WHERE price > 3');

    expect(await rows('SELECT count(*) FROM dear d')).toEqual([['3']]);
  });
});

describe('definitions', () => {
  it('are shown and listed', async () => {
    const shown = await results((await done("SHOW TABLES 'ord*'")).QueryExecutionId);
    const partitions = await results((await done('SHOW PARTITIONS orders')).QueryExecutionId);
    const described = await results((await done('DESCRIBE orders')).QueryExecutionId);
    const listed = await athena.send(
      new ListTableMetadataCommand({ CatalogName: 'AwsDataCatalog', DatabaseName: 'shop', Expression: 'orders' }),
    );

    expect(shown.ResultSet?.Rows?.[0]?.Data?.[0]?.VarCharValue).toBe('orders');
    expect(partitions.ResultSet?.Rows?.map(({ Data }) => Data?.[0]?.VarCharValue)).toEqual([
      'year=2023/month=12',
      'year=2024/month=1',
      'year=2024/month=2',
    ]);
    expect(described.ResultSet?.Rows?.[0]?.Data?.map(({ VarCharValue }) => VarCharValue)).toEqual(['id', 'int', '']);
    expect(listed.TableMetadataList?.[0]?.PartitionKeys?.map(({ Name }) => Name)).toEqual(['year', 'month']);
  });

  it('print a CREATE TABLE that makes the same table again', async () => {
    const shown = await results((await done('SHOW CREATE TABLE orders')).QueryExecutionId);
    const text = (shown.ResultSet?.Rows ?? []).map(({ Data }) => Data?.[0]?.VarCharValue ?? '').join('\n');

    await done('CREATE DATABASE copied');
    await done(text.replace('shop.orders', 'copied.orders'));
    await done('MSCK REPAIR TABLE copied.orders');

    expect(await rows('SELECT count(*) FROM copied.orders')).toEqual([['5']]);
  });
});

describe('a workgroup', () => {
  it('cancels a query that would scan more than its cutoff, and insists on its own output location', async () => {
    const Configuration = {
      ResultConfiguration: { OutputLocation: 's3://answers/strict/' },
      BytesScannedCutoffPerQuery: 10_000_000,
    };
    await athena.send(new CreateWorkGroupCommand({ Name: 'strict', Configuration }));
    await put('big/a.csv', 'x'.repeat(10_000_001));
    await done(
      "CREATE EXTERNAL TABLE big (a string) ROW FORMAT DELIMITED FIELDS TERMINATED BY ',' LOCATION 's3://lake/big/'",
    );

    const big = await run('SELECT count(*) FROM big', { WorkGroup: 'strict' });
    const small = await run('SELECT count(*) FROM orders', { WorkGroup: 'strict' });

    expect(big.Status).toMatchObject({
      State: 'CANCELLED',
      StateChangeReason: expect.stringContaining('Bytes scanned limit was exceeded'),
    });
    expect(small.ResultConfiguration?.OutputLocation).toMatch(/^s3:\/\/answers\/strict\//);
  });
});

describe('a query that goes on', () => {
  it('ends when it is stopped', async () => {
    const endless = `SELECT count(*) FROM UNNEST(sequence(1, 100000)) AS a(x) CROSS JOIN UNNEST(sequence(1, 100000)) AS b(y)
      CROSS JOIN UNNEST(sequence(1, 100000)) AS c(z) WHERE x + y * z = 0`;
    const input = { QueryString: endless, ResultConfiguration: { OutputLocation: 's3://answers/' } };
    const { QueryExecutionId } = await athena.send(new StartQueryExecutionCommand(input));

    await expect(results(QueryExecutionId)).rejects.toThrow(/has not yet finished/);
    await athena.send(new StopQueryExecutionCommand({ QueryExecutionId }));
    await box.settled();
    const { QueryExecution } = await athena.send(new GetQueryExecutionCommand({ QueryExecutionId }));
    const { QueryExecutionIds } = await athena.send(new ListQueryExecutionsCommand({ MaxResults: 1 }));

    expect(QueryExecution?.Status).toMatchObject({ State: 'CANCELLED', StateChangeReason: 'Query cancelled by user' });
    expect(QueryExecutionIds).toEqual([QueryExecutionId]);
    await expect(results(QueryExecutionId)).rejects.toThrow(/Final query state: CANCELLED/);
  });
});

describe('earlier work', () => {
  it('is given again without a scan when its result may be reused', async () => {
    const more = { ResultReuseConfiguration: { ResultReuseByAgeConfiguration: { Enabled: true, MaxAgeInMinutes: 5 } } };
    const first = await done('SELECT max(price) FROM orders', more);
    const second = await done('SELECT max(price) FROM orders', more);

    expect(first.Statistics?.DataScannedInBytes).toBe(88);
    expect(second.Statistics).toMatchObject({
      DataScannedInBytes: 0,
      ResultReuseInformation: { ReusedPreviousResult: true },
    });
    expect((await results(second.QueryExecutionId)).ResultSet?.Rows?.[1]?.Data?.[0]?.VarCharValue).toBe('4.5');
  });

  it('is kept by name', async () => {
    const query = { Name: 'all', Database: 'shop', QueryString: 'SELECT * FROM orders' };
    const { NamedQueryId } = await athena.send(new CreateNamedQueryCommand(query));

    const { NamedQuery } = await athena.send(new GetNamedQueryCommand({ NamedQueryId }));

    expect(NamedQuery).toMatchObject({ ...query, WorkGroup: 'primary' });
  });
});

describe('the bill', () => {
  it('counts ten megabytes a query at least, and nothing for definitions', async () => {
    const megabytes = () => {
      const line = box.tenant.bill.lines(0).find(({ service }) => service === 'Athena');
      return ((line?.quantity ?? 0) * 1024 ** 4) / 1024 ** 2;
    };
    const before = megabytes();

    await done('SELECT * FROM orders');
    await done('SHOW TABLES');

    expect(megabytes() - before).toBeCloseTo(10, 5);
  });
});
