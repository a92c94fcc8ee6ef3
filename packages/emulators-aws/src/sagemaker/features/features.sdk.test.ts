import { GetTableCommand, GlueClient } from '@aws-sdk/client-glue';
import { GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import {
  CreateFeatureGroupCommand,
  type CreateFeatureGroupRequest,
  DeleteFeatureGroupCommand,
  DescribeFeatureGroupCommand,
  DescribeFeatureMetadataCommand,
  ListFeatureGroupsCommand,
  UpdateFeatureGroupCommand,
  UpdateFeatureMetadataCommand,
} from '@aws-sdk/client-sagemaker';
import {
  BatchGetRecordCommand,
  DeleteRecordCommand,
  GetRecordCommand,
  PutRecordCommand,
  SageMakerFeatureStoreRuntimeClient,
} from '@aws-sdk/client-sagemaker-featurestore-runtime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SageMakerFixture, sageMakerFixture } from '../testing-data.ts';

let lab: SageMakerFixture;
let store: SageMakerFeatureStoreRuntimeClient;

beforeAll(async () => {
  lab = await sageMakerFixture('features');
  store = lab.box.client(SageMakerFeatureStoreRuntimeClient);
  await create('customers');
});
afterAll(async () => {
  expect(lab.box.bugs).toEqual([]);
  await lab.box.close();
});

async function create(FeatureGroupName: string, changes: Partial<CreateFeatureGroupRequest> = {}) {
  const request: CreateFeatureGroupRequest = {
    FeatureGroupName,
    RecordIdentifierFeatureName: 'customer_id',
    EventTimeFeatureName: 'event_time',
    FeatureDefinitions: [
      { FeatureName: 'customer_id', FeatureType: 'String' },
      { FeatureName: 'event_time', FeatureType: 'String' },
      { FeatureName: 'age', FeatureType: 'Integral' },
      { FeatureName: 'balance', FeatureType: 'Fractional' },
    ],
    OnlineStoreConfig: { EnableOnlineStore: true },
    OfflineStoreConfig: { S3StorageConfig: { S3Uri: `s3://${lab.bucket}/features` } },
    RoleArn: lab.roleArn,
    ...changes,
  };
  await lab.sagemaker.send(new CreateFeatureGroupCommand(request));
  await lab.box.settled();
}

const put = (id: string, eventTime: string, values: Record<string, string>, FeatureGroupName = 'customers') =>
  store.send(
    new PutRecordCommand({
      FeatureGroupName,
      Record: Object.entries({ customer_id: id, event_time: eventTime, ...values }).map(([FeatureName, value]) => ({
        FeatureName,
        ValueAsString: value,
      })),
    }),
  );
async function get(id: string, FeatureNames?: string[], FeatureGroupName = 'customers') {
  const input = { FeatureGroupName, RecordIdentifierValueAsString: id, FeatureNames };
  const { Record: record } = await store.send(new GetRecordCommand(input));
  return record && Object.fromEntries(record.map(({ FeatureName, ValueAsString }) => [FeatureName, ValueAsString]));
}
const described = (FeatureGroupName: string) =>
  lab.sagemaker.send(new DescribeFeatureGroupCommand({ FeatureGroupName }));

describe('the online store', () => {
  it('keeps the latest record by event time, not by arrival', async () => {
    await put('7', '2026-03-02T00:00:00Z', { age: '41', balance: '10.5' });
    await put('7', '2026-03-01T00:00:00Z', { age: '40' });

    expect(await get('7')).toEqual({
      customer_id: '7',
      event_time: '2026-03-02T00:00:00Z',
      age: '41',
      balance: '10.5',
    });
    expect(await get('7', ['age'])).toEqual({ age: '41' });
    expect(await get('8')).toBeUndefined();
  });

  it('forgets what is deleted, and does not take back what is older', async () => {
    await put('9', '2026-03-02T00:00:00Z', { age: '1' });
    const remove = { FeatureGroupName: 'customers', RecordIdentifierValueAsString: '9' };
    await store.send(new DeleteRecordCommand({ ...remove, EventTime: '2026-03-03T00:00:00Z' }));
    const gone = await get('9');
    await put('9', '2026-03-02T12:00:00Z', { age: '2' });
    const stillGone = await get('9');
    await put('9', '2026-03-04T00:00:00Z', { age: '3' });

    expect([gone, stillGone]).toEqual([undefined, undefined]);
    expect(await get('9', ['age'])).toEqual({ age: '3' });
  });

  it('lets records expire when the group says so', async () => {
    await create('sessions', {
      OnlineStoreConfig: { EnableOnlineStore: true, TtlDuration: { Unit: 'Hours', Value: 2 } },
      OfflineStoreConfig: undefined,
    });
    const now = `${new Date(lab.box.tenant.clock.now()).toISOString().slice(0, 19)}Z`;
    await put('1', now, { age: '1' }, 'sessions');
    await lab.box.advance(3_600_000);
    const before = await get('1', ['age'], 'sessions');
    await lab.box.advance(3_700_000);

    expect(before).toEqual({ age: '1' });
    expect(await get('1', ['age'], 'sessions')).toBeUndefined();
  });

  it('answers for several groups at once, and tells which it could not', async () => {
    const ids = { RecordIdentifiersValueAsString: ['7', 'nobody'] };
    const { Records = [], Errors = [] } = await store.send(
      new BatchGetRecordCommand({
        Identifiers: [
          { FeatureGroupName: 'customers', ...ids, FeatureNames: ['age'] },
          { FeatureGroupName: 'nothing', ...ids },
        ],
      }),
    );

    expect(Records).toEqual([
      {
        FeatureGroupName: 'customers',
        RecordIdentifierValueAsString: '7',
        Record: [{ FeatureName: 'age', ValueAsString: '41' }],
      },
    ]);
    expect(Errors.map(({ ErrorCode }) => ErrorCode)).toEqual(['ResourceNotFound', 'ResourceNotFound']);
  });

  it.each([
    ['a value of another type', { age: 'old' }, '2026-03-01T00:00:00Z', /\[old\] is not of the type \[Integral\]/],
    ['a feature that is not defined', { height: '1' }, '2026-03-01T00:00:00Z', /\[height\] is not in feature group/],
    ['a time that is no ISO 8601', {}, 'yesterday', /EventTime yesterday must be written as/],
  ])('refuses %s', async (_, values, time, message) => {
    await expect(put('1', time, values)).rejects.toMatchObject({
      name: 'ValidationError',
      message: expect.stringMatching(message),
    });
  });

  it('is not known under another name', async () => {
    await expect(get('1', undefined, 'nothing')).rejects.toMatchObject({
      name: 'ResourceNotFound',
      $metadata: { httpStatusCode: 404 },
    });
  });
});

describe('the offline store', () => {
  it('keeps every version in S3, by the hour of its event, and has a table in the catalog', async () => {
    await create('history');
    await put('1', '2026-03-02T10:30:00Z', { age: '41', balance: '0.5' }, 'history');
    await put('1', '2026-03-02T09:00:00Z', { age: '40' }, 'history');
    await lab.box.advance(61_000);

    const { OfflineStoreConfig: offline, OfflineStoreStatus } = await described('history');
    const prefix = (offline?.S3StorageConfig?.ResolvedOutputS3Uri ?? '').replace(`s3://${lab.bucket}/`, '');
    const { Contents = [] } = await lab.s3.send(new ListObjectsV2Command({ Bucket: lab.bucket, Prefix: prefix }));
    const keys = Contents.map(({ Key = '' }) => Key);
    const { Body } = await lab.s3.send(new GetObjectCommand({ Bucket: lab.bucket, Key: keys[1] }));
    expect(OfflineStoreStatus).toEqual({ Status: 'Active' });
    expect(keys.map((key) => key.slice(prefix.length, key.lastIndexOf('/')))).toEqual([
      '/year=2026/month=03/day=02/hour=09',
      '/year=2026/month=03/day=02/hour=10',
    ]);
    expect(JSON.parse((await Body?.transformToString()) ?? '')).toMatchObject({
      customer_id: '1',
      age: 41,
      balance: 0.5,
      is_deleted: false,
    });
    const { Database: DatabaseName, TableName: Name } = offline?.DataCatalogConfig ?? {};
    const { Table } = await lab.box.client(GlueClient).send(new GetTableCommand({ DatabaseName, Name }));
    expect(Table?.StorageDescriptor?.Columns?.slice(0, 3)).toMatchObject([
      { Name: 'customer_id', Type: 'string' },
      { Name: 'event_time', Type: 'string' },
      { Name: 'age', Type: 'bigint' },
    ]);
  });

  it('is blocked, with the reason, when the role may not write', async () => {
    await create('denied', { RoleArn: await lab.role('no-s3', ['logs:*']) });
    await put('1', '2026-03-02T10:30:00Z', {}, 'denied');
    await lab.box.advance(61_000);

    expect((await described('denied')).OfflineStoreStatus).toMatchObject({
      Status: 'Blocked',
      BlockedReason: expect.stringContaining('not authorized to perform: s3:PutObject'),
    });
  });
});

describe('a feature group', () => {
  it('grows by features, and tells what they mean', async () => {
    const group = { FeatureGroupName: 'customers' };
    const FeatureAdditions = [{ FeatureName: 'segment', FeatureType: 'String' as const }];
    await lab.sagemaker.send(new UpdateFeatureGroupCommand({ ...group, FeatureAdditions }));
    const feature = { ...group, FeatureName: 'segment' };
    const ParameterAdditions = [{ Key: 'owner', Value: 'risk' }];
    await lab.sagemaker.send(
      new UpdateFeatureMetadataCommand({ ...feature, Description: 'A to D', ParameterAdditions }),
    );
    await put('11', '2026-03-02T00:00:00Z', { segment: 'A' });

    expect(await get('11', ['segment'])).toEqual({ segment: 'A' });
    expect(await lab.sagemaker.send(new DescribeFeatureMetadataCommand(feature))).toMatchObject({
      Description: 'A to D',
      FeatureType: 'String',
      Parameters: [{ Key: 'owner', Value: 'risk' }],
    });
  });

  it('is listed and deleted, and refused when it could not work', async () => {
    await create('gone', { OfflineStoreConfig: undefined });
    await lab.sagemaker.send(new DeleteFeatureGroupCommand({ FeatureGroupName: 'gone' }));

    const { FeatureGroupSummaries = [] } = await lab.sagemaker.send(
      new ListFeatureGroupsCommand({ FeatureGroupStatusEquals: 'Created', SortBy: 'Name', SortOrder: 'Ascending' }),
    );
    expect(FeatureGroupSummaries.map(({ FeatureGroupName }) => FeatureGroupName)).toEqual([
      'customers',
      'denied',
      'history',
      'sessions',
    ]);
    await expect(create('x', { EventTimeFeatureName: 'age' })).rejects.toThrow('of type String or Fractional');
    await expect(create('customers')).rejects.toMatchObject({ name: 'ResourceInUse' });
  });
});
