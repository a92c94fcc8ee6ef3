import { randomUUID } from 'node:crypto';
import type { SearchAnswer } from '@cairn/contract';
import { questionsOf } from '@cairn/exam';
import { reveal, stemOf } from '@cairn/question-types';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '../testing.ts';
import { documentsOf, refOfQuestion, type SearchDocument } from './documents.ts';
import { IndexRepository } from './index-repository.ts';
import { storeIndex } from './indexing.ts';
import { SearchRepository } from './repository.ts';
import { SearchService } from './service.ts';
import { plainText } from './words.ts';

const OTHER = '00000000-0000-7000-8000-0000000000ff';

let server: TestServer;
let index: IndexRepository;

const document = (over: Partial<SearchDocument>): SearchDocument => ({
  kind: 'term',
  ref: 'x',
  title: 'Title',
  body: 'Body.',
  link: '/read/glossary',
  exam: null,
  ...over,
});

const DOCUMENTS: readonly SearchDocument[] = [
  document({ ref: 'overfitting', title: 'Overfitting', body: 'Learning the training examples by heart.' }),
  document({
    kind: 'lesson',
    ref: 'aif-c01/1.1',
    title: 'Drift',
    body: 'Watch for overfitting and train/test leakage.',
  }),
  document({ kind: 'faq', ref: 'exam', title: 'Wie schwer ist die Prüfung?', body: 'Übung macht den Meister.' }),
  document({ ref: 'matrix', title: 'Confusion matrix', body: 'A table of right and given answers.' }),
  document({ kind: 'lab', ref: 'lab', title: 'Matrix factors', body: 'Confusion comes later than the table.' }),
  document({ kind: 'card', ref: 'aif-c01/zebra', title: 'What is a zebra card?', body: 'A card.', link: '/cards/all' }),
  document({ kind: 'question', ref: 'aif-c01/q1', title: 'Which zebra fits?', body: 'One · Two', link: '' }),
  document({ kind: 'question', ref: 'aif-c01/q2#a', title: 'Which zebra comes first?', body: 'One · Two', link: '' }),
  document({ kind: 'question', ref: 'aif-c01/q2#b', title: 'Which zebra comes then?', body: 'One · Two', link: '' }),
];

beforeAll(async () => {
  server = await testServer();
  index = new IndexRepository(server.db);
  await storeIndex(index, DOCUMENTS);
  await server.db.insertInto('learners').values({ id: OTHER, displayName: 'Other' }).execute();
});
beforeEach(async () => {
  await server.db.deleteFrom('ownCards').execute();
  await server.db.deleteFrom('cardStates').execute();
});
afterAll(() => server.drop());

async function find(q: string, more = ''): Promise<SearchAnswer> {
  const { status, json } = await server.call('GET', `/api/search?q=${encodeURIComponent(q)}${more}`);
  expect(status).toBe(200);
  return json;
}

/** As somebody else on the same database. */
const findAs = (learnerId: string, q: string) =>
  new SearchService({ index, search: new SearchRepository(server.db), learnerId }).find({ q, limit: 10 });

const refsIn = ({ groups }: SearchAnswer) => groups.flatMap(({ results }) => results.map(({ ref }) => ref)).sort();
const textOf = (pieces: SearchAnswer['groups'][number]['results'][number]['title']) =>
  pieces.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('');

async function answered(itemId: string, part: string | null, source: object, learnerId = server.learnerId) {
  const row = { id: randomUUID(), learnerId, at: server.clock.now(), itemId, itemVersion: '1', kind: 'item-answer' };
  await server.db
    .insertInto('evidence')
    .values({
      ...row,
      at: new Date(row.at),
      naturalKey: randomUUID(),
      source: JSON.stringify({ ...source, exam: 'aif-c01', part }),
      task: 'aif-c01/1.1',
      credit: 1,
    })
    .execute();
}

const ownCard = (front: string, back: string, learnerId = server.learnerId) =>
  server.db
    .insertInto('ownCards')
    .values({
      ...{ id: randomUUID(), learnerId, origin: 'own', front, back },
      ...{ createdAt: new Date(server.clock.now()), updatedAt: new Date(server.clock.now()) },
    })
    .execute();

