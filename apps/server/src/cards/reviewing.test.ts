import { randomUUID } from 'node:crypto';
import type { SentReview } from '@cairn/contract';
import type { Instant } from '@cairn/kernel';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type TestServer, testServer } from '../testing.ts';
import { ReviewRepository } from './review-repository.ts';

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
});
afterEach(() => server.drop());

const cardIds = (): string[] => [...server.learning.cards.keys()];
const reviewOf = (cardId: string, over: Partial<SentReview> = {}): SentReview => ({
  ...{ id: randomUUID(), cardId, rating: 'easy', at: server.clock.now(), timeZone: 'UTC', seconds: 8 },
  ...over,
});
const send = (...reviews: SentReview[]) => server.call('POST', '/api/cards/reviews', { reviews });
const dueAt = async () =>
  (await server.db.selectFrom('cardStates').select(['cardId', 'dueAt']).orderBy('cardId').execute()).map((row) => [
    row.cardId,
    row.dueAt?.getTime(),
  ]);
const settings = async () => (await server.call('GET', '/api/study-settings')).json.settings;
/** Long enough for what does not wait for a lock. */
const soon = () => new Promise((resolve) => setTimeout(resolve, 300));

it('sent again move no card to another day', async () => {
  const reviews = cardIds()
    .slice(0, 20)
    .map((cardId) => reviewOf(cardId));
  await send(...reviews);
  const before = await dueAt();

  for (const review of reviews) await send(review);

  expect(await dueAt()).toEqual(before);
});

it('that are being taken do not bring back the memory of a card that is begun anew', async () => {
  const [cardId = ''] = cardIds();
  const { json } = await send(reviewOf(cardId));
  const { memory } = json.states[0];
  const repository = new ReviewRepository(server.db);
  let reset: Promise<unknown> | undefined;

  await repository.locked(server.learnerId, async (on) => {
    reset = server.call('POST', '/api/cards/reset', { cardIds: [cardId] });
    await Promise.race([reset, soon()]);
    const state = { cardId, memory, dueAt: memory.dueAt as Instant };
    await repository.saveStates(on, server.learnerId, [state], server.clock.now() as Instant);
  });
  await reset;

  const row = await server.db.selectFrom('cardStates').select('memory').executeTakeFirst();
  expect(row?.memory).toBeNull();
});

it('in another zone change nothing that was set meanwhile', async () => {
  const [cardId = ''] = cardIds();
  const repository = new ReviewRepository(server.db);
  let sent: Promise<unknown> | undefined;

  await repository.locked(server.learnerId, async () => {
    sent = send(reviewOf(cardId, { timeZone: 'Asia/Tokyo' }));
    await soon();
    await server.call('PUT', '/api/study-settings', { ...(await settings()), newCardsADay: 33 });
  });
  await sent;

  expect(await settings()).toMatchObject({ newCardsADay: 33, timeZone: 'Asia/Tokyo' });
});

it('an exam day counts whatever the case of the exam', async () => {
  const examDays = { 'AIF-C01': { isOn: true, day: '2026-12-20' } };
  await server.call('PUT', '/api/study-settings', { ...(await settings()), examDays });

  const { examDay } = (await server.call('GET', '/api/cards/queue?exam=aif-c01')).json;
  expect(examDay).toMatchObject({ exam: 'aif-c01', day: '2026-12-20' });
});

it('steps of a card come even if the minutes before an exam are over', async () => {
  const examDays = { 'aif-c01': { isOn: true, day: '2026-12-20' } };
  await server.call('PUT', '/api/study-settings', { ...(await settings()), examDays, minutesADay: 1 });
  const { cards } = (await server.call('GET', '/api/cards/queue?exam=aif-c01&limit=1')).json;
  const { id } = cards[0];
  await send(reviewOf(id, { rating: 'again', seconds: 60 }));
  server.clock.advance(61_000);

  const queue = (await server.call('GET', '/api/cards/queue?exam=aif-c01')).json;
  expect(queue.cards.map((card: { id: string; reason: string }) => [card.id, card.reason])).toEqual([[id, 'in-steps']]);
});

it('new cards that nobody wants today take no minutes from an exam', async () => {
  const examDays = { 'aif-c01': { isOn: true, day: '2026-12-20' } };
  await server.call('PUT', '/api/study-settings', { ...(await settings()), examDays, newCardsADay: 0 });

  const one = (await server.call('GET', '/api/cards/queue?exam=aif-c01')).json;
  const all = (await server.call('GET', '/api/cards/queue')).json;
  expect(one.counts.minutesLeft).toBeGreaterThan(15);
  expect(all.counts.minutesLeft).toBeCloseTo(one.counts.minutesLeft, 5);
});
