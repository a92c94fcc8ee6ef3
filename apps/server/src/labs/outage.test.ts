import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isAlive } from './host/file-lock.ts';
import { findHostFile } from './host/host-file.ts';
import { SandboxHost } from './host/sandbox-host.ts';
import { type LabServer, labServer } from './testing.ts';

let server: LabServer;
beforeAll(async () => {
  server = await labServer();
});
beforeEach(() => server.sandbox.close());
afterAll(() => server.close());

const directory = () => join(server.dataDir, 'sandbox');

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((done) => setTimeout(done, 20));
}

async function killHost(): Promise<void> {
  const { pid } = findHostFile(directory()) ?? { pid: 0 };
  process.kill(pid, 'SIGKILL');
  await until(() => !isAlive(pid));
}

async function started() {
  const id = randomUUID();
  await server.call('POST', '/api/labs/private-bucket/runs', { id });
  const post = async (verb: string, body: object = {}) =>
    (await server.call('POST', `/api/lab-runs/${id}/${verb}`, body)).json;
  const show = async () => (await server.call('GET', `/api/lab-runs/${id}`)).json;
  return { id, post, show };
}

describe('a run whose sandbox was killed', () => {
  it('says so, keeps its record, and is rebuilt with its passed steps done', async () => {
    const { post, show } = await started();
    const { endpoint: _, ...keys } = (await server.call('GET', `/api/lab-runs/${(await show()).id}/credentials`)).json;
    const before = await post('catch-up', { step: 'role' });
    await killHost();

    const gone = await show();
    const refused = await post('check', { step: 'store' });
    const rebuilt = await post('rebuild');
    const { passed } = await post('check', { step: 'store' });
    const { shell, endpoint, ...sameKeys } = (await server.call('GET', `/api/lab-runs/${rebuilt.id}/credentials`)).json;

    expect(gone.account).toMatchObject({ state: 'gone', accountId: null });
    expect(gone.steps.map(({ passedAt }: { passedAt: number }) => passedAt)).toEqual(
      before.steps.map(({ passedAt }: { passedAt: number }) => passedAt),
    );
    expect(refused).toMatchObject({ type: '/problems/lab-account-gone', status: 409 });
    expect(rebuilt).toMatchObject({ account: { state: 'ready' }, currentStep: 'role' });
    expect(passed).toBe(true);
    expect({ ...keys, shell: '' }).toEqual({ ...sameKeys, shell: '' });
  });

  it('may also begin again', async () => {
    const { post } = await started();
    await killHost();

    expect(await post('reset', { step: 'store' })).toMatchObject({ account: { state: 'ready' } });
  });

  it('is rebuilt once, however often it is asked for', async () => {
    const { post } = await started();
    await killHost();

    const runs = await Promise.all([post('rebuild'), post('rebuild')]);

    expect(runs.map(({ account }) => account.state)).toEqual(['ready', 'ready']);
  });
});

describe('the host of a data directory', () => {
  const other = () => new SandboxHost({ dataDir: server.dataDir, lifetime: 'with-parent' });

  it('is one, though several start it at once', async () => {
    const hosts = [server.sandbox, other(), other()];

    const found = await Promise.all([...hosts, server.sandbox].map((host) => host.ensure()));

    expect(new Set(found.map(({ pid }) => pid)).size).toBe(1);
    expect(statSync(join(directory(), 'host.json')).mode & 0o777).toBe(0o600);
    expect(statSync(join(directory(), 'seed')).mode & 0o777).toBe(0o600);
    await Promise.all(hosts.map((host) => host.close()));
    expect(await server.sandbox.find()).toBeUndefined();
  });

  it('ends with who started it, and leaves no address', async () => {
    const { pid } = await server.sandbox.ensure();

    await server.sandbox.close();

    expect(isAlive(pid)).toBe(false);
    expect(existsSync(join(directory(), 'host.json'))).toBe(false);
  });

  it('ends when nobody asks it anything', async () => {
    const idle = new SandboxHost({ dataDir: server.dataDir, lifetime: 'until-idle', idleSeconds: 0.4 });
    const { pid } = await idle.ensure();

    await until(() => !isAlive(pid));

    expect(await idle.find()).toBeUndefined();
  });

  it('is started anew when its file names a dead process, another program, or nothing at all', async () => {
    const { pid } = await server.sandbox.ensure();
    const file = join(directory(), 'host.json');
    const stranger = createServer((_, response) => response.end('hello'));
    const port = await new Promise<number>((ready) => {
      stranger.listen(0, '127.0.0.1', () => ready(Number(Object(stranger.address()).port)));
    });
    const text = readFileSync(file, 'utf8');
    const lies = [
      JSON.stringify({ ...JSON.parse(text), url: `http://127.0.0.1:${port}`, pid: process.pid }),
      text.replace(`"pid":${pid}`, '"pid":999999999'),
      'nonsense',
    ];

    for (const lie of lies) {
      writeFileSync(file, lie);
      const mine = other();
      const found = await mine.ensure();
      expect(found.pid).not.toBe(pid);
      await mine.close();
    }

    stranger.close();
  });

  it('is started though a starter died and left its lock', async () => {
    await server.sandbox.ensure();
    await server.sandbox.close();
    writeFileSync(join(directory(), 'host.lock'), '999999999');

    await expect(server.sandbox.ensure()).resolves.toMatchObject({ url: expect.stringContaining('127.0.0.1') });
  });
});
