import { randomUUID } from 'node:crypto';
import type { CardQueue, SentReview, StudyCard } from '@cairn/contract';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { candidateOn } from '../exam/testing-candidate.ts';
import { type TestServer, testServer } from '../testing.ts';

let server: TestServer;
const servers: TestServer[] = [];
beforeEach(async () => {
  server = await testServer();
  servers.push(server);
});
afterAll(async () => {
  for (const { drop } of servers) await drop();
});

const DAY = 86_400_000;
const get = async (path: string) => (await server.call('GET', path)).json;
const queue = async (search = 'exam=aif-c01'): Promise<CardQueue> => get(`/api/cards/queue?${search}`);
const first = async (): Promise<StudyCard> => {
  const [card] = (await queue()).cards;
  if (!card) throw new Error('the queue is empty');
  return card;
};

const reviewOf = (cardId: string, over: Partial<SentReview> = {}): SentReview => ({
  id: randomUUID(),
  cardId,
  rating: 'good',
  at: server.clock.now(),
  timeZone: 'Europe/Berlin',
  seconds: 8,
  ...over,
});
const send = (...reviews: SentReview[]) => server.call('POST', '/api/cards/reviews', { reviews });
const states = () =>
  server.db.selectFrom('cardStates').select(['cardId', 'memory', 'dueAt']).orderBy('cardId').execute();
const settings = async (over: object) =>
  server.call('PUT', '/api/study-settings', { ...(await get('/api/study-settings')).settings, ...over });

describe('the queue', () => {
  it('of somebody new holds as many new cards as they take a day, with both sides and sources', async () => {
    const { cards, counts, nextDueAt } = await queue();

    expect(counts).toMatchObject({ left: 10, due: 0, newCards: 10, later: 0, doneToday: 0 });
    expect(cards[0]).toMatchObject({ origin: 'content', exam: 'aif-c01', memory: null, reason: 'new-card' });
    expect(cards[0]?.sources.length).toBeGreaterThan(0);
    expect(nextDueAt).toBeNull();
  });

  it('shows a card in its steps first, once its minutes are over', async () => {
    const { id } = await first();
    await send(reviewOf(id, { rating: 'again' }));
    server.clock.advance(61_000);

    const { cards, counts } = await queue();

    expect(cards[0]).toMatchObject({ id, reason: 'in-steps', memory: { phase: 'learning', reps: 1 } });
    expect(counts).toMatchObject({ doneToday: 1, newToday: 1, newCards: 9 });
  });

  it('takes as many overdue cards as the day has minutes, and leaves the rest without blame', async () => {
    const { cards } = await server.call('GET', '/api/cards?exam=aif-c01&limit=100').then(({ json }) => json);
    await send(...cards.map(({ id }: StudyCard) => reviewOf(id, { rating: 'easy' })));
    server.clock.advance(40 * DAY);
    await settings({ minutesADay: 5 });

    const { counts } = await queue();
    const all = await queue('exam=aif-c01&beyond=true');

    expect(counts.minutesLeft).toBeLessThanOrEqual(5.5);
    expect(counts.later).toBeGreaterThan(50);
    expect(counts.due + counts.later).toBe(100);
    expect(all.counts.due).toBe(100);
  });

  it('chooses by the exam day once there is one, and says so', async () => {
    await settings({ examDays: { 'aif-c01': { isOn: true, day: '2026-12-05' } } });

    const { examDay, cards } = await queue();

    expect(examDay).toMatchObject({ day: '2026-12-05', daysLeft: 14, recallLeft: 0 });
    expect(examDay?.recallReviewed).toBeGreaterThan(0.05);
    expect(cards.length).toBeGreaterThan(5);
    expect((await queue('')).examDay).toBeNull();
  });

  it.each([
    ['an unknown exam', 'exam=aif-c1', 404, 'did you mean "aif-c01"'],
    ['an unknown zone', 'timeZone=Europe/Berln', 422, 'Europe/Berlin'],
    ['no limit', 'limit=0', 400, '"limit"'],
  ])('refuses %s in a sentence', async (_, search, status, sentence) => {
    const refused = await server.call('GET', `/api/cards/queue?${search}`);

    expect(refused.status).toBe(status);
    expect(refused.json.detail).toContain(sentence);
  });
});

