import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connect, type Endpoint } from '../connect.ts';
import { isRoot } from './account.ts';
import { type OpenOptions, openPostgres } from './open-postgres.ts';
import { findPostmaster } from './postmaster.ts';
import { canEnter, isAlive, waitUntil } from './processes.ts';

const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));
const NOBODY = { uid: 65_534, gid: 65_534 };

let base: string;
let dataDir: string;
const children: ChildProcess[] = [];
const logs: string[] = [];

beforeAll(() => {
  // Children run what users run: the compiled package.
  const compiler = fileURLToPath(new URL('../../../../node_modules/typescript/bin/tsc', import.meta.url));
  execFileSync(process.execPath, [compiler, '-b', PACKAGE], { stdio: 'pipe' });
  base = mkdtempSync(join(tmpdir(), 'cairn-open-'));
  chmodSync(base, 0o755);
}, 120_000);
afterAll(() => rmSync(base, { recursive: true, force: true }));

let run = 0;
beforeEach(() => {
  run += 1;
  dataDir = join(base, `data-${run}`);
  logs.length = 0;
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await waitUntil(() => findPostmaster(join(dataDir, 'postgres')) === undefined, 10_000);
});

const open = (options: Partial<OpenOptions> = {}) =>
  openPostgres({ dataDir, isThrowaway: true, log: (message) => logs.push(message), ...options });

const SCRIPT = `
  const { openPostgres } = await import(process.argv[1]);
  try {
    const postgres = await openPostgres({ dataDir: process.argv[2], log: (message) => console.error(message) });
    console.log(JSON.stringify({ outcome: 'open', endpoint: postgres.endpoint }));
    setInterval(() => {}, 1000);
  } catch (error) {
    console.log(JSON.stringify({ outcome: 'refused', kind: error.kind, message: error.message }));
  }`;

type Said =
  | { readonly outcome: 'open'; readonly endpoint: Endpoint }
  | { readonly outcome: 'refused'; readonly kind?: string; readonly message: string };

