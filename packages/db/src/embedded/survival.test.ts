import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../connect.ts';
import { findPostmaster } from './postmaster.ts';
import { isAlive, waitUntil } from './processes.ts';
import { compilePackage, readNotes, Trials, writeNote } from './test-processes.ts';

const trials = new Trials();
beforeAll(compilePackage, 120_000);
beforeEach(() => trials.begin());
afterEach(() => trials.end());
afterAll(() => trials.remove());

describe('when this process is killed', () => {
  it('its server stops by itself and nothing committed is lost', async () => {
    const { pid, endpoint } = await trials.openedElsewhere();
    await writeNote(endpoint, 'committed');
    const server = findPostmaster(trials.cluster);
    expect(server).toBeDefined();

    process.kill(pid, 'SIGKILL');

    expect(await waitUntil(() => findPostmaster(trials.cluster) === undefined, 10_000)).toBe(true);
    const again = await trials.open();
    expect(await readNotes(again.endpoint)).toEqual(['committed']);
    await again.close();
  });

  it('and its watchdog too, the next start takes the server over', async () => {
    const { pid, endpoint } = await trials.openedElsewhere();
    await writeNote(endpoint, 'orphaned');
    const { watchdog } = JSON.parse(readFileSync(trials.lockFile, 'utf8')) as { watchdog: number };
    process.kill(watchdog, 'SIGKILL');
    process.kill(pid, 'SIGKILL');
    await waitUntil(() => !isAlive(pid), 5000);
    const orphan = findPostmaster(trials.cluster);
    expect(orphan).toBeDefined();

    const next = await trials.open();

    expect(await readNotes(next.endpoint)).toEqual(['orphaned']);
    expect(findPostmaster(trials.cluster)?.pid).not.toBe(orphan?.pid);
    expect(trials.logs).toContainEqual(expect.stringContaining('taking it over'));
    await next.close();
  });

  it('a start at the same instant waits for the stop and then works', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { pid, endpoint } = await trials.openedElsewhere();
      await writeNote(endpoint, `round ${round}`);
      process.kill(pid, 'SIGKILL');
      await waitUntil(() => !isAlive(pid), 5000);

      const next = await trials.open();

      expect(await readNotes(next.endpoint)).toHaveLength(round + 1);
      await next.close();
    }
  }, 60_000);
});

describe('when the server is killed', () => {
  it('it is started again and recovers what was committed', async () => {
    const postgres = await trials.open();
    await writeNote(postgres.endpoint, 'survives');
    const before = findPostmaster(trials.cluster);

    process.kill(before?.pid ?? 0, 'SIGKILL');

    await expect.poll(() => readNotes(postgres.endpoint).catch(() => []), { timeout: 20_000 }).toEqual(['survives']);
    expect(findPostmaster(trials.cluster)?.pid).not.toBe(before?.pid);
    expect(trials.logs).toContainEqual(expect.stringContaining('starting it again'));
    await postgres.close();
  });

  it('an open pool mends itself', async () => {
    const postgres = await trials.open();
    await writeNote(postgres.endpoint, 'pooled');
    const db = await connect(postgres.endpoint, { log: (message) => trials.logs.push(message) });
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
    const first = await trials.openedElsewhere();

    const refusal = await trials.open().catch((error: unknown) => error);

    expect(refusal).toMatchObject({ kind: 'data-directory-in-use' });
    expect(String(refusal)).toContain(`process ${first.pid}`);
    await writeNote(first.endpoint, 'undisturbed');
  });

  it('lets exactly one of many simultaneous starts through', async () => {
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => trials.openElsewhere()));

    expect(outcomes.map(({ said }) => said.outcome).sort()).toEqual(['open', 'refused', 'refused', 'refused']);
  }, 60_000);

  it.each([
    ['a process that is gone', JSON.stringify({ pid: 2 ** 22 - 1, identity: 'x:1' })],
    ['a pid that another program has now', JSON.stringify({ pid: process.ppid, identity: 'earlier-boot:1' })],
    ['a write cut off by a power failure', '{"pid":'],
  ])('left by %s is no obstacle', async (_, text) => {
    mkdirSync(trials.dataDir);
    writeFileSync(trials.lockFile, text);

    const postgres = await trials.open();

    await writeNote(postgres.endpoint, 'free');
    await postgres.close();
  });

  it('is not misled by a postmaster.pid whose pid another program has', async () => {
    const first = await trials.open();
    await first.close();
    writeFileSync(
      join(trials.cluster, 'postmaster.pid'),
      `${process.pid}\n${trials.cluster}\n1\n5432\n${trials.cluster}\n\n`,
    );

    const second = await trials.open();

    await writeNote(second.endpoint, 'fine');
    await second.close();
  });
});
