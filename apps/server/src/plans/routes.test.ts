import { randomUUID } from 'node:crypto';
import ICAL from 'ical.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '../testing.ts';

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
});
afterEach(() => server.drop());

const AIF = '/api/plans/aif-c01';
const DAY = 86_400_000;
const CHOICES = {
  preset: null,
  goal: { kind: 'exam-day', day: '2026-12-19' },
  minutesByWeekday: { monday: 45, tuesday: 45, wednesday: 45, thursday: 45, friday: 45, saturday: 120, sunday: 60 },
  daysOff: [{ from: '2026-12-05', to: '2026-12-06' }],
  known: {},
};

const get = async (path = AIF) => (await server.call('GET', path)).json;
const put = (choices: object = CHOICES, path = AIF) => server.call('PUT', path, choices);
const preview = (choices: object, exam = 'aif-c01') => server.call('POST', '/api/plans/preview', { exam, choices });

type Placed = { day: string; id: string; kind: string; ref?: string; state: string; title: string };

function placed(plan: { days: { day: string; activities: Omit<Placed, 'day'>[] }[] }): Placed[] {
  return plan.days.flatMap(({ day, activities }) => activities.map((one) => ({ ...one, day })));
}

const firstLesson = (plan: Parameters<typeof placed>[0]) => {
  const found = placed(plan).find(({ kind, state }) => kind === 'lesson' && state === 'planned');
  if (!found?.ref) throw new Error('the plan has no lesson');
  return { ...found, ref: found.ref };
};

const log = (activity: object) =>
  server.call('POST', '/api/activities', {
    activities: [
      {
        id: randomUUID(),
        kind: 'lesson',
        exam: 'aif-c01',
        ref: 'aif-c01/1.1',
        seconds: 400,
        at: server.clock.now(),
        timeZone: 'UTC',
        ...activity,
      },
    ],
  });

describe('a plan', () => {
  it('is made of what is here for the exam, and not there until it is saved', async () => {
    const { setup, saved, today } = await get();

    expect(saved).toBeNull();
    expect(today).toBe('2026-11-21');
    expect(setup).toMatchObject({ exam: 'aif-c01', code: 'AIF-C01', closed: null });
    expect(setup.material.lessons).toBe(server.learning.lessons.filter(({ exam }) => exam === 'aif-c01').length);
    expect(setup.material.forms).toBeGreaterThan(0);
    expect(setup.domains.every(({ known }: { known: unknown }) => known === null)).toBe(true);
  });

  it('previewed is the one that is saved, and a preview stores nothing', async () => {
    const { json: shown } = await preview(CHOICES);
    const before = await get();
    const { json: changed } = await put();

    expect(shown).toMatchObject({ outcome: 'planned', diff: null });
    expect(before.saved).toBeNull();
    expect(changed.saved.plan).toEqual(shown.plan);
    expect((await get()).saved.plan).toEqual(shown.plan);
  });

  it('keeps the day that a preset stood for when it was made', async () => {
    await put({ preset: 'four-weeks' });
    server.clock.advance(3 * DAY);

    const { saved } = await get();
    expect(saved.choices.goal).toEqual({ kind: 'exam-day', day: '2026-12-19' });
    expect(saved.choices.minutesByWeekday.monday).toBe(60);
  });

  it('saved again with the same choices changes nothing', async () => {
    await put();
    const again = (await put()).json;

    expect(again.diff).toEqual({ moved: [], added: [], dropped: [] });
  });

  it('has a lesson done once it was read to its end, and not before', async () => {
    const { ref, id } = firstLesson((await put()).json.saved.plan);
    await log({ ref, finished: false, seconds: 20 });
    const half = (await get()).saved.plan;
    await log({ ref });
    const whole = (await get()).saved.plan;

    expect(placed(half).find((one) => one.id === id)?.state).toBe('planned');
    expect(placed(whole).find((one) => one.id === id)?.state).toBe('done');
  });

  it('counts what was learnt before it was made', async () => {
    await log({});
    const { saved } = (await put()).json;

    expect(placed(saved.plan).find(({ id }) => id === 'lesson:aif-c01/1.1')).toMatchObject({
      state: 'done',
      day: '2026-11-21',
    });
  });

  it('says what was missed, moves it when asked, and then has nothing missed', async () => {
    await put();
    server.clock.advance(3 * DAY);
    const { saved } = await get();
    const { json: moved } = await server.call('POST', `${AIF}/replan`);

    expect(saved.missed.sentence).toMatch(/^Not done on its day: /);
    const missed = saved.missed.activities.map(({ id }: { id: string }) => id);
    const handled = [...moved.diff.moved, ...moved.diff.dropped].map(({ id }: { id: string }) => id);
    expect(handled).toEqual(expect.arrayContaining(missed));
    for (const { why } of moved.diff.moved) expect(why).toMatch(/\.$/);
    expect(moved.saved.missed).toBeNull();
    expect((await server.call('POST', `${AIF}/replan`)).json.diff).toEqual({ moved: [], added: [], dropped: [] });
  });

  it('is a calendar with one event a day, whose sequence grows with a change', async () => {
    await put();
    const first = await server.call('GET', `${AIF}/calendar.ics`);
    server.clock.advance(60_000);
    await put({ ...CHOICES, goal: { kind: 'exam-day', day: '2026-12-20' } });
    const second = await server.call('GET', `${AIF}/calendar.ics`);
    const events = (text: string) =>
      new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));

    expect(first.headers.get('content-type')).toMatch(/^text\/calendar/);
    expect(events(first.text).at(-1)).toMatchObject({ summary: 'Exam', sequence: 0 });
    expect(events(second.text).at(-1)).toMatchObject({ summary: 'Exam', sequence: 60 });
    expect(new Set(events(first.text).map(({ uid }) => uid)).size).toBe(events(first.text).length);
  });

  it('is gone when deleted, twice if need be', async () => {
    await put();
    await server.call('DELETE', AIF);

    expect((await server.call('DELETE', AIF)).status).toBe(200);
    expect((await get()).saved).toBeNull();
    expect((await server.call('GET', `${AIF}/calendar.ics`)).json).toMatchObject({
      detail: 'There is no plan for AIF-C01 yet; make one first.',
    });
  });

  it('made again after it was deleted believes a tick as the first did', async () => {
    const practice = async () => placed((await get()).saved.plan).find(({ kind }) => kind === 'practice');
    const tick = async () => log({ kind: 'practice', ref: `aif-c01/${(await practice())?.id}`, seconds: 0 });
    await put();
    await tick();
    await server.call('DELETE', AIF);
    server.clock.advance(DAY);
    await put();
    expect(await practice()).toMatchObject({ state: 'planned' });

    await tick();

    expect(await practice()).toMatchObject({ state: 'done' });
  });

  it('saved again keeps the days that are past, with what was missed on them', async () => {
    const { days } = (await put()).json.saved.plan;
    server.clock.advance(3 * DAY);
    const { plan } = (await put({ ...CHOICES, known: { 1: 0.5 } })).json.saved;

    const dates = (all: { day: string }[]) => all.map(({ day }) => day);
    expect(dates(plan.days)).toEqual(dates(days));
    expect(plan.days[0]).toMatchObject({ activities: [], kind: days[0].kind });
    expect(plan.days[0].missedMinutes).toBeGreaterThan(0);
  });

  it('follows what the learner says they know', async () => {
    const open = (await preview(CHOICES)).json.plan;
    const known = (await preview({ ...CHOICES, known: { 1: 0.95 } })).json.plan;
    const minutes = (plan: { totals: { domain: string; minutes: number }[] }) =>
      plan.totals.find(({ domain }) => domain === 'aif-c01/1')?.minutes ?? 0;

    expect(minutes(known)).toBeLessThan(minutes(open));
  });

  it('can be shown for every exam that can be sat here', async () => {
    for (const exam of server.library.keys()) {
      const { status, json } = await server.call('GET', `/api/plans/${exam}`);
      expect([exam, status]).toEqual([exam, 200]);
      expect([exam, json.setup.closed]).toEqual([
        exam,
        ['ai-102', 'mls-c01'].includes(exam) ? expect.stringContaining('no longer be sat') : null,
      ]);
    }
  }, 20_000);
});

