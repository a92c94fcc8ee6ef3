import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const MAIN = join(ROOT, 'apps', 'cli', 'dist', 'main.js');

let base: string;
let dataDir: string;
let run = 0;

beforeAll(() => {
  const compiler = join(ROOT, 'node_modules', '@typescript', 'native', 'bin', 'tsc');
  execFileSync(process.execPath, [compiler, '-b', join(ROOT, 'apps', 'cli')], { stdio: 'pipe' });
  base = mkdtempSync(join(tmpdir(), 'cairn-cli-'));
  chmodSync(base, 0o755);
}, 240_000);
afterAll(() => rmSync(base, { recursive: true, force: true }));
beforeEach(() => {
  run += 1;
  dataDir = join(base, `data-${run}`);
});

type Finished = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

function launch(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): { child: ChildProcess; finished: Promise<Finished> } {
  const { DATABASE_URL: _, ...clean } = process.env;
  const child = spawn(process.execPath, [MAIN, ...args], { cwd: base, env: { ...clean, ...env } });
  const output = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    output.stdout += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    output.stderr += String(chunk);
  });
  const finished = new Promise<Finished>((done) => {
    child.on('close', (code) => done({ code, ...output }));
  });
  return { child, finished };
}

const cairn = (args: readonly string[], env?: NodeJS.ProcessEnv) => launch(args, env).finished;

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((stopped) => {
    child.on('exit', () => stopped());
    child.kill('SIGTERM');
  });
}

type Started = { readonly child: ChildProcess; readonly url: string; readonly finished: Promise<Finished> };

async function start(onData: string): Promise<Started> {
  const { child, finished } = launch(['start', '--data', onData, '--port', '0', '--no-open']);
  const said = new Promise<string>((ready) => {
    child.stdout?.on('data', (chunk) => {
      const url = /ready at (\S+)/.exec(String(chunk))?.[1];
      if (url) ready(url);
    });
  });
  const url = await Promise.race([said, finished.then(({ stderr }) => Promise.reject(new Error(stderr)))]);
  return { child, url, finished };
}

const isOneLine = (text: string) => text.trim().split('\n').length === 1;

/** A first start takes seconds, so what can share one does; each test goes on where the one before it ended. */
describe('cairn start on new data', () => {
  let shared: Started;
  let running: string;
  beforeAll(async () => {
    running = join(base, 'running');
    shared = await start(running);
  }, 60_000);
  afterAll(() => shared && stop(shared.child));

  it('is healthy when it says so', async () => {
    const response = await fetch(`${shared.url}/api/health`);

    expect(await response.json()).toMatchObject({ status: 'ok' });
  });

  it('refuses a second start on the same data', async () => {
    const second = await cairn(['start', '--data', running, '--port', '0', '--no-open']);

    expect(second.code).toBe(2);
    expect(second.stderr).toContain('already runs on');
    expect(isOneLine(second.stderr)).toBe(true);
  });

  it('lets backup and restore carry the data into another one', async () => {
    await fetch(`${shared.url}/api/profile`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ profile: { hoursPerWeek: 6 } }),
    });
    const file = join(base, 'backup.cairn');

    const written = await cairn(['backup', file, '--data', running, '--json']);
    const restored = await cairn(['restore', file, '--data', dataDir, '--json']);

    expect(written.stderr).toBe('');
    expect(JSON.parse(written.stdout).counts).toMatchObject({ learners: 1, profiles: 1 });
    expect(JSON.parse(restored.stdout).counts).toEqual(JSON.parse(written.stdout).counts);
  });

  it('lets no restore replace the data that it runs on', async () => {
    expect(await cairn(['restore', join(base, 'backup.cairn'), '--data', running])).toMatchObject({ code: 2 });
  });

  it('stops cleanly', async () => {
    shared.child.kill('SIGINT');

    expect((await shared.finished).code).toBe(0);
    expect(existsSync(join(running, 'cairn.lock'))).toBe(false);
  });

  it('names a port that is taken, and leaves no server behind', async () => {
    const other = createServer();
    const port = await new Promise<number>((listening) => {
      other.listen(0, '127.0.0.1', () => {
        const address = other.address();
        listening(typeof address === 'object' ? (address?.port ?? 0) : 0);
      });
    });

    const refused = await cairn(['start', '--data', running, '--port', String(port), '--no-open']);

    other.close();
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain(`Port ${port} is taken`);
    expect(existsSync(join(running, 'postgres', 'postmaster.pid'))).toBe(false);
  });
});

it('cairn start names an unreachable database and a malformed address', async () => {
  const args = ['start', '--data', dataDir, '--port', '0', '--no-open'];

  for (const DATABASE_URL of ['postgres://127.0.0.1:1/none', 'not an address']) {
    const { code, stderr } = await cairn(args, { DATABASE_URL });
    expect(code, DATABASE_URL).toBe(2);
    expect(isOneLine(stderr), stderr).toBe(true);
  }
});

it('cairn restore refuses what is no backup', async () => {
  const file = join(base, 'letter.txt');
  writeFileSync(file, 'dear');

  const damaged = await cairn(['restore', file, '--data', dataDir]);
  const absent = await cairn(['restore', join(base, 'absent'), '--data', dataDir]);

  expect(damaged.code).toBe(2);
  expect(damaged.stderr).toContain('not a complete Cairn backup');
  expect(absent).toMatchObject({ code: 2, stdout: '' });
  expect(isOneLine(absent.stderr)).toBe(true);
});

it('cairn lesson shows a lesson as plain text, its figures in words', async () => {
  const { code, stdout } = await cairn(['lesson', 'show', 'AIF-C01/1.1']);

  expect(code).toBe(0);
  expect(stdout).toMatch(/THE IDEA[\s\S]*\[Figure: [\s\S]*SOURCES/);
  expect(stdout).not.toMatch(/```|\*\*/);
});

it('cairn postings analyze prints no half of an answer when the résumé is not there', async () => {
  const file = join(base, 'posting.txt');
  writeFileSync(file, 'Data engineer\nRequirements\n- Experience with Python, SQL and AWS');

  const args = ['postings', 'analyze', file, '--no-record', '--json'];
  expect(await cairn([...args, '--resume', join(base, 'absent.pdf')])).toMatchObject({ code: 2, stdout: '' });
});

it('cairn postings analyze says why it could read nothing, with exit code 2', async () => {
  const file = join(base, 'empty.txt');
  writeFileSync(file, '');

  const { code, stdout, stderr } = await cairn(['postings', 'analyze', file, '--no-record', '--json']);

  expect(code).toBe(2);
  expect(JSON.parse(stdout).refused).toEqual(['“empty.txt” is empty; save or download it again.']);
  expect(isOneLine(stderr)).toBe(true);
});

it.each([
  [['strat']],
  [['start', '--prot', '1']],
  [['start', '--port', 'x']],
  [['backup']],
  [['start', '--port', '70000']],
  [['lesson', 'show', 'aif-c01/9.9']],
  [['lesson', 'list', 'nope']],
])('cairn %j is refused with exit code 2', async (args) => {
  const { code, stderr } = await cairn(args);

  expect(code).toBe(2);
  expect(stderr).toMatch(/^cairn: /);
});
