import { randomUUID } from 'node:crypto';
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

async function sitting() {
  const candidate = candidateOn(server);
  const attempt = await candidate.start();
  const slot = attempt.sections[0].slots[0].id as string;
  const end = () => candidate.send(attempt.id, [candidate.event('submit')]);
  return { attemptId: attempt.id as string, slot, end };
}

const WORDS = 'The page says `S3` today.\n# not a heading';

const put = (id: string, of: { attemptId: string; slot: string }, over = {}) =>
  server.call('PUT', `/api/reports/${id}`, {
    attemptId: of.attemptId,
    slot: of.slot,
    kind: 'wrong-key',
    words: WORDS,
    ...over,
  });
const list = async () => (await server.call('GET', '/api/reports')).json.reports;
const decide = (id: string, body: object) => server.call('POST', `/api/reports/${id}/decision`, body);

describe('a reported question', () => {
  it('is kept with its version, and names its item once the exam is over', async () => {
    const { end, ...of } = await sitting();
    const id = randomUUID();

    const { json, status } = await put(id, of);
    const running = await list();
    await end();

    expect(status).toBe(200);
    expect(json).toMatchObject({ id, exam: 'aif-c01', itemId: null, itemVersion: 1, state: 'open', words: WORDS });
    expect(json.stem.length).toBeGreaterThan(20);
    expect(running).toEqual([json]);
    expect(await list()).toMatchObject([{ itemId: expect.stringMatching(/^aif-c01\//), presentVersion: 1 }]);
  });

  it('sent again changes nothing; told otherwise under its id it is refused', async () => {
    const of = await sitting();
    const id = randomUUID();
    const first = await put(id, of);
    await decide(id, { state: 'rejected', decision: 'The page was checked.' });

    const again = await put(id.toUpperCase(), of);
    const otherwise = await put(id, of, { words: 'else' });

    expect(again.json).toMatchObject({
      ...first.json,
      state: 'rejected',
      decision: expect.any(String),
      decidedAt: expect.any(Number),
    });
    expect([otherwise.status, otherwise.json.type]).toEqual([409, '/problems/report-id-taken']);
    expect(await list()).toHaveLength(1);
  });

  it('is accepted, rejected and opened again', async () => {
    const id = randomUUID();
    await put(id, await sitting());

    const accepted = await decide(id, { state: 'accepted', decision: 'Version 2 has another key.' });
    const open = await decide(id, { state: 'open', decision: '' });

    expect(accepted.json).toMatchObject({ state: 'accepted', decidedAt: server.clock.now() });
    expect(open.json).toMatchObject({ state: 'open', decision: '', decidedAt: null });
  });

  it('becomes an issue file that quotes the words and tells what to do', async () => {
    const { end, ...of } = await sitting();
    const id = randomUUID();
    await put(id, of);
    await end();

    const { text, headers } = await server.call('GET', `/api/reports/${id}/issue`);
    const [{ itemId }] = await list();

    expect(headers.get('content-disposition')).toMatch(/attachment; filename="cairn-aif-c01-[a-z0-9-]+\.md"/);
    expect(text).toContain(`title: "Question ${itemId}: the key looks wrong"`);
    expect(text).toContain('> # not a heading');
    expect(text).toMatch(/- \[[^\]]+\]\(https:\/\/[^)]+\), checked 2026/);
    expect(text).not.toMatch(/correct: true|"solution"/);
  });

  it.each([
    ['an unknown attempt', { attemptId: randomUUID() }, 404, '/problems/attempt-unknown'],
    ['an unknown question', { slot: 'nowhere' }, 404, '/problems/slot-unknown'],
    ['an unknown kind', { kind: 'rude' }, 400, '/problems/bad-request'],
    ['a book', { words: 'x'.repeat(4001) }, 400, '/problems/bad-request'],
  ])('is refused for %s', async (_, over, status, type) => {
    const answer = await put(randomUUID(), await sitting(), over);

    expect([answer.status, answer.json.type]).toEqual([status, type]);
  });

  it('that is not there cannot be decided or exported', async () => {
    const id = randomUUID();

    const answers = [
      await decide(id, { state: 'accepted', decision: '' }),
      await server.call('GET', `/api/reports/${id}/issue`),
    ];

    expect(answers.map(({ status, json }) => [status, json.type])).toEqual(
      Array(2).fill([404, '/problems/report-unknown']),
    );
  });
});
