import { sql } from '@cairn/db';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestServer, testServer } from '../testing.ts';
import { candidateOn } from './testing-candidate.ts';

let server: TestServer;
let candidate: ReturnType<typeof candidateOn>;
beforeAll(async () => {
  server = await testServer();
  candidate = candidateOn(server);
});
afterAll(() => server.drop());

/** What a restored backup does to the log behind a server that runs: it ends earlier. */
async function forgetAfter(attemptId: string, sequence: number): Promise<void> {
  await server.db.transaction().execute(async (on) => {
    await sql`select set_config('cairn.restoring', 'on', true)`.execute(on);
    await sql`delete from attempt_events where attempt_id = ${attemptId} and sequence > ${sequence}`.execute(on);
  });
}

it('a session in memory never outlives the log that it stands for', async () => {
  const attempt = await candidate.start();
  const note = (slot: string, text: string) => candidate.event('note', { slot, text });
  await candidate.send(attempt.id, [note('s01', 'kept'), note('s02', 'gone'), note('s03', 'gone')]);

  await forgetAfter(attempt.id, 1);
  const shown = await server.call('GET', `/api/attempts/${attempt.id}`);
  await candidate.send(attempt.id, [note('s04', 'new')]);
  const later = await server.call('GET', `/api/attempts/${attempt.id}`);

  const notes = ({ json }: typeof shown) => ['s01', 's02', 's03', 's04'].map((slot) => json.slots[slot].note);
  expect(notes(shown)).toEqual(['kept', '', '', '']);
  expect(notes(later)).toEqual(['kept', '', '', 'new']);
});