/** Another process that opens the directory and keeps it. */
async function openElsewhere(options: { uid?: number; gid?: number } = {}): Promise<{ pid: number; said: Said }> {
  const args = ['--input-type=module', '-e', SCRIPT, join(PACKAGE, 'dist', 'index.js'), dataDir];
  const child = spawn(process.execPath, args, { ...options, cwd: '/', stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  for await (const chunk of child.stdout) return { pid: child.pid ?? 0, said: JSON.parse(String(chunk)) as Said };
  throw new Error('the child said nothing');
}

async function openedElsewhere(options?: { uid: number; gid: number }): Promise<{ pid: number; endpoint: Endpoint }> {
  const { pid, said } = await openElsewhere(options);
  if (said.outcome === 'refused') throw new Error(said.message);
  return { pid, endpoint: said.endpoint };
}

async function writeNote(endpoint: Endpoint, note: string): Promise<void> {
  const db = await connect(endpoint);
  await sql`create table if not exists notes (note text)`.execute(db);
  await sql`insert into notes values (${note})`.execute(db);
  await db.destroy();
}

async function readNotes(endpoint: Endpoint): Promise<string[]> {
  const db = await connect(endpoint);
  const { rows } = await sql<{ note: string }>`select note from notes`.execute(db);
  await db.destroy();
  return rows.map(({ note }) => note);
}

const lockFile = () => join(dataDir, 'cairn.lock');
const cluster = () => join(dataDir, 'postgres');

describe('opening', () => {
  it('makes a database at the first start and finds it at the next', async () => {
    const first = await open();
    await writeNote(first.endpoint, 'kept');
    await first.close();

    expect(existsSync(lockFile())).toBe(false);
    expect(findPostmaster(cluster())).toBeUndefined();

    const second = await open();
    expect(await readNotes(second.endpoint)).toEqual(['kept']);
    await second.close();
  });

  it('listens on no TCP port', async () => {
    const postgres = await open();
    const db = await connect(postgres.endpoint);

    const { rows } = await sql`select current_setting('listen_addresses') as addresses,
      current_setting('synchronous_commit') as commit`.execute(db);

    expect(rows).toEqual([{ addresses: '', commit: 'on' }]);
    await db.destroy();
    await postgres.close();
  });

  it('works where the path is too long for a socket', async () => {
    dataDir = join(base, 'a-long-name-'.repeat(10), 'ü');

    const postgres = await open();

    expect(Buffer.byteLength(join(postgres.endpoint.host, '.s.PGSQL.5432'))).toBeLessThan(104);
    await writeNote(postgres.endpoint, 'far');
    await postgres.close();
  });

  it('uses loopback with a password where there are no sockets', async () => {
    const postgres = await open({ transport: 'tcp' });

    await writeNote(postgres.endpoint, 'tcp');
    expect(postgres.endpoint.host).toBe('127.0.0.1');
    await expect(connect({ ...postgres.endpoint, password: 'guess' })).rejects.toThrow('password was refused');
    await postgres.close();
  });

  it('begins anew when the very first start was interrupted', async () => {
    mkdirSync(`${cluster()}.new/base`, { recursive: true });
    writeFileSync(`${cluster()}.new/PG_VERSION`, '18\n');

    const postgres = await open();

    await writeNote(postgres.endpoint, 'fresh');
    await postgres.close();
    expect(existsSync(`${cluster()}.new`)).toBe(false);
  });
});

describe('when this process is killed', () => {
  it('its server stops by itself and nothing committed is lost', async () => {
    const { pid, endpoint } = await openedElsewhere();
    await writeNote(endpoint, 'committed');
    const server = findPostmaster(cluster());
    expect(server).toBeDefined();

    process.kill(pid, 'SIGKILL');

    expect(await waitUntil(() => findPostmaster(cluster()) === undefined, 10_000)).toBe(true);
    const again = await open();
    expect(await readNotes(again.endpoint)).toEqual(['committed']);
    await again.close();
  });

  it('and its watchdog too, the next start takes the server over', async () => {
    const { pid, endpoint } = await openedElsewhere();
    await writeNote(endpoint, 'orphaned');
    const { watchdog } = JSON.parse(readFileSync(lockFile(), 'utf8')) as { watchdog: number };
    process.kill(watchdog, 'SIGKILL');
    process.kill(pid, 'SIGKILL');
    await waitUntil(() => !isAlive(pid), 5000);
    const orphan = findPostmaster(cluster());
    expect(orphan).toBeDefined();

    const next = await open();

    expect(await readNotes(next.endpoint)).toEqual(['orphaned']);
    expect(findPostmaster(cluster())?.pid).not.toBe(orphan?.pid);
    expect(logs).toContainEqual(expect.stringContaining('taking it over'));
    await next.close();
  });

  it('a start at the same instant waits for the stop and then works', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { pid, endpoint } = await openedElsewhere();
      await writeNote(endpoint, `round ${round}`);
      process.kill(pid, 'SIGKILL');
      await waitUntil(() => !isAlive(pid), 5000);

      const next = await open();

      expect(await readNotes(next.endpoint)).toHaveLength(round + 1);
      await next.close();
    }
  }, 60_000);
});

describe('when the server is killed', () => {
  it('it is started again and recovers what was committed', async () => {
    const postgres = await open();
    await writeNote(postgres.endpoint, 'survives');
    const before = findPostmaster(cluster());

    process.kill(before?.pid ?? 0, 'SIGKILL');

    await expect.poll(() => readNotes(postgres.endpoint).catch(() => []), { timeout: 20_000 }).toEqual(['survives']);
    expect(findPostmaster(cluster())?.pid).not.toBe(before?.pid);
    expect(logs).toContainEqual(expect.stringContaining('starting it again'));
    await postgres.close();
  });

  it('an open pool mends itself', async () => {
    const postgres = await open();
    await writeNote(postgres.endpoint, 'pooled');
    const db = await connect(postgres.endpoint, { log: (message) => logs.push(message) });
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);

    process.kill(rows[0]?.pid ?? 0, 'SIGKILL'); // PostgreSQL then restarts all of its processes

    const notes = () => sql<{ note: string }>`select note from notes`.execute(db).then((result) => result.rows);
    await expect.poll(() => notes().catch(() => []), { timeout: 20_000 }).toEqual([{ note: 'pooled' }]);
    await db.destroy();
    await postgres.close();
  });
});

