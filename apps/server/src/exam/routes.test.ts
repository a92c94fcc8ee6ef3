import { randomUUID } from 'node:crypto';
import { slotsOf } from '@cairn/exam';
import type { Instant } from '@cairn/kernel';
import { reveal } from '@cairn/question-types';
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

describe('a started exam', () => {
  it('has the official shape and shows no key, rationale, rating or scoring in any form', async () => {
    const attempt = await candidate.start();

    const form = await candidate.formOf(attempt.id);
    const slots = attempt.sections.flatMap((section: { slots: unknown[] }) => section.slots);
    const text = JSON.stringify(attempt);
    expect(slots).toHaveLength(65);
    expect(attempt.clock.remainingSeconds).toBe(90 * 60);
    expect(text).not.toMatch(/"(why|angoff|correct|scored|rationale|answer|match|sequence)":/);
    const rationales = slotsOf(form).flatMap(({ question }) => Object.values(reveal(question).why));
    expect(rationales.filter((why) => text.includes(JSON.stringify(why).slice(1, -1)))).toEqual([]);
    expect(slotsOf(form).filter(({ itemId }) => text.includes(itemId))).toEqual([]);
  });

  it('is started once, however often the request is repeated', async () => {
    const first = await candidate.start();
    const again = await candidate.start({ id: first.id });

    expect(again).toEqual({ ...first, clock: again.clock });
  });

  it('resumes with the same questions, options, answers and marks in another browser', async () => {
    const attempt = await candidate.start();
    const [answer] = await candidate.keyed(attempt.id);
    await candidate.send(attempt.id, [
      candidate.event('visit', { slot: 's01' }),
      answer,
      candidate.event('flag', { slot: 's01', flagged: true }),
      candidate.event('strike', { slot: 's02', options: ['x'] }),
      candidate.event('note', { slot: 's01', text: 'hm' }),
    ]);

    const { json } = await server.call('GET', `/api/attempts/${attempt.id}?tabId=${randomUUID()}`);

    expect(json.sections).toEqual(attempt.sections);
    expect(json.currentSlot).toBe('s01');
    expect(json.slots.s01).toMatchObject({ response: answer?.response, answered: true, flagged: true, note: 'hm' });
    expect(json.slots.s02.struckOut).toEqual(['x']);
    expect(json.isActiveTab).toBe(false);
  });

  it('is refused when the exam is unknown, with the nearest name', async () => {
    const body = candidate.request({ exam: 'aif-c02' });
    const { status, json } = await server.call('POST', '/api/attempts', body);

    expect(status).toBe(404);
    expect(json).toMatchObject({
      type: '/problems/exam-unknown',
      detail: 'No exam is called "aif-c02"; did you mean "aif-c01"?',
    });
  });

  it('is refused when nothing fits the selection', async () => {
    const body = candidate.request({ exam: 'mla-c02', mode: 'study', scope: { kind: 'missed', questions: 10 } });
    const { status, json } = await server.call('POST', '/api/attempts', body);

    expect(status).toBe(409);
    expect(json.detail).toContain('missed nothing in MLA-C02');
  });
});

