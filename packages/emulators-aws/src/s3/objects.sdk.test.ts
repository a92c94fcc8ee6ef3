import { CreateRoleCommand, IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { CreateBucketCommand, GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Call, Principal } from '@cairn/emulator-kit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenSandbox, openSandbox } from '../testing.ts';
import { findObject, listObjectsUnder, parseS3Uri, readObject, s3Uri, writeObject } from './objects.ts';

let sandbox: OpenSandbox;
let role: Principal;
let call: Pick<Call<unknown>, 'invoke'>;
const bucket = 'lake';

beforeAll(async () => {
  sandbox = await openSandbox();
  const s3 = sandbox.client(S3Client);
  const iam = sandbox.client(IAMClient);
  await s3.send(new CreateBucketCommand({ Bucket: bucket }));
  const trust = { Effect: 'Allow', Principal: { Service: 'glue.amazonaws.com' }, Action: 'sts:AssumeRole' };
  const AssumeRolePolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [trust] });
  const { Role } = await iam.send(new CreateRoleCommand({ RoleName: 'worker', AssumeRolePolicyDocument }));
  const right = {
    Effect: 'Allow',
    Action: 's3:*',
    Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/in/*`],
  };
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [right] });
  await iam.send(new PutRolePolicyCommand({ RoleName: 'worker', PolicyName: 'p', PolicyDocument }));
  const { runtime } = sandbox.sandbox;
  role = runtime.authority.assume(sandbox.tenant, Role?.Arn ?? '', 'glue.amazonaws.com', 'job');
  const origin = { sourceIp: '127.0.0.1', userAgent: 'test', isSecure: true };
  const site = { tenant: sandbox.tenant, region: 'us-east-1', endpoint: '', requestId: 'r', origin };
  call = {
    invoke: async <Output>(service: string, operation: string, input: unknown, principal: Principal) =>
      (await runtime.invoke({ ...site, principal }, service, operation, input)) as Output,
  };
});
afterAll(async () => {
  expect(sandbox.bugs).toEqual([]);
  await sandbox.close();
});

it('a service writes, lists and reads objects as its role', async () => {
  const names = Array.from({ length: 1002 }, (_, i) => `in/${String(i).padStart(4, '0')}`);
  for (const key of names) await writeObject(call, role, { bucket, key, body: key, contentType: 'text/plain' });

  const found: string[] = [];
  for await (const { key } of listObjectsUnder(call, role, { bucket, key: 'in/' })) found.push(key);
  const payload = await readObject(call, role, { bucket, key: 'in/0007' });

  expect(found).toEqual(names);
  expect(Buffer.from(await payload.bytes()).toString()).toBe('in/0007');
});

it('a role without rights is denied, also when an object may be absent', async () => {
  const denied = { code: 'AccessDenied' };

  await expect(readObject(call, role, { bucket, key: 'out/1' })).rejects.toMatchObject(denied);
  await expect(writeObject(call, role, { bucket, key: 'out/1', body: 'x' })).rejects.toMatchObject(denied);
  await expect(findObject(call, role, { bucket, key: 'out/1' })).rejects.toMatchObject(denied);
  expect(await findObject(call, role, { bucket, key: 'in/absent' })).toBeUndefined();
});

it('what a service wrote is there for clients', async () => {
  await writeObject(call, role, { bucket, key: 'in/report', body: new Uint8Array([1, 2]), metadata: { by: 'job' } });

  const { Body, Metadata } = await sandbox
    .client(S3Client)
    .send(new GetObjectCommand({ Bucket: bucket, Key: 'in/report' }));

  expect(await Body?.transformToByteArray()).toEqual(new Uint8Array([1, 2]));
  expect(Metadata).toEqual({ by: 'job' });
});

it.each([
  ['s3://b/k/l.csv', { bucket: 'b', key: 'k/l.csv' }],
  ['s3://b/', { bucket: 'b', key: '' }],
  ['s3://b', { bucket: 'b', key: '' }],
  ['https://b/k', undefined],
  ['s3:///k', undefined],
])('%s is read as an address', (uri, location) => {
  expect(parseS3Uri(uri)).toEqual(location);
  if (location?.key) expect(s3Uri(location)).toBe(uri);
});
