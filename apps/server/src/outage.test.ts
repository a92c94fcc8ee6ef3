import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { sql } from '@cairn/db';
import type { Instant } from '@cairn/kernel';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { candidateOn } from './exam/testing-candidate.ts';
import { startServer } from './start-server.ts';
import { CONTENT, type TestServer, testServer } from './testing.ts';
import { uptime } from './uptime.ts';

const MINUTE = 60_000;

let server: TestServer;
let candidate: ReturnType<typeof candidateOn>;
beforeEach(async () => {
  server = await testServer();
  candidate = candidateOn(server);
});
afterEach(() => server.drop());

const presence = () => uptime(server.db, server.clock);

async function remainingMinutes(attemptId: string): Promise<number> {
  const { json } = await server.call('GET', `/api/attempts/${attemptId}`);
  return json.clock.remainingSeconds / 60;
}

/** A program that starts, gives back what was lost, and serves. */
async function restart(): Promise<void> {
  const awaySince = await presence().absentSince();
  if (awaySince !== undefined) await server.exams.giveBack(awaySince, noFailure);
  await presence().beat();
}

const noFailure = (id: string, error: unknown) => {
  throw new Error(`${id} cannot be given its time back`, { cause: error });
};

it('is given back once, also when the first start after it fails before it serves', async () => {
  await presence().beat();
  const { id } = await candidate.start();
  server.clock.advance(10 * MINUTE);
  const awaySince = await presence().absentSince();
  await server.exams.giveBack(awaySince ?? (0 as Instant), noFailure);
  server.clock.advance(5 * MINUTE);

  await restart();

  expect(await remainingMinutes(id)).toBe(90);
});

it('is not lost when a start fails before it gives back', async () => {
  await presence().beat();
  const { id } = await candidate.start();
  server.clock.advance(10 * MINUTE);
  await presence().absentSince(); // the port was taken

  await restart();

  expect(await remainingMinutes(id)).toBe(90);
});

it('is given back once when two servers start at the same moment', async () => {
  await presence().beat();
  const { id } = await candidate.start();
  server.clock.advance(10 * MINUTE);

  await Promise.all([restart(), restart()]);

  expect(await remainingMinutes(id)).toBe(90);
});

it('gives nothing for the time in which somebody still answered', async () => {
  await presence().beat();
  const { id } = await candidate.start();
  server.clock.advance(4000);
  await candidate.send(id, [candidate.event('visit', { slot: 's01' })]);
  server.clock.advance(10 * MINUTE);

  await restart();

  expect(await remainingMinutes(id)).toBe(90 - 4 / 60);
});

it('is none while another server is there, or when the clock was set back', async () => {
  await presence().beat();
  server.clock.advance(10_000);

  expect(await presence().absentSince()).toBeUndefined();
  server.clock.advance(-MINUTE);
  expect(await presence().absentSince()).toBeUndefined();
});

it('is given back to the others when one attempt cannot be read', async () => {
  await presence().beat();
  const broken = await candidate.start();
  const { id } = await candidate.start();
  await sql`update attempts set frozen = '{}' where id = ${broken.id}`.execute(server.db);
  server.clock.advance(10 * MINUTE);
  const failed: string[] = [];
  const awaySince = await presence().absentSince();

  await server.exams.giveBack(awaySince ?? (0 as Instant), (attemptId) => failed.push(attemptId));

  expect(failed).toEqual([broken.id]);
  expect(await remainingMinutes(id)).toBe(90);
});

it('is given back before anybody is answered, also when the first start finds its port taken', async () => {
  await presence().beat();
  const { id } = await candidate.start();
  server.clock.advance(100 * MINUTE);
  const other = createServer();
  const taken = await new Promise<number>((listening) => {
    other.listen(0, '127.0.0.1', () => {
      const address = other.address();
      listening(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
  const { db, clock } = server;
  const log = pino({ level: 'silent' });
  const options = {
    db,
    clock,
    log,
    contentDir: CONTENT,
    dataDir: tmpdir(),
    webDir: '/none',
    host: '127.0.0.1',
    version: 'test',
  };

  await expect(startServer({ ...options, port: taken })).rejects.toThrow('is taken');
  other.close();
  server.clock.advance(5 * MINUTE);
  const started = await startServer({ ...options, port: 0 });
  const answer = await fetch(`${started.url}/api/attempts/${id}`).finally(started.close);

  expect(await answer.json()).toMatchObject({ state: 'running', clock: { remainingSeconds: 90 * 60 } });
});