describe('reviews', () => {
  it('give the same memory in any order, from any device, however often they are sent', async () => {
    const { id } = await first();
    const now = server.clock.now();
    const log = (['good', 'good', 'hard', 'again', 'good'] as const).map((rating, i) =>
      reviewOf(id, { rating, at: now + i * 2 * DAY }),
    );
    server.clock.advance(20 * DAY);
    const other = await testServer();
    servers.push(other);
    other.clock.advance(20 * DAY);

    await send(...log);
    for (const review of log.toReversed()) await other.call('POST', '/api/cards/reviews', { reviews: [review] });
    await send(...log);

    const memories = await other.db.selectFrom('cardStates').select(['cardId', 'memory', 'dueAt']).execute();
    expect(await states()).toEqual(memories);
    expect(await server.db.selectFrom('cardReviews').selectAll().execute()).toHaveLength(5);
  });

  it('of a clock that runs ahead count as of now', async () => {
    const { id } = await first();
    const { json } = await send(reviewOf(id, { at: server.clock.now() + 5 * DAY }));

    expect(json.states[0].memory.lastReviewAt).toBe(server.clock.now());
  });

  it('of cards that are not here are rejected one by one; the others are stored', async () => {
    const { id } = await first();
    const [good, odd, lost] = [reviewOf(id), reviewOf('aif-c01/never-there'), reviewOf(id, { timeZone: 'Moon/Sea' })];

    const { status, json } = await send(good, odd, lost);

    expect(status).toBe(200);
    expect(json.acknowledged).toEqual([good.id]);
    expect(json.rejected.map((one: { id: string }) => one.id)).toEqual([odd.id, lost.id]);
    expect(json.rejected[0].message).toContain('There is no card aif-c01/never-there');
  });

  it('remember the zone of last use', async () => {
    await send(reviewOf((await first()).id, { timeZone: 'Asia/Tokyo' }));

    expect((await get('/api/study-settings')).settings.timeZone).toBe('Asia/Tokyo');
  });

  it('are spread to quieter days only if somebody wants that', async () => {
    await settings({ isBalanced: false });
    const { cards } = await queue('exam=aif-c01&limit=30&beyond=true');
    await send(...cards.map(({ id }) => reviewOf(id, { rating: 'easy' })));
    const exact = new Set((await states()).map(({ dueAt }) => dueAt?.getTime()));
    await settings({ isBalanced: true });
    const more = (await queue('exam=mla-c02&limit=30&beyond=true')).cards;
    await send(...more.map(({ id }) => reviewOf(id, { rating: 'easy' })));
    const spread = new Set(
      (await states()).filter(({ cardId }) => cardId.startsWith('mla')).map(({ dueAt }) => dueAt?.getTime()),
    );

    expect(exact.size).toBe(1);
    expect(spread.size).toBeGreaterThan(1);
  });

  it('no longer count once a card was begun anew; they stay in the log', async () => {
    const { id } = await first();
    await send(reviewOf(id));
    await server.call('POST', '/api/cards/reset', { cardIds: [id] });

    expect((await states())[0]?.memory).toBeNull();
    server.clock.advance(1000);
    const { json } = await send(reviewOf(id));
    expect(json.states[0].memory.reps).toBe(1);
  });
});

