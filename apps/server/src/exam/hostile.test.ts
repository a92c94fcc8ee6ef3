import { randomUUID } from 'node:crypto';
import { sql } from '@cairn/db';
import { slotsOf } from '@cairn/exam';
import { seededRng } from '@cairn/kernel';
import { publish } from '@cairn/question-types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '../testing.ts';
import { candidateOn } from './testing-candidate.ts';

let server: TestServer;
let candidate: ReturnType<typeof candidateOn>;
beforeAll(async () => {
  server = await testServer();
  candidate = candidateOn(server);
});
afterAll(() => server.drop());

const NO_CHARACTERS = 'a\u0000b\ud83dc\udc00';

describe('text that PostgreSQL cannot hold', () => {
  it('is kept with the unreadable characters marked, so that it does not hold up what follows', async () => {
    const attempt = await candidate.start();
    const events = [
      candidate.event('note', { slot: 's01', text: `${NO_CHARACTERS} 😀` }),
      candidate.event('highlight', { slot: 's01', passages: [NO_CHARACTERS] }),
      candidate.event('strike', { slot: 's01', options: [NO_CHARACTERS] }),
    ];

    const { json } = await candidate.send(attempt.id, events);

    expect(json.acknowledged).toEqual(events.map(({ id }) => id));
    const { json: shown } = await server.call('GET', `/api/attempts/${attempt.id}`);
    expect(shown.slots.s01).toMatchObject({
      note: 'a\ufffdb\ufffdc\ufffd 😀',
      highlights: ['a\ufffdb\ufffdc\ufffd'],
      struckOut: ['a\ufffdb\ufffdc\ufffd'],
    });
  });

  it('is no reason to fail in a seed, a profile or a roadmap', async () => {
    const started = await server.call('POST', '/api/attempts', candidate.request({ seed: NO_CHARACTERS }));
    const profile = await server.call('PUT', '/api/profile', { profile: { [NO_CHARACTERS]: [NO_CHARACTERS] } });
    const saved = await server.call('PUT', `/api/roadmaps/${randomUUID()}`, {
      goal: NO_CHARACTERS,
      inputs: { a: NO_CHARACTERS },
      roadmap: {},
      done: [NO_CHARACTERS],
      catalogVersion: NO_CHARACTERS,
    });

    expect([started.status, profile.status, saved.status]).toEqual([200, 200, 200]);
    expect((await server.call('GET', '/api/profile')).json.profile).toEqual({
      'a\ufffdb\ufffdc\ufffd': ['a\ufffdb\ufffdc\ufffd'],
    });
  });

  it('nested without end is refused, not stored', async () => {
    const body = `{"profile":{"a":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`;

    expect((await server.call('PUT', '/api/profile', body)).status).toBe(400);
  });
});

it('a body that is not called JSON is told how to be', async () => {
  const { status, json } = await server.call('PUT', '/api/profile', '{}', { 'content-type': 'text/plain' });

  expect([status, json.type]).toEqual([400, '/problems/bad-request']);
  expect(json.detail).toContain('content-type application/json');
});

describe('a client clock', () => {
  it.each([8.64e15, 0])('that shows %d is no reason to lose an event', async (at) => {
    const attempt = await candidate.start();
    const event = { ...candidate.event('visit', { slot: 's01' }), at };

    expect((await candidate.send(attempt.id, [event])).json.acknowledged).toEqual([event.id]);
  });

  it.each([8.64e15 + 1, -1, Number.MAX_SAFE_INTEGER])('cannot show %d', async (at) => {
    const attempt = await candidate.start();

    expect((await candidate.send(attempt.id, [{ ...candidate.event('submit'), at }])).status).toBe(400);
  });
});

describe('an id in capitals', () => {
  it('is the same id: of an event, a tab and an attempt', async () => {
    const attempt = await candidate.start({ mode: 'study', scope: { kind: 'domain', domain: 1, questions: 3 } });
    const [first] = await candidate.keyed(attempt.id);
    const loud = first && { ...first, id: first.id.toUpperCase() };

    const once = await candidate.send(attempt.id, [loud], candidate.tabId.toUpperCase());
    const again = await candidate.send(attempt.id.toUpperCase(), [loud, first, candidate.event('submit')]);
    const evidence = await server.db
      .selectFrom('evidence')
      .select('naturalKey')
      .where(sql<boolean>`source ->> 'attemptId' ilike ${attempt.id}`)
      .execute();

    expect(once.json.acknowledged).toEqual([first?.id]);
    expect(again.json.acknowledged).toHaveLength(3);
    expect(evidence).toEqual([{ naturalKey: `attempt:${attempt.id}:${first?.slot}` }]);
  });
});

describe('an attempt id used again', () => {
  it.each([
    ['another exam', { exam: 'mla-c02' }],
    ['another mode', { mode: 'study' }],
    ['other timing', { timing: { factor: 2, extraMinutes: 0 } }],
    ['another selection', { scope: { kind: 'domain', domain: 1, questions: 5 } }],
  ])('for %s is refused', async (_, other) => {
    const { id } = await candidate.start();

    const { status, json } = await server.call('POST', '/api/attempts', candidate.request({ id, ...other }));

    expect([status, json.type]).toEqual([409, '/problems/attempt-id-taken']);
  });

  it('at the same moment starts one attempt', async () => {
    const request = candidate.request();

    const answers = await Promise.all(Array.from({ length: 6 }, () => server.call('POST', '/api/attempts', request)));

    expect(new Set(answers.map(({ json }) => JSON.stringify(json.sections))).size).toBe(1);
  });
});

it('cannot undo the shuffle of options by what the browser knows', async () => {
  const attempt = await candidate.start();
  const guessed = slotsOf(await candidate.formOf(attempt.id)).map(({ id, question }) =>
    publish(question, seededRng(`${attempt.id}:${id}`).shuffle),
  );

  const shown = attempt.sections.flatMap(({ slots }: { slots: { question: unknown }[] }) =>
    slots.map(({ question }) => question),
  );

  expect(JSON.stringify(guessed)).not.toBe(JSON.stringify(shown));
});
