import { randomUUID } from 'node:crypto';
import type { CardQueue } from '@cairn/contract';
import { type TestDatabase, testDatabase } from '@cairn/db/testing';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type TestServer, testServer } from '../testing.ts';

let database: TestDatabase;
let ahead: TestServer;
let behind: TestServer;
beforeEach(async () => {
  database = await testDatabase();
  ahead = await testServer(database);
  behind = await testServer(database);
  ahead.clock.advance(120_000);
});
afterEach(() => database.drop());

const queue = async (server: TestServer): Promise<CardQueue> =>
  (await server.call('GET', '/api/cards/queue?exam=aif-c01')).json;
const answer = (server: TestServer, cardId: string) =>
  server.call('POST', '/api/cards/reviews', {
    reviews: [{ id: randomUUID(), cardId, rating: 'easy', at: server.clock.now(), timeZone: 'UTC', seconds: 5 }],
  });

it('sees what a server whose clock is behind wrote', async () => {
  const [one, other] = (await queue(ahead)).cards;
  if (!one || !other) throw new Error('the queue is empty');
  await answer(ahead, one.id);
  expect((await queue(ahead)).cards.map(({ id }) => id)).toContain(other.id);

  await answer(behind, other.id);

  expect((await queue(ahead)).cards.map(({ id }) => id)).not.toContain(other.id);
});