describe('recording', () => {
  it('acknowledges each event once and again, and stores it once', async () => {
    const attempt = await candidate.start();
    const events = [candidate.event('visit', { slot: 's01' }), ...(await candidate.keyed(attempt.id)).slice(0, 3)];

    const first = await candidate.send(attempt.id, events);
    const second = await candidate.send(attempt.id, events);

    const stored = await server.db
      .selectFrom('attemptEvents')
      .selectAll()
      .where('attemptId', '=', attempt.id)
      .execute();
    expect(first.json.acknowledged).toEqual(events.map(({ id }) => id));
    expect(second.json.acknowledged).toEqual(first.json.acknowledged);
    expect(stored.map(({ eventId }) => eventId)).toEqual(events.map(({ id }) => id));
  });

  it('refuses an answer that does not fit its question and keeps the others of the batch', async () => {
    const attempt = await candidate.start();
    const [good] = await candidate.keyed(attempt.id);
    const foreign = candidate.event('answer', {
      slot: 's02',
      response: { kind: 'multiple-choice', chosen: ['no-such-option'] },
    });
    const nowhere = candidate.event('visit', { slot: 's99' });

    const { json } = await candidate.send(attempt.id, [foreign, good, nowhere]);

    expect(json.acknowledged).toEqual([good?.id]);
    expect(json.rejected.map(({ id, reason }: { id: string; reason: string }) => [id, reason])).toEqual([
      [foreign.id, 'invalid-response'],
      [nowhere.id, 'unknown-slot'],
    ]);
  });

  it('takes what arrives within the grace, and ends the exam after it', async () => {
    const attempt = await candidate.start();
    const [first, second, third] = await candidate.keyed(attempt.id);
    await candidate.send(attempt.id, [first]);

    server.clock.advance(90 * 60_000 + 4000);
    const late = await candidate.send(attempt.id, [second]);
    server.clock.advance(2000);
    const tooLate = await candidate.send(attempt.id, [third]);

    expect(late.json.acknowledged).toHaveLength(1);
    expect(tooLate.json).toMatchObject({ acknowledged: [], state: 'over', rejected: [{ reason: 'after-time' }] });
    const { json: report } = await server.call('GET', `/api/attempts/${attempt.id}/report`);
    expect(report.overReason).toBe('timed-out');
    expect(report.questions.filter(({ answered }: { answered: boolean }) => answered)).toHaveLength(2);
  });

  it('ends an exam whose browser never came back', async () => {
    const attempt = await candidate.start();
    server.clock.advance(91 * 60_000);

    const { json } = await server.call('GET', '/api/attempts');

    const mine = json.attempts.find(({ id }: { id: string }) => id === attempt.id);
    expect(mine).toMatchObject({ state: 'over', answered: 0 });
  });

  it('lets one tab write until another takes over', async () => {
    const attempt = await candidate.start();
    const [first, second] = await candidate.keyed(attempt.id);
    const other = randomUUID();

    const refused = await candidate.send(attempt.id, [first], other);
    await server.call('POST', `/api/attempts/${attempt.id}/tab`, { tabId: other });
    const taken = await candidate.send(attempt.id, [first], other);
    const former = await candidate.send(attempt.id, [second]);

    expect(refused).toMatchObject({ status: 409, json: { type: '/problems/attempt-elsewhere' } });
    expect(taken.json.acknowledged).toEqual([first?.id]);
    expect(former.status).toBe(409);
  });

  it('keeps every acknowledged event when two servers write at once', async () => {
    const twin = await testServer({ db: server.db, drop: server.drop } as Parameters<typeof testServer>[0]);
    const attempt = await candidate.start();
    const batches = Array.from({ length: 40 }, (_, index) =>
      Array.from({ length: 3 }, () => candidate.event('note', { slot: 's01', text: `${index}` })),
    );

    const answers = await Promise.all(
      batches.map((events, index) =>
        (index % 2 ? twin : server).call('POST', `/api/attempts/${attempt.id}/events`, {
          tabId: candidate.tabId,
          events,
        }),
      ),
    );

    const stored = await server.db
      .selectFrom('attemptEvents')
      .select(['eventId', 'sequence'])
      .where('attemptId', '=', attempt.id)
      .orderBy('sequence')
      .execute();
    expect(answers.flatMap(({ json }) => json.acknowledged).sort()).toEqual(
      stored.map(({ eventId }) => eventId).sort(),
    );
    expect(stored.map(({ sequence }) => sequence)).toEqual(stored.map((_, index) => index + 1));
  });

  it('gives back the time for which no server was there', async () => {
    const attempt = await candidate.start();
    server.clock.advance(600_000);

    await server.exams.giveBack((server.clock.now() - 300_000) as Instant, (_, error) => {
      throw error;
    });

    const { json } = await server.call('GET', `/api/attempts/${attempt.id}`);
    expect(json.clock.remainingSeconds).toBe(90 * 60 - 300);
  });
});

