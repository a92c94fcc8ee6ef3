import { randomUUID } from 'node:crypto';
import { readinessValidation } from '@cairn/psychometrics';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { candidateOn } from '../exam/testing-candidate.ts';
import { type TestServer, testServer } from '../testing.ts';

const DAY = 86_400_000;

let server: TestServer;
const servers: TestServer[] = [];
beforeEach(async () => {
  server = await testServer();
  servers.push(server);
});
afterAll(async () => {
  for (const { drop } of servers) await drop();
});

const told = (over = {}) => ({
  certification: 'AIF-C01',
  takenOn: '2026-11-22',
  passed: true,
  scaledScore: 745,
  isCounted: true,
  ...over,
});

const put = (id: string, over = {}, on = server) => on.call('PUT', `/api/outcomes/${id}`, told(over));
const list = async () => (await server.call('GET', '/api/outcomes')).json.outcomes;
const file = (...outcomes: object[]) => ({ schema: 'outcomes/1', outcomes });
const other = (over = {}) => ({
  id: randomUUID(),
  certification: 'mla-c02',
  takenIn: '2026-10',
  probability: 0.8,
  passed: true,
  ...over,
});
const importFile = (body: object) => server.call('POST', '/api/outcomes/import', body);
const reliability = async () => (await server.call('GET', '/api/reliability')).json;

/** A whole exam with every answer right, on the first day; the clock stands on the second then. */
async function evidence() {
  const candidate = candidateOn(server);
  const attempt = await candidate.start();
  await candidate.send(attempt.id, [...(await candidate.keyed(attempt.id)), candidate.event('submit')]);
  server.clock.advance(DAY);
}

describe('a recorded exam', () => {
  it('freezes what readiness said the day before, and later answers do not change it', async () => {
    await evidence();
    const { json: readiness } = await server.call('GET', '/api/exams/aif-c01/readiness');
    const id = randomUUID();

    const { json: recorded, status } = await put(id);
    await evidence();

    expect(status).toBe(200);
    expect(recorded).toMatchObject({ id, code: 'AIF-C01', passed: true, scaledScore: 745, isCounted: true });
    expect(recorded.predicted).toMatchObject({ answers: 65, asOf: Date.parse('2026-11-22T00:00:00Z') - 1 });
    expect(recorded.predicted.probability).toBeCloseTo(readiness.today.probability, 2);
    expect(await list()).toEqual([recorded]);
  });

  it('has no prediction without enough evidence, and none from answers of the day itself', async () => {
    const before = await put(randomUUID());
    await evidence();
    const sameDay = await put(randomUUID(), { takenOn: '2026-11-21' });

    expect([before.json.predicted, sameDay.json.predicted]).toEqual([null, null]);
  });

  it('may be of a certification without an exam here', async () => {
    const { status, json } = await put(randomUUID(), { certification: 'ai-900', takenOn: '2026-06-01' });

    expect([status, json.code, json.predicted]).toEqual([200, 'AI-900', null]);
  });

  it('sent again changes nothing; told otherwise under its id it is refused', async () => {
    const id = randomUUID();
    const first = await put(id);
    await evidence();

    const again = await put(id.toUpperCase());
    const otherwise = await put(id, { passed: false });

    expect(again.text).toBe(first.text);
    expect([otherwise.status, otherwise.json.type]).toEqual([409, '/problems/outcome-id-taken']);
  });

  it('is deleted once', async () => {
    const id = randomUUID();
    await put(id);

    const gone = await server.call('DELETE', `/api/outcomes/${id}`);
    const again = await server.call('DELETE', `/api/outcomes/${id}`);

    expect([gone.status, again.status, again.json.type]).toEqual([200, 404, '/problems/outcome-unknown']);
    expect(await list()).toEqual([]);
  });

  it.each([
    ['an unknown certification', { certification: 'aif-c09' }, 404, 'did you mean AIF-C01?'],
    ['a day to come', { takenOn: '2026-12-24' }, 422, '2026-12-24 has not come yet'],
    ['no day', { takenOn: '2026-02-30' }, 400, '"takenOn"'],
    ['a score off every scale', { scaledScore: 1001 }, 400, '"scaledScore"'],
    ['no word about consent', { isCounted: undefined }, 400, '"isCounted"'],
  ])('is refused for %s', async (_, over, status, sentence) => {
    const answer = await put(randomUUID(), over);

    expect(answer.status).toBe(status);
    expect(answer.json.detail).toContain(sentence);
  });

  it('belongs to its learner', async () => {
    const id = randomUUID();
    await put(id);
    const stranger = await testServer({ db: server.db, drop: server.drop } as never, { learnerId: randomUUID() });

    const deleted = await stranger.call('DELETE', `/api/outcomes/${id}`);
    const taken = await put(id, {}, stranger);

    expect([deleted.status, taken.status]).toEqual([404, 409]);
    expect((await stranger.call('GET', '/api/outcomes')).json.outcomes).toEqual([]);
    expect((await stranger.call('GET', '/api/reliability')).json.sources).toEqual({
      own: 0,
      imported: 0,
      notCounted: 0,
    });
  });
});

