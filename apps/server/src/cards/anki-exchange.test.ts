import { randomUUID } from 'node:crypto';
import { type AnkiNote, readApkg, writeApkg } from '@cairn/anki';
import type { CardsImported, StudyCard } from '@cairn/contract';
import type { Instant } from '@cairn/kernel';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
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

async function exported(search = ''): Promise<Uint8Array> {
  const answer = await server.app.request(`http://127.0.0.1/api/cards/export${search}`, {
    headers: { host: '127.0.0.1' },
  });
  expect(answer.headers.get('content-disposition')).toContain('.apkg');
  return new Uint8Array(await answer.arrayBuffer());
}

async function imported(bytes: Uint8Array, search = '') {
  const answer = await server.app.request(`http://127.0.0.1/api/cards/import${search}`, {
    method: 'POST',
    headers: { host: '127.0.0.1', 'content-type': 'application/octet-stream' },
    body: new Uint8Array(bytes).buffer,
  });
  return { status: answer.status, json: (await answer.json()) as CardsImported & { detail: string; type: string } };
}

const foreign = (over: Partial<AnkiNote> = {}): AnkiNote => ({
  id: 'their-card',
  front: 'What is *recall*?',
  back: 'TP / (TP + FN)',
  tags: ['metrics'],
  memory: {
    ...{ stability: 20, difficulty: 5, reps: 4, lapses: 1, phase: 'review' },
    lastReviewAt: (server.clock.now() - 10 * DAY) as Instant,
    dueAt: (server.clock.now() + 10 * DAY) as Instant,
  },
  ...over,
});
const packageOf = (...notes: AnkiNote[]) => writeApkg({ name: 'Theirs', notes }, server.clock.now());

const first = async (): Promise<StudyCard> => (await get('/api/cards/queue?exam=aif-c01&limit=1')).cards[0];
const answer = (cardId: string, at: number = server.clock.now()) =>
  server.call('POST', '/api/cards/reviews', {
    reviews: [{ id: randomUUID(), cardId, rating: 'easy', at, timeZone: 'UTC', seconds: 5 }],
  });

describe('a deck for Anki', () => {
  it('holds the cards of an exam, with schedule and answers', async () => {
    const { id, front } = await first();
    await answer(id);

    const { notes } = await readApkg(await exported('?exam=AIF-C01'));

    expect(notes.length).toBeGreaterThan(200);
    const note = notes.find(({ ourId }) => ourId === id);
    expect(note).toMatchObject({ front, reviews: [{ rating: 'easy' }] });
    expect(note?.memory?.stability).toBeGreaterThan(1);
  });

  it('brought back as it went changes nothing', async () => {
    await answer((await first()).id);
    const before = await server.db.selectFrom('cardStates').selectAll().execute();

    const { json } = await imported(await exported());

    expect(json).toMatchObject({ added: 0, updated: 0, scheduled: 0 });
    expect(json.own).toBeGreaterThan(600);
    expect(await server.db.selectFrom('cardStates').selectAll().execute()).toEqual(before);
  });
});

describe('a deck from Anki', () => {
  it('becomes own cards with what Anki remembers; a second time it updates and doubles nothing', async () => {
    const one = await imported(await packageOf(foreign()), '?exam=aif-c01');
    const two = await imported(await packageOf(foreign({ front: 'What does recall say?' })));

    expect(one.json).toMatchObject({ added: 1, updated: 0, scheduled: 1, loss: [] });
    expect(two.json).toMatchObject({ added: 0, updated: 1, scheduled: 0 });
    const { cards, total } = await get('/api/cards?origin=anki');
    expect(total).toBe(1);
    expect(cards[0]).toMatchObject({ front: 'What does recall say?', exam: 'aif-c01', tags: ['metrics'] });
    expect(cards[0].memory).toMatchObject({ lapses: 1, phase: 'review' });
    expect(cards[0].memory.stability).toBeCloseTo(20, 0);
  });

  it('is reviewed on from where it stood, and an older copy does not undo that', async () => {
    const bytes = await packageOf(foreign());
    await imported(bytes);
    const [card] = (await get('/api/cards?origin=anki')).cards;
    const { json } = await answer(card.id);

    expect(json.states[0].memory.reps).toBe(card.memory.reps + 1);
    expect((await imported(bytes)).json.scheduled).toBe(0);
    expect((await get('/api/cards?origin=anki')).cards[0].memory.reps).toBe(card.memory.reps + 1);
  });

  it.each([
    ['no package', new TextEncoder().encode('hello')],
    ['nothing at all', new Uint8Array()],
  ])('is refused in a sentence if it is %s', async (_, bytes) => {
    const { status, json } = await imported(bytes);

    expect([status, json.type]).toEqual([422, '/problems/deck-unreadable']);
    expect(json.detail).toMatch(/\.$/);
  });
});