describe('own cards', () => {
  const body = { front: 'What is *k*?', back: 'A number of clusters.', exam: 'aif-c01', task: 'aif-c01/1.1' };
  const put = (id: string, over = {}) => server.call('PUT', `/api/cards/own/${id}`, { ...body, ...over });

  it('are written once for an id, changed, found by their words, and removed', async () => {
    const id = randomUUID();
    await put(id);
    await put(id, { front: 'What is the k of k-means?' });

    const { cards, total } = await get('/api/cards?q=K-MEANS%3F');
    expect([total, cards[0].id, cards[0].origin]).toEqual([1, id, 'own']);
    expect((await queue('exam=aif-c01&limit=200')).cards.some((card) => card.id === id)).toBe(false);
    await server.call('DELETE', `/api/cards/own/${id}`);
    expect((await get('/api/cards?q=k-means%3F')).total).toBe(0);
    expect((await send(reviewOf(id))).json.acknowledged).toHaveLength(1);
  });

  it('made of the same source are one', async () => {
    const id = randomUUID();
    await put(id, { origin: 'glossary', source: 'term/recall' });
    const second = await put(randomUUID(), { origin: 'glossary', source: 'term/recall' });

    expect([second.status, second.json.type]).toEqual([409, '/problems/card-exists']);
    await server.call('DELETE', `/api/cards/own/${id}`);
    expect((await put(randomUUID(), { origin: 'glossary', source: 'term/recall' })).status).toBe(200);
  });

  it.each([
    ['nothing on its front', { front: '  ' }, 400, '"front"'],
    ['an unknown exam', { exam: 'nope' }, 404, 'No exam is called'],
    ['a task of another exam', { task: 'mla-c02/1.1' }, 400, 'no task statement of AIF-C01'],
  ])('are refused with %s', async (_, over, status, sentence) => {
    const refused = await put(randomUUID(), over);

    expect([refused.status, refused.json.detail]).toEqual([status, expect.stringContaining(sentence)]);
  });

  it('of another learner stay theirs', async () => {
    const id = randomUUID();
    await put(id);
    const other = await testServer({ db: server.db, drop: async () => {} } as never, { learnerId: randomUUID() });

    const { status, json } = await other.call('PUT', `/api/cards/own/${id}`, body);

    expect([status, json.type]).toEqual([409, '/problems/card-id-taken']);
  });
});

it('a suspended card leaves the queue, and comes back', async () => {
  const { id } = await first();
  await server.call('POST', '/api/cards/suspension', { cardIds: [id], isSuspended: true });
  expect((await queue()).cards.map((card) => card.id)).not.toContain(id);
  expect((await get('/api/cards?state=suspended')).total).toBe(1);

  await server.call('POST', '/api/cards/suspension', { cardIds: [id], isSuspended: false });
  expect((await queue()).cards.map((card) => card.id)).toContain(id);
});

it('the forecast counts what is overdue, and new cards as they come', async () => {
  await send(reviewOf((await first()).id, { rating: 'easy' }));
  server.clock.advance(60 * DAY);

  const { days } = await get('/api/cards/forecast?exam=aif-c01&days=7');

  expect(days).toHaveLength(7);
  expect(days[0]).toMatchObject({ day: '2027-01-20', overdue: 1, newCards: 10 });
  expect(days[0].minutes).toBeGreaterThan(3);
});

it('the overview tells decks by exam and domain, and how much was recalled', async () => {
  const { id } = await first();
  await send(reviewOf(id, { rating: 'easy' }));
  server.clock.advance(20 * DAY);
  await send(reviewOf(id, { rating: 'again' }));

  const { decks, retention } = await get('/api/cards/overview');

  const deck = decks.find(({ exam }: { exam: string }) => exam === 'aif-c01');
  expect(deck).toMatchObject({ code: 'AIF-C01', seen: 1, due: 1 });
  expect(deck.domains.reduce((sum: number, { cards }: { cards: number }) => sum + cards, 0)).toBe(deck.cards);
  expect(retention).toEqual({ reviews: 1, recalled: 0 });
});

describe('a card of a question', () => {
  const draft = (attemptId: string, slot: string) => server.call('POST', '/api/cards/from-item', { attemptId, slot });

  it('is drafted once its answer counts: stem, key and why', async () => {
    const candidate = candidateOn(server);
    const { id } = await candidate.start({ mode: 'study', scope: { kind: 'domain', domain: 1, questions: 5 } });
    const [answer] = await candidate.keyed(id);
    const slot = String(answer?.slot);
    await candidate.send(id, [answer]);
    const early = await draft(id, slot);
    await candidate.send(id, [candidate.event('check', { slot })]);

    const { json } = await draft(id, slot);

    expect([early.status, early.json.type]).toEqual([409, '/problems/answer-not-counted']);
    expect(json).toMatchObject({ exam: 'aif-c01', origin: 'missed', cardId: null });
    expect(json.front.length).toBeGreaterThan(20);
    expect(json.back).toMatch(/\n\n/);
    const { front, back, exam, task, origin, source } = json;
    const cardId = randomUUID();
    await server.call('PUT', `/api/cards/own/${cardId}`, { front: 'Short.', back, exam, task, origin, source });
    expect((await draft(id, slot)).json).toMatchObject({ cardId, front: 'Short.' });
    expect(front).not.toBe('Short.');
  });
});