describe('a search', () => {
  it('finds titles before texts, and says where the words stand', async () => {
    const answer = await find('overfitting');

    expect(answer).toMatchObject({ match: 'all', total: 2, isReady: true, searchedFor: 'overfitting' });
    expect(answer.groups.map(({ kind }) => kind)).toEqual(['term', 'lesson']);
    expect(textOf(answer.groups[0]?.results[0]?.title ?? [])).toBe('[Overfitting]');
    expect(textOf(answer.groups[1]?.results[0]?.snippet ?? [])).toBe('Watch for [overfitting] and train/test leakage.');
  });

  it.each([
    ['the beginning of the last word', 'overfitt', ['aif-c01/1.1', 'overfitting']],
    ['a beginning longer than the stem', 'overfittin', ['aif-c01/1.1', 'overfitting']],
    ['another form of a word', 'overfits', ['aif-c01/1.1', 'overfitting']],
    ['words on both sides of a slash', 'leakage train', ['aif-c01/1.1']],
    ['an umlaut', 'Prüfung', ['exam']],
    ['an umlaut typed without dots, in capitals', 'PRUFUNG', ['exam']],
    ['an umlaut typed as two letters', 'pruefung', ['exam']],
    ['a capital umlaut', 'übung', ['exam']],
    ['words anywhere', 'confusion matrix', ['lab', 'matrix']],
    ['words in a row', '"confusion matrix"', ['matrix']],
  ])('finds by %s', async (_, q, refs) => {
    expect(refsIn(await find(q))).toEqual(refs);
  });

  it.each([
    ['ovrefitting', 'overfitting'],
    ['ovrefitting heart', 'overfitting heart'],
    ['leekage', 'leakage'],
  ])('mends %s', async (typed, meant) => {
    expect(await find(typed)).toMatchObject({ match: 'corrected', query: typed, searchedFor: meant });
  });

  it('finds some of the words when nothing holds all of them', async () => {
    const answer = await find('leakage heart');

    expect([answer.match, refsIn(answer)]).toEqual(['some', ['aif-c01/1.1', 'overfitting']]);
  });

  it('keeps to a kind and a number, and tells how many there are', async () => {
    const answer = await find('overfitting', '&kind=lesson&limit=1');

    expect(answer.groups).toMatchObject([{ kind: 'lesson', total: 1 }]);
  });

  it.each([
    ['nothing', ''],
    ['blanks', '   '],
    ['marks', `'"&|!<->:*()\\%_;--`],
    ['a NUL and an emoji', '\0🙂'],
    ['what nobody wrote', 'qqqqzzzz'],
  ])('of %s finds nothing and breaks nothing', async (_, q) => {
    const { status, json } = await server.call('GET', `/api/search?q=${encodeURIComponent(q)}`);

    expect([status, json.match, json.total]).toEqual([200, 'none', 0]);
  });

  it.each([
    ['one letter', 'o'],
    ['words that say nothing', 'the and of'],
    ['300 letters', 'o'.repeat(300)],
    ['300 letters in words', 'ov '.repeat(100)],
    ['SQL', `overfitting'); drop table learners; --`],
    ['marks of full text', `overfitting & !heart | <-> heart:*A`],
    ['an open quotation mark', '"overfitting'],
  ])('of %s is answered', async (_, q) => {
    await find(q);

    expect((await find('overfitting')).total).toBe(2);
  });

  it.each([
    ['a query too long', `q=${'o'.repeat(301)}`, '"q"'],
    ['no query', 'limit=3', '"q"'],
    ['an unknown kind', 'q=x&kind=nope', '"kind"'],
    ['a limit too high', 'q=x&limit=1000', '"limit"'],
  ])('refuses %s', async (_, query, field) => {
    const { status, json } = await server.call('GET', `/api/search?${query}`);

    expect([status, json.type]).toEqual([400, '/problems/bad-request']);
    expect(json.detail).toContain(field);
  });
});

