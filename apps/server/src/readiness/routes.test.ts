import { randomUUID } from 'node:crypto';
import type { FormInformation, Readiness } from '@cairn/contract';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { candidateOn } from '../exam/testing-candidate.ts';
import { type TestServer, testServer } from '../testing.ts';

const DAY = 86_400_000;

let server: TestServer;
let candidate: ReturnType<typeof candidateOn>;
const servers: TestServer[] = [];
beforeEach(async () => {
  server = await testServer();
  servers.push(server);
  candidate = candidateOn(server);
});
afterAll(async () => {
  for (const { drop } of servers) await drop();
});

async function readiness(query = '', exam = 'aif-c01'): Promise<Readiness> {
  const { json, status } = await server.call('GET', `/api/exams/${exam}/readiness${query}`);
  expect(status).toBe(200);
  return json;
}

/** Sits a whole exam: every `wrongEvery`th question is left blank, the others answered with their key. */
async function sit({ mode = 'exam', questions = 65, domain = 0 } = {}) {
  const scope = domain > 0 ? { scope: { kind: 'domain', domain, questions } } : {};
  const attempt = await candidate.start({ mode, ...scope });
  await candidate.send(attempt.id, [...(await candidate.keyed(attempt.id)), candidate.event('submit')]);
}

describe('without any answer', () => {
  it('says that there is not enough evidence, and what is missing where', async () => {
    const { today, missing, missingAnswers, domains, ...rest } = await readiness();

    expect(today.status).toBe('not-enough-evidence');
    expect(today.high - today.low).toBeGreaterThan(0.5);
    expect(missingAnswers).toBe(domains.reduce((sum, domain) => sum + domain.missingAnswers, 0));
    expect(missingAnswers).toBeGreaterThan(10);
    expect(missing).toContain(`about ${missingAnswers} more answers to new questions`);
    expect(domains.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    expect(rest).toMatchObject({ answers: 0, lastPracticeAt: null, history: [], forecast: null });
    expect(rest.plan).toEqual({ examOn: null, hoursPerWeek: null, source: 'none' });
  });
});

describe('after an exam with every answer right', () => {
  it('knows enough, and says so in domains that add up', async () => {
    await sit();

    const { today, theta, domains, missing, answers, scoredQuestions } = await readiness();

    expect(today).toMatchObject({ status: 'enough' });
    expect(today.probability).toBeGreaterThan(0.9);
    expect(today.low).toBeLessThanOrEqual(today.probability);
    expect(theta.low).toBeGreaterThan(0);
    expect([missing, answers, scoredQuestions]).toEqual([null, 65, 50]);
    expect(domains.reduce((sum, { answers: own }) => sum + own, 0)).toBe(65);
    expect(domains.reduce((sum, { weightPercent }) => sum + weightPercent, 0)).toBeCloseTo(100, 9);
    const shares = domains.reduce((sum, domain) => sum + (domain.weightPercent / 100) * domain.theta.estimate, 0);
    expect(shares).toBeCloseTo(theta.estimate, 9);
  });

  it('agrees with the standing: one model of ability feeds both', async () => {
    await sit();
    server.clock.advance(10 * DAY);

    const { theta, domains } = await readiness();
    const { json } = await server.call('GET', '/api/standing');

    const [standing] = json.standings;
    expect(standing.theta.estimate).toBeCloseTo(theta.estimate, 12);
    expect(standing.theta.standardError).toBeCloseTo(theta.standardError, 12);
    expect(standing.domains.map((domain: { theta: unknown }) => domain.theta)).toEqual(
      domains.map((domain) => ({ estimate: domain.theta.estimate, standardError: domain.theta.standardError })),
    );
  });
});

it('counts the same answers for less in study mode, where help is at hand', async () => {
  await sit({ mode: 'study', domain: 3, questions: 12 });
  const study = await readiness();
  await server.db.updateTable('attempts').set({ mode: 'exam' }).execute();
  const exam = await readiness();

  expect(study.answers).toBe(12);
  expect(exam.theta.estimate).toBeGreaterThan(study.theta.estimate);
  expect(exam.theta.standardError).toBeLessThan(study.theta.standardError);
});

it('fades while nothing is practised', async () => {
  await sit();
  const before = await readiness();
  server.clock.advance(200 * DAY);
  const after = await readiness();

  expect(after.theta.estimate).toBeLessThan(before.theta.estimate);
  expect(after.theta.standardError).toBeGreaterThan(before.theta.standardError);
});

it('remembers what it said: each day with evidence, recomputed from the log', async () => {
  await sit({ domain: 1, questions: 8 });
  const first = await readiness();
  server.clock.advance(30 * DAY);
  await sit({ domain: 2, questions: 8 });
  const second = await readiness();

  expect(second.history.map(({ day }) => day)).toEqual(['2026-11-21', '2026-12-21']);
  expect(second.history[0]?.probability).toBeCloseTo(first.today.probability, 2);
  expect(second.history[1]).toEqual({ day: '2026-12-21', ...second.today });
});

it('does not count what another learner answered', async () => {
  const other = await testServer({ db: server.db, drop: server.drop } as never, { learnerId: randomUUID() });
  const stranger = candidateOn(other);
  const attempt = await stranger.start();
  await stranger.send(attempt.id, [...(await stranger.keyed(attempt.id)), stranger.event('submit')]);

  expect((await readiness()).answers).toBe(0);
});

describe('a forecast', () => {
  it('reaches the exam day, rises with the hours, and says what it assumes', async () => {
    await sit({ domain: 3, questions: 10 });

    const little = await readiness('?examOn=2027-03-01&hoursPerWeek=0');
    const much = await readiness('?examOn=2027-03-01&hoursPerWeek=10');

    expect(much.plan).toEqual({ examOn: '2027-03-01', hoursPerWeek: 10, source: 'asked' });
    expect(much.forecast?.days[0]).toMatchObject({ day: '2026-11-21' });
    expect(much.forecast?.days.at(-1)?.day).toBe('2027-03-01');
    expect(much.forecast?.days.length).toBeLessThanOrEqual(60);
    expect(much.forecast?.days[0]?.probability).toBeCloseTo(much.today.probability, 9);
    expect(much.forecast?.onExamDay.probability).toBeGreaterThan((little.forecast?.onExamDay.probability ?? 1) + 0.1);
    expect(much.forecast?.assumptions.join(' ')).toContain('not a measurement of you');
    expect(much.domains.every(({ nextHour }) => nextHour > 0)).toBe(true);
  });

  it('on the day of the exam is today', async () => {
    const { forecast, today } = await readiness('?examOn=2026-11-21&hoursPerWeek=10');

    expect(forecast?.days).toHaveLength(1);
    expect(forecast?.onExamDay.probability).toBeCloseTo(today.probability, 9);
  });

  it('takes day and hours from the newest roadmap to this exam, and what is asked before them', async () => {
    const roadmap = (startsOn: string) => ({
      goal: 'AIF-C01',
      inputs: { hoursPerWeek: 6 },
      roadmap: { steps: [{ id: 'exam:aif-c01', startsOn, kind: 'exam' }] },
      done: [],
      catalogVersion: '1',
    });
    await server.call('PUT', `/api/roadmaps/${randomUUID()}`, roadmap('2027-02-01'));
    server.clock.advance(1000);
    await server.call('PUT', `/api/roadmaps/${randomUUID()}`, roadmap('2026-01-01'));
    await server.call('PUT', `/api/roadmaps/${randomUUID()}`, { ...roadmap('x'), roadmap: {}, inputs: {} });

    const planned = await readiness();
    const asked = await readiness('?hoursPerWeek=3');

    expect(planned.plan).toEqual({ examOn: '2027-02-01', hoursPerWeek: 6, source: 'roadmap' });
    expect(planned.forecast?.days.at(-1)?.day).toBe('2027-02-01');
    expect(asked.plan).toEqual({ examOn: '2027-02-01', hoursPerWeek: 3, source: 'asked' });
  });

  it.each([
    ['examOn=2026-11-20', '"examOn": 2026-11-20 lies in the past'],
    ['examOn=2036-11-20', '"examOn": 2036-11-20 is more than three years ahead'],
    ['examOn=soon', '"examOn"'],
    ['examOn=2026-02-30', '"examOn"'],
    ['hoursPerWeek=-1', '"hoursPerWeek"'],
    ['hoursPerWeek=200', '"hoursPerWeek"'],
    ['hoursPerWeek=many', '"hoursPerWeek"'],
  ])('for %s is refused with a sentence', async (query, sentence) => {
    const { status, json } = await server.call('GET', `/api/exams/aif-c01/readiness?${query}`);

    expect([status, json.type]).toEqual([400, '/problems/bad-request']);
    expect(json.detail).toContain(sentence);
  });
});

describe('the information of a form', () => {
  it.each(['aif-c01', 'mla-c02', 'ai-103'])('of %s is a smooth curve around the cut', async (exam) => {
    const { json } = await server.call('GET', `/api/exams/${exam}/information`);
    const { points, cut, questions, bankQuestions }: FormInformation = json;

    expect(points.map(({ theta }) => theta)).toEqual(expect.arrayContaining([-4, cut, 4]));
    expect(points).toHaveLength(81);
    expect(bankQuestions).toBeGreaterThan(questions);
    const peak = points.reduce((best, point) => (point.information > best.information ? point : best));
    expect(Math.abs(peak.theta - cut)).toBeLessThan(1.5);
    expect(points.every((point) => Math.abs(point.standardError ** 2 * point.information - 1) < 1e-9)).toBe(true);
    expect(Object.keys(json)).toEqual(['exam', 'title', 'questions', 'bankQuestions', 'cut', 'points']);
  });

  it('of an unknown exam is refused with the nearest name', async () => {
    const { status, json } = await server.call('GET', '/api/exams/mla-c01/information');

    expect([status, json.detail]).toEqual([404, 'No exam is called "mla-c01"; did you mean "mla-c02"?']);
  });
});
