import { randomUUID } from 'node:crypto';
import type { Diagnosis } from '@cairn/contract';
import { reveal } from '@cairn/question-types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '../testing.ts';
import { patientOn } from './testing-patient.ts';

let server: TestServer;
let patient: ReturnType<typeof patientOn>;
beforeAll(async () => {
  server = await testServer();
  patient = patientOn(server);
});
afterAll(() => server.drop());

const get = (id: string, on = server) => on.call('GET', `/api/diagnoses/${id}`);
const end = (id: string, on = server) => on.call('POST', `/api/diagnoses/${id}/end`);
const twinOf = (choices = {}) => testServer({ db: server.db, drop: server.drop } as never, choices);

/** Each test leaves its exam free for the next. */
async function fresh(exam = 'aif-c01'): Promise<Diagnosis> {
  const { json } = await server.call('GET', `/api/diagnoses?exam=${exam}`);
  for (const { id, state } of json.diagnoses) if (state === 'running') await end(id);
  return patient.start(exam);
}

const evidenceOf = ({ id }: Diagnosis) =>
  server.db.selectFrom('evidence').selectAll().where('naturalKey', 'like', `diagnosis:${id}:%`).execute();

describe('a diagnosis', () => {
  it('shows no key, rationale, rating, parameter or name of an item at any step before its end', async () => {
    const seen: Diagnosis[] = [];

    const over = await patient.finish(await fresh(), (number) => number % 2 === 0, seen);

    const { frozen } = await patient.frozenOf(over.id);
    const rationales = frozen.questions.flatMap(({ question }) => Object.values(reveal(question).why));
    const text = JSON.stringify(seen);
    expect(seen.length).toBeGreaterThanOrEqual(15);
    expect(text).not.toMatch(/"(why|angoff|rationale|answer|match|sequence|solution|calibration|a|b|c)":(?!\{"rule")/);
    expect(text).not.toMatch(/"correct":(?!null)/);
    expect(rationales.filter((why) => text.includes(JSON.stringify(why).slice(1, -1)))).toEqual([]);
    expect(frozen.questions.filter(({ itemId }) => text.includes(itemId))).toEqual([]);
  });

  it('says why each question is asked', async () => {
    const first = await fresh();
    const second = await patient.answer(first, true);

    expect(first.current?.why).toMatchObject({ rule: 'first', domainAnswered: 0, drawnFrom: 3 });
    expect(second.current?.why.rule).not.toBe('first');
    expect(second.current?.why.tellsPercent).toBeGreaterThan(0);
    expect(second.current?.why.tellsPercent).toBeLessThanOrEqual(100);
  });

  it.each([
    ['likely-pass', () => true],
    ['likely-fail', () => false],
  ])('of somebody clear ends early with %s, and shows every key', async (verdict, isRight) => {
    const started = await fresh();
    const over = await patient.finish(started, isRight);

    expect(over.answered).toBeGreaterThanOrEqual(over.minQuestions);
    expect(over.answered).toBeLessThan(over.maxQuestions);
    expect(over.stopped).toMatchObject({ reason: 'decision-known', limit: 0.98 });
    expect(over.known?.verdict).toBe(verdict);
    expect(over.review).toHaveLength(over.answered);
    expect(over.review.map(({ credit }) => credit)).toEqual(over.review.map(() => Number(isRight())));
    expect(over.review.every(({ feedback }) => Object.keys(feedback.why).length > 0)).toBe(true);
    expect(over.known?.domains.every(({ theta }) => theta.low < theta.high)).toBe(true);
    expect((await get(over.id)).json).toEqual(over);
    const { json: readiness } = await server.call('GET', '/api/exams/aif-c01/readiness');
    expect(readiness).toMatchObject({ today: { status: 'enough' }, missing: null, missingAnswers: 0 });
  });

  it('says nothing of ability while it runs: that would tell which answers were right', async () => {
    const seen: Diagnosis[] = [];
    await patient.finish(await fresh(), (number) => number % 2 === 0, seen);

    expect(seen.length).toBeGreaterThan(10);
    expect(seen.every(({ known, review }) => known === null && review.length === 0)).toBe(true);
  });

  it('of somebody at the line asks to its limit, by the blueprint', async () => {
    const over = await patient.finish(await fresh('mla-c02'), (number) => number % 3 !== 0);

    expect(over.answered).toBeLessThanOrEqual(30);
    expect(over.known?.domains.reduce((sum, { answered }) => sum + answered, 0)).toBe(over.answered);
    for (const { answered, weightPercent } of over.known?.domains ?? []) {
      expect(Math.abs(answered - (weightPercent / 100) * over.answered)).toBeLessThanOrEqual(2.5);
    }
  });

  it('asks every kind of question that stands alone, with part of the credit where the exam gives it', async () => {
    const { frozen } = await patient.frozenOf((await fresh('ai-103')).id);

    const kinds = new Set<string>(frozen.questions.map(({ question }) => question.kind));
    expect(kinds.size).toBeGreaterThanOrEqual(7);
    expect(kinds.has('case-study') || kinds.has('solution-series')).toBe(false);
    expect(frozen.credit).toBe('per-part');
  });

  it('leaves one piece of evidence for each answer, and moves the standing', async () => {
    const over = await patient.finish(await fresh('ai-103'), () => true);

    const evidence = await evidenceOf(over);
    const { json } = await server.call('GET', '/api/standing');
    const standing = json.standings.find(({ exam }: { exam: string }) => exam === 'ai-103');
    expect(evidence.map(({ itemId }) => itemId).sort()).toEqual(over.review.map(({ itemId }) => itemId).sort());
    expect(standing.answers).toBeGreaterThanOrEqual(over.answered);
    expect(standing.theta.estimate).toBeGreaterThan(0);
  });
});

describe('repeating', () => {
  it('a start answers the diagnosis that it started, also at the same moment', async () => {
    const { id } = await fresh();
    await end(id);
    const request = { id: randomUUID(), exam: 'AIF-C01' };

    const answers = await Promise.all(Array.from({ length: 6 }, () => server.call('POST', '/api/diagnoses', request)));

    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]?.status).toBe(200);
  });

  it('an answer gives the same reply and counts once', async () => {
    const started = await fresh();
    const event = patient.event(started, null);

    const replies = await Promise.all(Array.from({ length: 4 }, () => patient.send(started, event)));
    const later = await patient.send(started, { ...event, id: event.id.toUpperCase() });

    expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
    expect(later.text).toBe(replies[0]?.text);
    expect(later.json).toMatchObject({ acknowledged: event.id, diagnosis: { answered: 1 } });
    expect(await evidenceOf(started)).toHaveLength(1);
  });

  it('an answer is acknowledged after the end too, and an end ends once', async () => {
    const started = await fresh();
    const event = patient.event(started, null);
    await patient.send(started, event);

    const ended = await end(started.id);
    server.clock.advance(60_000);

    expect((await end(started.id)).text).toBe(ended.text);
    expect(ended.json).toMatchObject({ state: 'over', stopped: { reason: 'ended-by-learner' }, answered: 1 });
    expect((await patient.send(started, event)).json.acknowledged).toBe(event.id);
  });
});

