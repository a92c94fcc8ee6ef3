import { spawnSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { EventsAcknowledged } from '@cairn/contract';
import { sql } from '@cairn/db';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { connectToDatabaseOf, readLog } from './faults/log.ts';
import { type Finished, freePort, launchCairn, Program, temporaryDirectory } from './faults/program.ts';
import { call } from './faults/wire.ts';

/** What an operator can get wrong, beyond what the command line's own tests already show: one sentence, no damage. */
let base: string;
const mounts: string[] = [];

beforeAll(() => {
  base = temporaryDirectory();
});
afterEach(() => {
  for (const mount of mounts.splice(0)) spawnSync('umount', [mount]);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

const startOn = (dataDir: string): Promise<Finished> =>
  launchCairn(['start', '--no-open', '--port', '0', '--data', dataDir]).finished;

function expectOneSentence({ code, stdout, stderr }: Finished, saying: RegExp): void {
  const said = stderr.trim().split('\n');
  expect([code, stdout]).toEqual([2, '']);
  expect(said, stderr).toHaveLength(1);
  expect(said[0]).toMatch(/^cairn: .+\.$/);
  expect(said[0]).toMatch(saying);
}

/** A disk of its own, with so much room; undefined where this account may not mount one. */
function mountDisk(name: string, megabytes: number): string | undefined {
  const directory = join(base, name);
  mkdirSync(directory);
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', directory]);
  if (status !== 0) return undefined;
  mounts.push(directory);
  return directory;
}

let program: Program | undefined;
beforeEach(() => {
  program = undefined;
});
afterEach(() => program?.dispose());

it('names a database that a newer Cairn wrote', async () => {
  program = await Program.onNewData();
  await program.start();
  const db = await connectToDatabaseOf(program.dataDir);
  await sql`insert into schema_migrations (number, name, checksum) values (9999, 'from-the-future', 'x')`.execute(db);
  await db.destroy();
  await program.kill();

  expectOneSentence(await startOn(program.dataDir), /newer/);
});

it('says that a disk is too full for a new database, and leaves nothing behind', async (context) => {
  const disk = mountDisk('full', 20);
  if (!disk) return context.skip('only root can mount a small disk');

  expectOneSentence(await startOn(join(disk, 'data')), /MB left/);
  expect(readdirSync(join(disk, 'data'))).toEqual([]);
});

it('answers in one sentence when the disk of running data has filled up, and starts again when there is room', async (context) => {
  const disk = mountDisk('filling', 160);
  if (!disk) return context.skip('only root can mount a small disk');
  const dataDir = join(disk, 'data');
  const first = launchCairn(['start', '--no-open', '--port', '0', '--data', dataDir]);
  await new Promise<void>((ready) => first.child.stdout?.once('data', () => ready()));
  first.child.kill('SIGKILL');
  await first.finished;
  const ballast = join(disk, 'ballast');
  spawnSync('sh', ['-c', 'sleep 2; cat /dev/zero > "$1"', 'sh', ballast]);

  expectOneSentence(await startOn(dataDir), /disk/i);

  rmSync(ballast);
  const again = launchCairn(['start', '--no-open', '--port', '0', '--data', dataDir]);
  await new Promise<void>((ready) => again.child.stdout?.once('data', () => ready()));
  again.child.kill('SIGTERM');
  expect((await again.finished).code).toBe(0);
});

it('calls a disk that fills up under a running exam an outage, goes on when there is room, and keeps every acknowledged answer', async (context) => {
  const disk = mountDisk('busy', 200);
  if (!disk) return context.skip('only root can mount a small disk');
  const port = await freePort();
  const dataDir = join(disk, 'data');
  const begin = () => launchCairn(['start', '--no-open', '--port', String(port), '--data', dataDir]);
  const first = begin();
  await new Promise<void>((ready) => first.child.stdout?.once('data', () => ready()));
  const [id, tabId] = [randomUUID(), randomUUID()];
  const timing = { factor: 1, extraMinutes: 0 };
  const path = '/api/attempts';
  const body = { id, tabId, exam: 'aif-c01', mode: 'exam', timing, scope: { kind: 'form' } };
  await call({ port, method: 'POST', path, body, patienceMilliseconds: 10_000 });
  const acknowledged: string[] = [];
  const send = async (): Promise<number> => {
    const text = randomBytes(1900).toString('hex'); // nothing that PostgreSQL could press together
    const events = Array.from({ length: 20 }, () => ({ id: randomUUID(), at: 0, kind: 'note', slot: 's01', text }));
    let status = 0;
    const answer = await call<EventsAcknowledged>({
      port,
      method: 'POST',
      path: `${path}/${id}/events`,
      body: { tabId, events },
      patienceMilliseconds: 10_000,
      onStatus: (given) => {
        status = given;
      },
    }).catch(() => undefined);
    acknowledged.push(...(answer?.acknowledged ?? []));
    return status;
  };
  const ballast = join(disk, 'ballast');

  const withRoom = await send();
  spawnSync('sh', ['-c', 'cat /dev/zero > "$1"', 'sh', ballast]);
  await expect.poll(send, { timeout: 30_000, interval: 10 }).toBe(503);
  rmSync(ballast);
  await expect.poll(send, { timeout: 30_000, interval: 100 }).toBe(200);
  first.child.kill('SIGKILL');
  await first.finished;
  const again = begin();
  await new Promise<void>((ready) => again.child.stdout?.once('data', () => ready()));
  const db = await connectToDatabaseOf(dataDir);
  const stored = new Set((await readLog(db, id)).map(({ eventId }) => eventId));
  await db.destroy();
  again.child.kill('SIGTERM');
  await again.finished;

  expect(withRoom).toBe(200);
  expect(acknowledged.length).toBeGreaterThanOrEqual(40);
  expect(acknowledged.filter((event) => !stored.has(event))).toEqual([]);
});