describe('the file for others', () => {
  it('holds what may be counted, without learner, day and score', async () => {
    await evidence();
    const id = randomUUID();
    await put(id);
    await put(randomUUID(), { isCounted: false });
    await put(randomUUID(), { certification: 'mla-c02' });

    const { json, headers } = await server.call('GET', '/api/outcomes/export');

    expect(headers.get('content-disposition')).toContain('cairn-outcomes.json');
    expect(json.schema).toBe('outcomes/1');
    expect(json.outcomes).toEqual([
      { id, certification: 'aif-c01', takenIn: '2026-11', probability: expect.any(Number), passed: true },
    ]);
    expect(String(json.outcomes[0].probability).length).toBeLessThanOrEqual(5);
  });

  it('counts each id once: in the file, imported before, and one’s own', async () => {
    await evidence();
    const id = randomUUID();
    await put(id);
    const { json: own } = await server.call('GET', '/api/outcomes/export');
    const [one, two] = [other(), other({ passed: false })];

    const first = await importFile(file(one, two, { ...one, passed: false }, ...own.outcomes));
    const second = await importFile(file(two));

    expect(first.json).toEqual({ added: 2, known: 2 });
    expect(second.json).toEqual({ added: 0, known: 1 });
    expect((await reliability()).sources).toEqual({ own: 1, imported: 2, notCounted: 0 });
  });

  it.each([
    ['of another kind', { schema: 'cards/1', outcomes: [] }, '"schema"'],
    ['with a probability above 1', file(other({ probability: 1.2 })), '"outcomes.0.probability"'],
    ['with a name', file(other({ learner: 'Zoë' })), 'outcomes.0'],
    ['with a day', file(other({ takenIn: '2026-10-03' })), 'a month is written like 2026-11'],
    ['with a certification that is no id', file(other({ certification: 'A B' })), 'a certification is written like'],
    ['with too many', file(...Array.from({ length: 5001 }, () => ({}))), '"outcomes'],
  ])('%s is refused as a whole', async (_, body, sentence) => {
    const { status, json } = await importFile(body);

    expect(status).toBe(400);
    expect(json.detail).toContain(sentence);
    expect((await reliability()).sources.imported).toBe(0);
  });

  it('takes 5000 outcomes at once, and all imported ones are deleted at once', async () => {
    const many = Array.from({ length: 5000 }, (_, i) => other({ probability: (i % 10) / 10, passed: i % 10 > 4 }));

    const { json } = await importFile(file(...many));
    const before = await reliability();
    await server.call('DELETE', '/api/outcomes/imported');

    expect(json).toEqual({ added: 5000, known: 0 });
    expect(before.recorded).toMatchObject({ n: 5000, passed: 2500, isEnough: true });
    expect((await reliability()).recorded.n).toBe(0);
  });
});

describe('reliability', () => {
  it('says that nothing is recorded, rather than a number, beside the studies that ship', async () => {
    const { recorded, validation } = await reliability();

    expect(recorded).toMatchObject({ n: 0, isEnough: false, brier: null, logLoss: null, bins: [] });
    expect(validation).toHaveLength(readinessValidation.studies.length);
  });

  it('is Brier and log loss of what was predicted, with its counts', async () => {
    await importFile(file(other({ probability: 0.8, passed: true }), other({ probability: 0.4, passed: true })));
    await importFile(file(other({ probability: 0.1, passed: false })));

    const { recorded } = await reliability();

    expect(recorded).toMatchObject({ n: 3, passed: 2, isEnough: false });
    expect(recorded.brier).toBeCloseTo((0.04 + 0.36 + 0.01) / 3, 12);
    expect(recorded.logLoss).toBeCloseTo(-(Math.log(0.8) + Math.log(0.4) + Math.log(0.9)) / 3, 12);
    expect(recorded.bins.reduce((sum: number, { n }: { n: number }) => sum + n, 0)).toBe(3);
  });

  it('counts own outcomes only with consent', async () => {
    await evidence();
    await put(randomUUID(), { isCounted: false });
    await put(randomUUID(), { passed: false });

    const { recorded, sources } = await reliability();

    expect(sources).toEqual({ own: 1, imported: 0, notCounted: 1 });
    expect(recorded).toMatchObject({ n: 1, passed: 0 });
    expect(recorded.brier).toBeGreaterThan(0.5);
  });
});