describe('resuming', () => {
  it('asks the same question in another process, and goes on with the same ones', async () => {
    const twin = await twinOf();
    let here = await fresh();
    for (let i = 0; i < 5; i += 1) here = await patient.answer(here, i % 2 === 0);

    expect((await get(here.id, twin)).json).toEqual(here);
    const there = await patientOn(twin).answer(here, true);
    expect((await get(here.id)).json).toEqual(there);
  });

  it('does not look at a bank that changed meanwhile', async () => {
    const started = await fresh();
    const { itemId } = await patient.asked(started);
    const twin = await twinOf({
      edit: (library: TestServer['library']) =>
        new Map([...library].map(([id, entry]) => [id, { ...entry, items: entry.items.slice(-20) }])),
    });

    const after = await patientOn(twin).answer(started, true);
    await end(after.id, twin);

    expect((await get(started.id)).json.review).toMatchObject([{ itemId, credit: 1 }]);
  });
});

describe('of two windows', () => {
  it('one answers the question, and the other is told to reload', async () => {
    const started = await fresh();

    const replies = await Promise.all([
      patient.send(started, patient.event(started, null)),
      patient.send(started, patient.event(started, null)),
    ]);

    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    const refused = replies.find(({ status }) => status === 409);
    expect(refused?.json).toMatchObject({ type: '/problems/diagnosis-question-passed' });
    expect(refused?.json.detail).toContain('Question 2 is asked now');
    expect((await get(started.id)).json.answered).toBe(1);
  });

  it('one diagnosis of an exam runs, and the other is led to it', async () => {
    const { id } = await fresh();

    const { status, json } = await server.call('POST', '/api/diagnoses', { id: randomUUID(), exam: 'aif-c01' });

    expect([status, json.type]).toEqual([409, '/problems/diagnosis-running']);
    expect(json.detail).toContain(id);
  });
});

