import { randomUUID } from 'node:crypto';
import { questionsOf } from '@cairn/exam';
import { solution } from '@cairn/question-types';
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

const LESSON = '/api/lessons/aif-c01/1.1';
const get = async (path: string) => (await server.call('GET', path)).json;
const evidence = () => server.db.selectFrom('evidence').selectAll().execute();

function keyOf(number: number) {
  const placed = server.learning.lessons.find(({ lesson }) => lesson.id === 'aif-c01/1.1');
  const item = server.library.get('aif-c01')?.items.find(({ id }) => id === placed?.lesson.checks[number - 1]);
  const [question] = item ? questionsOf(item) : [];
  if (!item || !question) throw new Error('the lesson has no such check');
  return { item, response: solution(question.question) };
}

const answer = (number: number, response: unknown, over = {}) =>
  server.call('POST', `${LESSON}/checks/${number}`, { id: randomUUID(), at: server.clock.now(), response, ...over });

const read = (over = {}) =>
  server.call('POST', '/api/activities', {
    activities: [
      {
        id: randomUUID(),
        kind: 'lesson',
        exam: 'aif-c01',
        ref: 'aif-c01/1.1',
        seconds: 300,
        at: server.clock.now(),
        timeZone: 'Europe/Berlin',
        ...over,
      },
    ],
  });

describe('lessons', () => {
  it('come in the order of the exam guide', async () => {
    const { lessons } = await get('/api/lessons?exam=AIF-C01');

    expect(lessons.map(({ task }: { task: string }) => task)).toEqual(
      lessons.map(({ task }: { task: string }) => task).sort(),
    );
    expect(lessons[0]).toMatchObject({ id: 'aif-c01/1.1', exam: 'aif-c01', readAt: null, checksAnswered: 0 });
  });

  it('show their parts, sources and neighbours, and no key of a check', async () => {
    const lesson = await get(LESSON);
    const text = JSON.stringify(lesson);

    expect(lesson.parts.map(({ id }: { id: string }) => id)).toEqual(['idea', 'decision', 'exam', 'work']);
    expect(lesson).toMatchObject({ previous: null, next: 'aif-c01/1.2' });
    expect(lesson.checks).toHaveLength(3);
    for (const number of [1, 2, 3]) {
      const { item } = keyOf(number);
      expect(text).not.toContain(item.id);
    }
    expect(text).not.toMatch(/"(?:correct|why|angoff)"/);
  });

  it('remember when they were read, once for each time', async () => {
    const id = randomUUID();
    await read({ id });
    server.clock.advance(60_000);
    await read({ id });

    expect(await get(LESSON)).toMatchObject({ readAt: server.clock.now() - 60_000 });
    expect(await server.db.selectFrom('activities').selectAll().execute()).toHaveLength(1);
  });

  it('are not read when they were left before their end', async () => {
    await read({ finished: false });

    expect(await get(LESSON)).toMatchObject({ readAt: null });
    expect(await server.db.selectFrom('activities').select('seconds').execute()).toEqual([{ seconds: 300 }]);
  });

  it.each([
    ['an unknown task', '/api/lessons/aif-c01/1.9', 'did you mean aif-c01/1.'],
    ['an unknown exam', '/api/lessons/nope/1.1', 'There is no lesson nope/1.1'],
  ])('that are not there are named: %s', async (_, path, sentence) => {
    const { status, json } = await server.call('GET', path);

    expect([status, json.type]).toEqual([404, '/problems/lesson-unknown']);
    expect(json.detail).toContain(sentence);
  });
});

describe('a check of a lesson', () => {
  it('comes back with key, reasons and credit, and is evidence', async () => {
    const { item, response } = keyOf(1);

    const { json } = await answer(1, response);

    expect(json).toMatchObject({ points: json.possible, sources: item.sources });
    expect(Object.keys(json.why).length).toBeGreaterThan(1);
    expect(await evidence()).toMatchObject([{ itemId: item.id, credit: 1, kind: 'item-answer' }]);
    expect((await get(LESSON)).checks[0].lastAnswer).toEqual({ credit: 1, at: server.clock.now() });
    const { lessons } = await get('/api/lessons?exam=aif-c01');
    expect(lessons[0]).toMatchObject({ checksAnswered: 1, checksRight: 1 });
  });

  it('counts once a day, for its key is known after the first answer', async () => {
    const { response } = keyOf(1);
    await answer(1, response);
    await answer(1, response);
    server.clock.advance(86_400_000);
    await answer(1, response);

    expect(await evidence()).toHaveLength(2);
  });

  it('moves readiness as an answer with help at hand does', async () => {
    for (const number of [1, 2, 3]) await answer(number, keyOf(number).response);

    const { json } = await server.call('GET', '/api/exams/aif-c01/readiness');

    expect(JSON.stringify(json)).toContain('"answers":3');
  });

  it.each([
    ['another kind of answer', { kind: 'ordering', sequence: [] }, 422, '/problems/response-invalid'],
    ['no answer', null, 422, '/problems/response-invalid'],
  ])('refuses %s', async (_, response, status, type) => {
    const refused = await answer(1, response);

    expect([refused.status, refused.json.type]).toEqual([status, type]);
    expect(await evidence()).toEqual([]);
  });
});

it.each([
  ['an unknown zone', { timeZone: 'Europe/Berln' }, 422, 'Europe/Berlin'],
  ['a day of 25 hours', { seconds: 90_000 }, 400, '"activities.0.seconds"'],
  ['an unknown kind', { kind: 'sleep' }, 400, '"activities.0.kind"'],
])('an activity is refused for %s', async (_, over, status, sentence) => {
  const refused = await read(over);

  expect(refused.status).toBe(status);
  expect(refused.json.detail).toContain(sentence);
});