describe('the lock', () => {
  it('refuses a second start, names the first and leaves it alone', async () => {
    const first = await openedElsewhere();

    const refusal = await open().catch((error: unknown) => error);

    expect(refusal).toMatchObject({ kind: 'data-directory-in-use' });
    expect(String(refusal)).toContain(`process ${first.pid}`);
    await writeNote(first.endpoint, 'undisturbed');
  });

  it('lets exactly one of many simultaneous starts through', async () => {
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => openElsewhere()));

    expect(outcomes.map(({ said }) => said.outcome).sort()).toEqual(['open', 'refused', 'refused', 'refused']);
  }, 60_000);

  it.each([
    ['a process that is gone', JSON.stringify({ pid: 2 ** 22 - 1, identity: 'x:1' })],
    ['a pid that another program has now', JSON.stringify({ pid: process.ppid, identity: 'earlier-boot:1' })],
    ['a write cut off by a power failure', '{"pid":'],
  ])('left by %s is no obstacle', async (_, text) => {
    mkdirSync(dataDir);
    writeFileSync(lockFile(), text);

    const postgres = await open();

    await writeNote(postgres.endpoint, 'free');
    await postgres.close();
  });

  it('is not misled by a postmaster.pid whose pid another program has', async () => {
    const first = await open();
    await first.close();
    writeFileSync(join(cluster(), 'postmaster.pid'), `${process.pid}\n${cluster()}\n1\n5432\n${cluster()}\n\n`);

    const second = await open();

    await writeNote(second.endpoint, 'fine');
    await second.close();
  });
});

describe('refusing', () => {
  it('data of another PostgreSQL version, which stay as they are', async () => {
    await (await open()).close();
    writeFileSync(join(cluster(), 'PG_VERSION'), '17\n');

    await expect(open()).rejects.toMatchObject({
      kind: 'wrong-postgres-version',
      message: expect.stringContaining('PostgreSQL 17'),
    });
    expect(existsSync(lockFile())).toBe(false);
    writeFileSync(join(cluster(), 'PG_VERSION'), '18\n');
    await (await open()).close();
  });

  it('a directory that holds something else', async () => {
    mkdirSync(cluster(), { recursive: true });
    writeFileSync(join(cluster(), 'thesis.txt'), 'dear');

    await expect(open()).rejects.toMatchObject({ kind: 'data-directory-unknown' });
    expect(readFileSync(join(cluster(), 'thesis.txt'), 'utf8')).toBe('dear');
  });

  it('a directory that cannot be made', async () => {
    writeFileSync(dataDir, 'a file');

    await expect(open({ dataDir: join(dataDir, 'inside') })).rejects.toMatchObject({
      kind: 'data-directory-not-writable',
    });
  });
});

// An ordinary user cannot become another one; what they do themselves is covered by everything above.
describe.runIf(isRoot())('as root', () => {
  it('runs the server under an unprivileged account', async () => {
    const postgres = await open();
    const status = readFileSync(`/proc/${findPostmaster(cluster())?.pid}/status`, 'utf8');

    expect(/^Uid:\s+(\d+)/m.exec(status)?.[1]).not.toBe('0');
    await postgres.close();
  });

  it('puts the data elsewhere when that account cannot reach them, says so, and finds them again', async () => {
    const closed = join(base, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    dataDir = join(closed, 'data');

    const postgres = await open();
    await writeNote(postgres.endpoint, 'elsewhere');
    await postgres.close();

    const place = readFileSync(join(dataDir, 'postgres-location'), 'utf8').trim();
    try {
      expect(logs).toContainEqual(expect.stringContaining(place));
      chmodSync(closed, 0o755); // reachable now, but the data stay where they are
      const again = await open();
      expect(await readNotes(again.endpoint)).toEqual(['elsewhere']);
      await again.close();
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  });

  it('keeps data of an ordinary user theirs', async (context) => {
    if (!canEnter(PACKAGE, NOBODY)) context.skip('this checkout is closed to other users');
    mkdirSync(dataDir);
    chownSync(dataDir, NOBODY.uid, NOBODY.gid);
    const user = await openedElsewhere(NOBODY);
    await writeNote(user.endpoint, 'mine');
    process.kill(user.pid, 'SIGKILL');
    await waitUntil(() => !isAlive(user.pid), 5000);

    const root = await open();
    expect(await readNotes(root.endpoint)).toEqual(['mine']);
    await root.close();

    const again = await openedElsewhere(NOBODY);
    expect(await readNotes(again.endpoint)).toEqual(['mine']);
  });

  it('tells an ordinary user whose directory it is', async (context) => {
    if (!canEnter(PACKAGE, NOBODY)) context.skip('this checkout is closed to other users');
    await (await open()).close();

    const { said } = await openElsewhere(NOBODY);

    expect(said).toMatchObject({ outcome: 'refused', kind: 'data-directory-not-writable' });
  });
});