describe('choices that fit no plan', () => {
  const zero = Object.fromEntries(Object.keys(CHOICES.minutesByWeekday).map((name) => [name, 0]));
  it.each([
    ['a day in the past', { goal: { kind: 'exam-day', day: '2026-11-20' } }, 'is past; choose one from today'],
    ['no minutes', { minutesByWeekday: zero }, 'Every weekday has 0 minutes'],
    ['only days off', { daysOff: [{ from: '2026-11-21', to: '2026-12-31' }] }, 'is off or has 0 minutes'],
    ['days off that end before they start', { daysOff: [{ from: '2026-12-06', to: '2026-12-05' }] }, 'swap the two'],
    ['a day years ahead', { goal: { kind: 'exam-day', day: '2031-01-01' } }, 'more than 3 years ahead'],
    ['an unknown domain', { known: { 9: 0.5 } }, 'no task or domain of this exam'],
  ])('are refused in a sentence: %s', async (_, over, sentence) => {
    const choices = { ...CHOICES, ...over };
    const saved = await put(choices);

    expect(saved.status).toBe(422);
    expect(saved.json.detail).toContain(sentence);
    expect((await preview(choices)).json).toMatchObject({ outcome: 'refused', sentence: saved.json.detail });
  });

  it.each([
    ['a retired exam', '/api/plans/mls-c01', 422, 'no longer be sat'],
    ['an unknown exam', '/api/plans/aif-c1', 404, 'did you mean "aif-c01"?'],
    ['an unknown zone', `${AIF}?timeZone=Europe/Berln`, 422, 'Europe/Berlin'],
  ])('name what stands in the way: %s', async (_, path, status, sentence) => {
    const answer = await put(CHOICES, path);

    expect(answer.status).toBe(status);
    expect(answer.json.detail).toContain(sentence);
  });

  it('say that there is nothing to move without a plan', async () => {
    expect((await server.call('POST', `${AIF}/replan`)).status).toBe(404);
  });
});
