import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EvidenceRepository } from '../evidence/repository.ts';
import { type TestServer, testServer } from '../testing.ts';

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
});
afterEach(() => server.drop());

const SURVEYS = '/api/postings/surveys';
const evidenceOf = (postings: number) => ({ postings, platforms: [{ vendor: 'AWS', postings }], names: [] });
const survey = (name: string, postings = 7) => ({ name, survey: { postings }, evidence: evidenceOf(postings) });
const put = (id: string, body: object) => server.call('PUT', `${SURVEYS}/${id}`, body);

describe('surveys of postings', () => {
  it('are kept, listed newest first, and given back whole', async () => {
    const [first, second] = [randomUUID(), randomUUID()];
    await put(first, survey('Berlin'));
    server.clock.advance(60_000);
    await put(second, survey('Remote', 31));

    const { surveys } = (await server.call('GET', SURVEYS)).json;
    expect(surveys).toMatchObject([
      { id: second, name: 'Remote', postings: 31 },
      { id: first, name: 'Berlin', postings: 7 },
    ]);
    expect((await server.call('GET', `${SURVEYS}/${first}`)).json).toMatchObject(survey('Berlin'));
  });

  it('sent again replace what was kept under the id, and keep their day', async () => {
    const id = randomUUID();
    const { madeAt } = (await put(id, survey('Berlin'))).json;
    server.clock.advance(86_400_000);

    expect((await put(id, survey('Berlin and Hamburg', 9))).json).toEqual({
      ...{ id, name: 'Berlin and Hamburg', postings: 9, madeAt },
    });
    expect((await server.call('GET', SURVEYS)).json.surveys).toHaveLength(1);
  });

  it('speak to the advisor by the newest, and not at all once it is deleted', async () => {
    expect((await server.call('GET', '/api/postings/evidence')).json).toEqual({ newest: null });
    const id = randomUUID();
    await put(id, survey('Berlin', 12));

    expect((await server.call('GET', '/api/postings/evidence')).json.newest).toMatchObject({
      survey: { id, name: 'Berlin' },
      evidence: evidenceOf(12),
    });
    await server.call('DELETE', `${SURVEYS}/${id}`);
    expect((await server.call('GET', '/api/postings/evidence')).json).toEqual({ newest: null });
  });

  it('of somebody else are neither shown, nor changed, nor deleted', async () => {
    const id = randomUUID();
    await put(id, survey('Berlin'));
    const other = await testServer(
      { db: server.db, drop: async () => {} } as never, // the same database; the first server drops it
      { learnerId: '00000000-0000-7000-8000-00000000beef' },
    );

    for (const [method, body] of [['GET'], ['PUT', survey('Mine')], ['DELETE']] as const) {
      const { status, json } = await other.call(method, `${SURVEYS}/${id}`, body);
      expect([method, status, json.type]).toEqual([method, 404, '/problems/survey-unknown']);
    }
    expect((await server.call('GET', `${SURVEYS}/${id}`)).json.name).toBe('Berlin');
  });

  it('beyond fifty are refused in a sentence, and one that is there can still be saved', async () => {
    const ids = Array.from({ length: 50 }, () => randomUUID());
    for (const id of ids) await put(id, survey('x'));

    const { status, json } = await put(randomUUID(), survey('one more'));
    expect([status, json.type, json.detail]).toEqual([
      409,
      '/problems/surveys-full',
      expect.stringContaining('Delete'),
    ]);
    expect((await put(ids[0] ?? '', survey('again'))).status).toBe(200);
  });

  it.each([
    ['no uuid', 'PUT', `${SURVEYS}/abc`, survey('x')],
    ['no evidence', 'PUT', `${SURVEYS}/${randomUUID()}`, { name: 'x', survey: {} }],
    ['a name of spaces', 'PUT', `${SURVEYS}/${randomUUID()}`, survey('  ')],
    ['a name without end', 'PUT', `${SURVEYS}/${randomUUID()}`, survey('x'.repeat(121))],
  ])('with %s are refused', async (_, method, path, body) => {
    expect((await server.call(method, path, body)).status).toBe(400);
  });

  it.each(['seven', -1, 1.5, 1e300, undefined])('with evidence of %s postings are refused', async (count) => {
    const evidence = { postings: count, platforms: [], names: [] };

    expect((await put(randomUUID(), { ...survey('x'), evidence })).status).toBe(400);
    expect((await server.call('GET', SURVEYS)).json).toEqual({ surveys: [] });
  });
});

describe('the record of a skill', () => {
  const answer = (itemId: string, credit: number, minute: number, itemVersion = 1) => ({
    ...{ id: randomUUID(), learnerId: server.learnerId, at: server.clock.now() + 60_000 * minute, exam: 'aif-c01' },
    source: { attemptId: randomUUID(), slot: '1' },
    ...{ skills: ['rag', 'embeddings'], task: 'aif-c01/3.1', itemId, part: null, itemVersion, credit },
  });

  it('counts each question once, by its last answer and the latest version of its key', async () => {
    const evidence = new EvidenceRepository(server.db);
    const corrected = answer('aif-c01/b', 0, 2);
    await server.db.transaction().execute(async (on) => {
      await evidence.append(on, [answer('aif-c01/a', 0, 0), answer('aif-c01/a', 1, 1), corrected]);
      await evidence.correct(on, [{ ...corrected, id: randomUUID(), itemVersion: 2, credit: 1 }]);
    });

    expect((await server.call('GET', '/api/skills/record')).json.skills).toEqual([
      expect.objectContaining({ skill: 'embeddings', answers: 2, credit: 2, labSteps: 0 }),
      expect.objectContaining({ skill: 'rag', answers: 2, credit: 2, labSteps: 0 }),
    ]);
  });

  it('holds the passed steps of labs beside the answers', async () => {
    const evidence = new EvidenceRepository(server.db);
    await server.db.transaction().execute((on) =>
      evidence.appendLabSteps(on, [
        {
          ...{ id: randomUUID(), learnerId: server.learnerId, at: server.clock.now(), labRunId: randomUUID() },
          ...{ lab: 'x', version: 1, step: 'one', skills: ['rag'], credit: 1, hintsShown: 0, attempts: 1, seconds: 60 },
        },
      ]),
    );

    expect((await server.call('GET', '/api/skills/record')).json.skills).toEqual([
      expect.objectContaining({ skill: 'rag', answers: 0, credit: 0, labSteps: 1 }),
    ]);
  });

  it('is empty before anything was done', async () => {
    expect((await server.call('GET', '/api/skills/record')).json).toEqual({ skills: [] });
  });
});
