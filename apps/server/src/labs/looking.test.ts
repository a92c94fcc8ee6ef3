import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LabServer, labServer } from './testing.ts';

let server: LabServer;
let id: string;
beforeAll(async () => {
  server = await labServer();
  id = randomUUID();
  await server.call('POST', '/api/labs/private-bucket/runs', { id });
});
afterAll(() => server.close());

const get = async (what: string) => (await server.call('GET', `/api/lab-runs/${id}/${what}`)).json;
const post = async (what: string, body: object) => server.call('POST', `/api/lab-runs/${id}/${what}`, body);

type Signed = {
  method: string;
  path: string;
  query?: object;
  headers: Record<string, string>;
  body?: Uint8Array | string;
};

/** What a page does: the SDK signs, the server hands over. */
async function browsersS3(): Promise<S3Client> {
  const { endpoint, region, accessKeyId, secretAccessKey } = await get('credentials');
  const handle = async ({ method, path, query = {}, headers, body = '' }: Signed) => {
    const search = new URLSearchParams(query as Record<string, string>).toString();
    const base64 = Buffer.from(body).toString('base64');
    const { json } = await post('relay', { method, path: search ? `${path}?${search}` : path, headers, body: base64 });
    const { status: statusCode, headers: answered, body: text } = json;
    const { Readable } = await import('node:stream');
    return { response: { statusCode, headers: answered, body: Readable.from([Buffer.from(text, 'base64')]) } };
  };
  const credentials = { accessKeyId, secretAccessKey };
  const requestHandler = { handle } as never; // an answer needs no more than this of the SDK's own class
  return new S3Client({ endpoint, region, credentials, forcePathStyle: true, requestHandler });
}

it('a page of ours reaches the sandbox by a relay, and nothing else', async () => {
  const s3 = await browsersS3();
  const before = await get('architecture');
  const { accountId } = await get('credentials');
  await s3.send(new CreateBucketCommand({ Bucket: `loans-${accountId}` }));
  await s3.send(new PutObjectCommand({ Bucket: `loans-${accountId}`, Key: 'note', Body: 'hello' }));
  const plain = { method: 'GET', headers: { host: 'example.org' }, body: '' };

  const managed = await post('relay', { ...plain, path: '/_cairn/fidelity' });
  const unsigned = await post('relay', { ...plain, path: '/' });
  const unsendable = await post('relay', { ...plain, path: '/', headers: { 'bad header': 'x' } });
  const after = await get('architecture');

  expect(before.nodes).toContainEqual({ id: 'bucket', state: 'absent' });
  expect(after.nodes).toContainEqual({ id: 'bucket', state: 'there' });
  expect(managed.json).toMatchObject({ status: 400, detail: expect.stringContaining('not through a relay') });
  expect(unsigned).toMatchObject({ status: 200, json: { status: 421 } });
  expect(unsendable.json).toMatchObject({ type: '/problems/bad-request' });
});

it('takes bodies of megabytes through the relay, within its bound', async () => {
  const s3 = await browsersS3();
  const { accountId } = await get('credentials');
  const Body = new Uint8Array(6 * 1024 * 1024);

  const { ETag } = await s3.send(new PutObjectCommand({ Bucket: `audit-${accountId}`, Key: 'large', Body }));
  const over = await post('relay', { method: 'PUT', path: '/x', headers: {}, body: 'A'.repeat(13_000_000) });

  expect(ETag).toMatch(/^"[0-9a-f]{32}"$/);
  expect(over.status).toBe(413);
});

it('shows the journal with decisions, and which calls were ours', async () => {
  const all = await get('journal');
  const bucket = all.entries.find(({ operation, isOurs }: never) => operation === 'CreateBucket' && !isOurs);
  const later = await get(`journal?after=${bucket.number}`);

  expect(bucket).toMatchObject({ errorCode: null, decision: { decision: 'allow', action: 's3:CreateBucket' } });
  expect(all.entries.some(({ isOurs }: { isOurs: boolean }) => isOurs)).toBe(true);
  expect(later.entries[0].number).toBe(bucket.number + 1);
  expect((await get(`journal?after=${all.total + 1000}`)).entries.length).toBeLessThan(20);
});

it('lets time pass, and shows what it costs', async () => {
  const before = await get('bill');
  const { json: run } = await post('advance', { hours: 240 });
  const after = await get('bill');

  expect(run.account.aheadMilliseconds).toBeGreaterThanOrEqual(240 * 3_600_000);
  expect(after.totalUsd).toBeGreaterThanOrEqual(before.totalUsd);
  expect((await post('advance', { hours: 241 })).status).toBe(400);
});

it('gives shell lines by which the tools of AWS reach the account, and no other', async () => {
  const { shell, accessKeyId, accountId } = await get('credentials');
  const script = `${shell}\ntype aws | head -1\nprintf '%s ' "$AWS_ACCESS_KEY_ID" "\${AWS_PROFILE-none}" "$(cat "$AWS_CONFIG_FILE")"`;

  const said = execFileSync('bash', ['-c', script], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH, AWS_PROFILE: 'company', AWS_ACCESS_KEY_ID: 'AKIAREAL' },
  });

  expect(accessKeyId).toMatch(/^LKIA/);
  expect(accountId).toMatch(/^\d{12}$/);
  expect(said).toMatch(new RegExp(`aws is a function\\s+${accessKeyId} none \\[default\\]`));
});

it('says how far each operation may be trusted', async () => {
  const { json } = await server.call('GET', '/api/labs-fidelity');

  expect(json.rows.length).toBeGreaterThan(50);
  expect(json.rows).toContainEqual({
    service: 'S3',
    operation: 'CreateBucket',
    fidelity: expect.any(String),
    differs: expect.any(String),
  });
});