describe('refused', () => {
  it.each([
    ['another kind', { kind: 'no-such-kind' }, 'not readable'],
    ['no object', 'A', 'not readable'],
    ['text that no database holds', { kind: 'multiple-choice', chosen: ['a\u0000\ud83d'] }, 'question 1'],
    ['an unknown option', { kind: 'multiple-choice', chosen: ['no-such-option'] }, 'does not fit question 1'],
  ])('is a response of %s, and nothing is stored', async (_, response, detail) => {
    const started = await fresh();

    const { status, json } = await patient.send(started, patient.event(started, response));

    expect([status, json.type]).toEqual([422, '/problems/response-invalid']);
    expect(json.detail).toContain(detail);
    expect((await get(started.id)).json.answered).toBe(0);
  });

  it('is an answer without a response: "I do not know" is said, not left out', async () => {
    const started = await fresh();
    const { response: _, ...event } = patient.event(started, null);

    expect((await patient.send(started, event)).status).toBe(400);
  });

  it('is an answer to a diagnosis that is over', async () => {
    const started = await fresh();
    await end(started.id);

    const { status, json } = await patient.send(started, patient.event(started, null));

    expect([status, json.type]).toEqual([409, '/problems/diagnosis-over']);
  });

  it('is an id that belongs to the diagnosis of another exam, and an exam that nobody knows', async () => {
    const { id } = await fresh();

    const taken = await server.call('POST', '/api/diagnoses', { id, exam: 'mla-c02' });
    const unknown = await server.call('POST', '/api/diagnoses', { id: randomUUID(), exam: 'aif-c02' });

    expect([taken.status, taken.json.type]).toEqual([409, '/problems/diagnosis-id-taken']);
    expect([unknown.status, unknown.json.detail]).toEqual([
      404,
      'No exam is called "aif-c02"; did you mean "aif-c01"?',
    ]);
  });
});

it('is seen and changed by its learner only', async () => {
  const started = await patient.start('mla-c02').catch(() => fresh('mla-c02'));
  const stranger = await twinOf({ learnerId: randomUUID() });

  const tries = await Promise.all([
    get(started.id, stranger),
    end(started.id, stranger),
    patientOn(stranger).send(started, patient.event(started, null)),
  ]);

  expect(tries.map(({ json }) => json.type)).toEqual(Array(3).fill('/problems/diagnosis-unknown'));
  expect((await stranger.call('GET', '/api/diagnoses')).json.diagnoses).toEqual([]);
  const taken = await stranger.call('POST', '/api/diagnoses', { id: started.id, exam: 'mla-c02' });
  expect(taken.json.type).toBe('/problems/diagnosis-id-taken');
});

it('is listed newest first, with how it ended', async () => {
  server.clock.advance(1000);
  const { id } = await fresh('mla-c02');
  server.clock.advance(1000);
  await end(id);
  server.clock.advance(1000);
  const later = await fresh('mla-c02');

  const { json } = await server.call('GET', '/api/diagnoses?exam=MLA-C02');

  expect(json.diagnoses.slice(0, 2)).toMatchObject([
    { id: later.id, state: 'running', stopped: null, theta: null, answered: 0 },
    { id, state: 'over', stopped: { reason: 'ended-by-learner' } },
  ]);
});