describe('study mode', () => {
  it('shows feedback after the check and never before', async () => {
    const attempt = await candidate.start({ mode: 'study', scope: { kind: 'domain', domain: 1, questions: 5 } });
    const [answer] = await candidate.keyed(attempt.id);
    await candidate.send(attempt.id, [answer]);
    const before = await server.call('GET', `/api/attempts/${attempt.id}`);

    const { json } = await candidate.send(attempt.id, [candidate.event('check', { slot: 's01' })]);

    expect(before.json.feedback).toEqual({});
    expect(json.feedback.s01).toMatchObject({ solution: answer?.response, points: json.feedback.s01.possible });
    expect(Object.values(json.feedback.s01.why).length).toBeGreaterThan(1);
    expect(json.feedback.s01.sources[0].url).toMatch(/^https:/);
    const again = await candidate.send(attempt.id, [candidate.event('answer', { slot: 's01', response: null })]);
    expect(again.json.rejected[0].reason).toBe('already-checked');
  });

  it('feeds the standing and the selection of missed questions', async () => {
    const attempt = await candidate.start({
      exam: 'ai-103',
      mode: 'study',
      scope: { kind: 'domain', domain: 2, questions: 6 },
    });
    const form = await candidate.formOf(attempt.id);
    const right = await candidate.keyed(attempt.id);
    const wrong = slotsOf(form).find(({ question }) => question.kind === 'multiple-choice');
    const choices = wrong?.question.kind === 'multiple-choice' ? wrong.question.choices : [];
    const miss = candidate.event('answer', {
      slot: wrong?.id,
      response: { kind: 'multiple-choice', chosen: [choices.find(({ correct }) => !correct)?.id] },
    });
    await candidate.send(attempt.id, [...right, miss, candidate.event('submit')]);

    const { json } = await server.call('GET', '/api/standing');
    const retry = await candidate.start({ exam: 'ai-103', mode: 'study', scope: { kind: 'missed', questions: 20 } });

    const standing = json.standings.find(({ exam }: { exam: string }) => exam === 'ai-103');
    expect(standing.itemsMissed).toBe(1);
    expect(standing.theta.standardError).toBeGreaterThan(0.3);
    expect(slotsOf(await candidate.formOf(retry.id)).map(({ itemId }) => itemId)).toContain(wrong?.itemId);
  });
});

describe('the end', () => {
  it('gives full marks for the key, evidence for each answered question, and every rationale', async () => {
    const attempt = await candidate.start({ exam: 'mla-c02' });
    const { json } = await candidate.send(attempt.id, [
      ...(await candidate.keyed(attempt.id)),
      candidate.event('submit'),
    ]);

    const { json: report } = await server.call('GET', `/api/attempts/${attempt.id}/report`);
    const { json: review } = await server.call('GET', `/api/attempts/${attempt.id}`);

    const evidence = await server.db
      .selectFrom('evidence')
      .selectAll()
      .where('naturalKey', 'like', `attempt:${attempt.id}:%`)
      .execute();
    expect(json.state).toBe('over');
    expect(report.scored).toMatchObject({ questions: 50, percent: 100 });
    expect(report.unscored.questions).toBe(15);
    expect(report.verdict).toBe('likely-pass');
    expect(report.scaled.low).toBeLessThanOrEqual(report.scaled.estimate);
    expect(evidence).toHaveLength(65);
    expect(Object.keys(review.feedback)).toHaveLength(65);
  });

  it('has no report while the exam runs', async () => {
    const attempt = await candidate.start();

    const { status, json } = await server.call('GET', `/api/attempts/${attempt.id}/report`);

    expect([status, json.type]).toEqual([409, '/problems/attempt-running']);
  });
});

describe('a bad request', () => {
  it.each([
    ['an unknown attempt', 'GET', `/api/attempts/${randomUUID()}`, undefined, 404, 'attempt-unknown'],
    ['a malformed attempt id', 'GET', '/api/attempts/42', undefined, 400, 'bad-request'],
    ['a body that is no JSON', 'POST', '/api/attempts', '{"id":', 400, 'bad-request'],
    ['a body of the wrong shape', 'POST', '/api/attempts', { exam: 1 }, 400, 'bad-request'],
    ['an address that nothing answers', 'GET', '/api/nothing', undefined, 404, 'not-found'],
    ['a body that is too large', 'POST', '/api/attempts', 'x'.repeat(1_100_000), 413, 'too-large'],
  ])('gets one sentence: %s', async (_, method, path, body, status, kind) => {
    const answer = await server.call(method, path, body);

    expect([answer.status, answer.json.type]).toEqual([status, `/problems/${kind}`]);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.json.detail.length).toBeGreaterThan(10);
  });
});