describe('what only those find who have met it', () => {
  it('is no question before it was answered, and then leads to its report', async () => {
    expect((await find('zebra')).total).toBe(0);

    const attemptId = randomUUID();
    await answered('aif-c01/q1', null, { attemptId, slot: '1-1' });
    await answered('aif-c01/q2', 'a', { lesson: 'aif-c01/1.1', slot: 'x', day: '2026-11-21' });

    const answer = await find('zebra');
    expect(refsIn(answer)).toEqual(['aif-c01/q1', 'aif-c01/q2#a']);
    expect(answer.groups[0]?.results.map(({ link }) => link).sort()).toEqual([
      `/attempts/${attemptId}`,
      '/learn/aif-c01/1.1',
    ]);
    expect((await findAs(OTHER, 'zebra')).total).toBe(0);
  });

  it('is no card before it was reviewed', async () => {
    expect((await find('zebra', '&kind=card')).total).toBe(0);

    const state = { cardId: 'aif-c01/zebra', updatedAt: new Date(server.clock.now()) };
    await server.db
      .insertInto('cardStates')
      .values([
        { ...state, learnerId: server.learnerId, memory: JSON.stringify({ stability: 1 }) },
        { ...state, learnerId: OTHER, memory: null, isSuspended: true },
      ])
      .execute();

    expect(refsIn(await find('zebra', '&kind=card'))).toEqual(['aif-c01/zebra']);
    expect((await findAs(OTHER, 'card')).total).toBe(0);
  });

  it('is no word that a mistyped one could be mended to', async () => {
    expect(await findAs(OTHER, 'zebbra')).toMatchObject({ match: 'none', total: 0 });
  });

  it('is an own card, by words that nothing else holds, mistyped ones too', async () => {
    await ownCard('What is **Grundgesetz** `Artikel`?', 'The constitution of <b>Germany</b>');
    await ownCard('Grundgesetz of another', 'Theirs', OTHER);

    const answer = await find('grundgesetz');
    expect(answer).toMatchObject({ total: 1, groups: [{ kind: 'card' }] });
    expect(textOf(answer.groups[0]?.results[0]?.title ?? [])).toBe('What is [Grundgesetz] Artikel?');
    expect(answer.groups[0]?.results[0]?.link).toMatch(/^\/cards\/all\?q=What/);
    expect(await find('grundgestez')).toMatchObject({ match: 'corrected', searchedFor: 'grundgesetz', total: 1 });
  });

  it('is no own card that was removed', async () => {
    await ownCard('Grundgesetz', 'Law');
    await server.db
      .updateTable('ownCards')
      .set({ removedAt: new Date(server.clock.now()) })
      .execute();

    expect((await find('grundgesetz')).total).toBe(0);
  });
});

describe('the index', () => {
  it('is made once for the same content, and anew for another', async () => {
    expect(await storeIndex(index, DOCUMENTS)).toBe(false);
    expect(await storeIndex(index, DOCUMENTS.slice(0, 2))).toBe(true);
    expect((await find('confusion')).total).toBe(0);
    expect(await storeIndex(index, DOCUMENTS)).toBe(true);
    expect((await find('confusion')).total).toBe(2);
  });

  it('stays as it was when making another is given up', async () => {
    const giveUp = new AbortController();
    giveUp.abort();

    await expect(storeIndex(index, DOCUMENTS.slice(2), giveUp.signal)).rejects.toThrow('abort');
    expect((await find('overfitting')).total).toBe(2);
  });

  it('made by two servers at once is made by one', async () => {
    const made = await Promise.all([1, 2, 3].map(() => storeIndex(index, DOCUMENTS.slice(1))));
    await storeIndex(index, DOCUMENTS);

    expect(made.filter(Boolean)).toHaveLength(1);
  });

  it('holds everything that the content has, each under a name of its own', () => {
    const documents = documentsOf(server);
    const names = documents.map(({ kind, ref }) => `${kind} ${ref}`);

    expect(new Set(documents.map(({ kind }) => kind)).size).toBe(8);
    expect(new Set(names).size).toBe(names.length);
  });

  it('holds no reason of a key', () => {
    const texts = new Map(documentsOf(server).map(({ ref, body }) => [ref, body]));
    const asked = [...server.library.values()].flatMap(({ items }) =>
      items.flatMap((item) =>
        questionsOf(item).map(({ part, question }) => ({ ref: refOfQuestion(item.id, part ?? null), question })),
      ),
    );

    const telling = asked.filter(({ ref, question }) =>
      Object.values(reveal(question).why).some((why) => texts.get(ref)?.includes(plainText(why))),
    );
    expect(asked.length).toBeGreaterThan(1000);
    expect(telling.map(({ ref }) => ref)).toEqual([]);
  });

  it('names questions by what they ask', () => {
    const item = server.library.get('aif-c01')?.items.find(({ question }) => question.kind === 'multiple-choice');
    const found = documentsOf(server).find(({ kind, ref }) => kind === 'question' && ref === item?.id);

    expect(item && stemOf(item.question).replace(/[*`]/g, '')).toContain(found?.title.slice(0, 30));
  });
});
