import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../connect.ts';
import { isRoot } from './account.ts';
import { findPostmaster } from './postmaster.ts';
import { canEnter, isAlive, waitUntil } from './processes.ts';
import { compilePackage, PACKAGE, readNotes, Trials, writeNote } from './test-processes.ts';

const NOBODY = { uid: 65_534, gid: 65_534 };
const trials = new Trials();
beforeAll(compilePackage, 120_000);
beforeEach(() => trials.begin());
afterEach(() => trials.end());
afterAll(() => trials.remove());

describe('opening', () => {
  it('makes a database at the first start and finds it at the next', async () => {
    const first = await trials.open();
    await writeNote(first.endpoint, 'kept');
    await first.close();

    expect(existsSync(trials.lockFile)).toBe(false);
    expect(findPostmaster(trials.cluster)).toBeUndefined();

    const second = await trials.open();
    expect(await readNotes(second.endpoint)).toEqual(['kept']);
    await second.close();
  });

  it('listens on no TCP port', async () => {
    const postgres = await trials.open();
    const db = await connect(postgres.endpoint);

    const { rows } = await sql`select current_setting('listen_addresses') as addresses,
      current_setting('synchronous_commit') as commit`.execute(db);

    expect(rows).toEqual([{ addresses: '', commit: 'on' }]);
    await db.destroy();
    await postgres.close();
  });

  it('works where the path is too long for a socket', async () => {
    trials.dataDir = join(trials.base, 'a-long-name-'.repeat(10), 'ü');

    const postgres = await trials.open();

    expect(Buffer.byteLength(join(postgres.endpoint.host, '.s.PGSQL.5432'))).toBeLessThan(104);
    await writeNote(postgres.endpoint, 'far');
    await postgres.close();
  });

  it('uses loopback with a password where there are no sockets', async () => {
    const postgres = await trials.open({ transport: 'tcp' });

    await writeNote(postgres.endpoint, 'tcp');
    expect(postgres.endpoint.host).toBe('127.0.0.1');
    await expect(connect({ ...postgres.endpoint, password: 'guess' })).rejects.toThrow('password was refused');
    await postgres.close();
  });

  it('begins anew when the very first start was interrupted', async () => {
    mkdirSync(`${trials.cluster}.new/base`, { recursive: true });
    writeFileSync(`${trials.cluster}.new/PG_VERSION`, '18\n');

    const postgres = await trials.open();

    await writeNote(postgres.endpoint, 'fresh');
    await postgres.close();
    expect(existsSync(`${trials.cluster}.new`)).toBe(false);
  });
});

describe('refusing', () => {
  it('data of another PostgreSQL version, which stay as they are', async () => {
    await (await trials.open()).close();
    writeFileSync(join(trials.cluster, 'PG_VERSION'), '17\n');

    await expect(trials.open()).rejects.toMatchObject({
      kind: 'wrong-postgres-version',
      message: expect.stringContaining('PostgreSQL 17'),
    });
    expect(existsSync(trials.lockFile)).toBe(false);
    writeFileSync(join(trials.cluster, 'PG_VERSION'), '18\n');
    await (await trials.open()).close();
  });

  it('a directory that holds something else', async () => {
    mkdirSync(trials.cluster, { recursive: true });
    writeFileSync(join(trials.cluster, 'thesis.txt'), 'dear');

    await expect(trials.open()).rejects.toMatchObject({ kind: 'data-directory-unknown' });
    expect(readFileSync(join(trials.cluster, 'thesis.txt'), 'utf8')).toBe('dear');
  });

  it('a directory that cannot be made', async () => {
    writeFileSync(trials.dataDir, 'a file');

    await expect(trials.open({ dataDir: join(trials.dataDir, 'inside') })).rejects.toMatchObject({
      kind: 'data-directory-not-writable',
    });
  });
});

// An ordinary user cannot become another one; what they do themselves is covered by everything above.
describe.runIf(isRoot())('as root', () => {
  it('runs the server under an unprivileged account', async () => {
    const postgres = await trials.open();
    const status = readFileSync(`/proc/${findPostmaster(trials.cluster)?.pid}/status`, 'utf8');

    expect(/^Uid:\s+(\d+)/m.exec(status)?.[1]).not.toBe('0');
    await postgres.close();
  });

  it('puts the data elsewhere when that account cannot reach them, says so, and finds them again', async () => {
    const closed = join(trials.base, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    trials.dataDir = join(closed, 'data');

    const postgres = await trials.open();
    await writeNote(postgres.endpoint, 'elsewhere');
    await postgres.close();

    const place = readFileSync(join(trials.dataDir, 'postgres-location'), 'utf8').trim();
    try {
      expect(trials.logs).toContainEqual(expect.stringContaining(place));
      chmodSync(closed, 0o755); // reachable now, but the data stay where they are
      const again = await trials.open();
      expect(await readNotes(again.endpoint)).toEqual(['elsewhere']);
      await again.close();
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  });

  it('keeps the data in a directory that only root may enter, by letting others pass it', async () => {
    mkdirSync(trials.dataDir, { mode: 0o700 });

    const postgres = await trials.open();
    await writeNote(postgres.endpoint, 'inside');
    await postgres.close();

    expect(statSync(trials.dataDir).mode & 0o777).toBe(0o701);
    expect(existsSync(join(trials.dataDir, 'postgres-location'))).toBe(false);
    expect(trials.logs).toContainEqual(expect.stringContaining('chmod o+x'));
  });

  it('keeps data of an ordinary user theirs', async (context) => {
    if (!canEnter(PACKAGE, NOBODY)) context.skip('this checkout is closed to other users');
    mkdirSync(trials.dataDir);
    chownSync(trials.dataDir, NOBODY.uid, NOBODY.gid);
    const user = await trials.openedElsewhere(NOBODY);
    await writeNote(user.endpoint, 'mine');
    process.kill(user.pid, 'SIGKILL');
    await waitUntil(() => !isAlive(user.pid), 5000);

    const root = await trials.open();
    expect(await readNotes(root.endpoint)).toEqual(['mine']);
    await root.close();

    const again = await trials.openedElsewhere(NOBODY);
    expect(await readNotes(again.endpoint)).toEqual(['mine']);
  });

  it('tells an ordinary user whose directory it is', async (context) => {
    if (!canEnter(PACKAGE, NOBODY)) context.skip('this checkout is closed to other users');
    await (await trials.open()).close();

    const { said } = await trials.openElsewhere(NOBODY);

    expect(said).toMatchObject({ outcome: 'refused', kind: 'data-directory-not-writable' });
  });
});
