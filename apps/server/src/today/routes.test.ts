import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '../testing.ts';

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
});
afterEach(() => server.drop());

const DAY = 86_400_000;
const week = (minutes: number) =>
  Object.fromEntries(
    ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((name) => [name, minutes]),
  );
const plan = (exam = 'aif-c01', over: object = {}) =>
  server.call('PUT', `/api/plans/${exam}`, {
    goal: { kind: 'exam-day', day: '2026-12-19' },
    minutesByWeekday: week(120),
    known: { 1: 0.2 },
    ...over,
  });
const today = async (query = 'timeZone=UTC') => (await server.call('GET', `/api/today?${query}`)).json;
const log = (over: object) =>
  server.call('POST', '/api/activities', {
    activities: [
      {
        id: randomUUID(),
        kind: 'lesson',
        exam: 'aif-c01',
        ref: 'aif-c01/1.1',
        seconds: 600,
        at: server.clock.now(),
        timeZone: 'UTC',
        ...over,
      },
    ],
  });

type Entry = { id: string; kind: string; link: string; minutes: number; canTick: boolean };

describe('today', () => {
  it('of somebody new has no plan and nothing done', async () => {
    expect(await today()).toMatchObject({ isNew: true, plans: [], streak: { days: 0 }, day: '2026-11-21' });
  });

  it('fits the work into the time there is, and each piece has its place', async () => {
    await plan();
    const { items, minutes, plans } = await today('timeZone=UTC&minutes=20');

    expect(minutes).toBe(20);
    expect(items.length).toBeGreaterThan(0);
    expect(items.reduce((sum: number, one: Entry) => sum + one.minutes, 0)).toBeLessThanOrEqual(20);
    for (const { link } of items) expect(link).toMatch(/^\/(?:learn|labs|exams|cards|attempts|readiness)\//);
    expect(plans).toMatchObject([{ exam: 'aif-c01', daysLeft: 28, missed: null }]);
  });

  it('takes a lesson off the list once it was read, and lays its stone', async () => {
    await plan();
    const before = await today();
    const lesson = before.items.find(({ kind }: Entry) => kind === 'lesson');
    await log({ ref: lesson.link.slice('/learn/'.length) });
    const after = await today();

    expect(after.items.map(({ id }: Entry) => id)).not.toContain(lesson.id);
    expect(after.doneToday).toMatchObject([{ title: lesson.title }]);
    expect(after.plans[0].stones.done).toBe(before.plans[0].stones.done + 1);
    expect(after.heatMap.days.at(-1)).toMatchObject({ day: '2026-11-21', minutes: 10 });
    expect(after.streak).toMatchObject({ days: 1, isTodayDone: true });
  });

  it('believes the learner where it cannot see for itself', async () => {
    await plan('aif-c01', { minutesByWeekday: week(240) });
    const find = async () => {
      for (let days = 0; days < 28; days += 1) {
        const { items } = await today();
        const found = items.find(({ canTick }: Entry) => canTick);
        if (found) return found;
        server.clock.advance(DAY);
      }
    };
    const practice = await find();
    await log({ kind: 'practice', ref: `aif-c01/${practice.id}`, seconds: 0 });

    expect((await today()).items.map(({ id }: Entry) => id)).not.toContain(practice.id);
  });

  it('says what is open from before and waits', async () => {
    await plan();
    server.clock.advance(DAY);
    const { plans } = await today();

    expect(plans[0].missed.sentence).toMatch(/^Not done yesterday: /);
    expect(await today()).toEqual(await today());
  });

  it('keeps a streak over days off', async () => {
    await plan('aif-c01', { daysOff: [{ from: '2026-11-22', to: '2026-11-24' }] });
    await log({});
    server.clock.advance(4 * DAY);
    expect((await today()).streak).toMatchObject({ days: 1, isTodayDone: false });
    server.clock.advance(DAY);

    expect((await today()).streak.days).toBe(0);
  });

  it('makes no streak of the days between what was done long ago and a plan of today', async () => {
    await log({});
    server.clock.advance(10 * DAY);
    await plan();
    await log({ ref: 'aif-c01/1.2' });

    expect((await today()).streak).toMatchObject({ days: 1, isTodayDone: true });
  });

  it('shares the time between two exams, and shows the next two weeks of both', async () => {
    await plan();
    await plan('mla-c02', { goal: { kind: 'exam-day', day: '2027-01-18' } });
    const { items, plans, load } = await today('timeZone=UTC&minutes=120');

    expect(plans.map(({ exam }: { exam: string }) => exam)).toEqual(['aif-c01', 'mla-c02']);
    expect(new Set(items.map(({ exam }: { exam: string }) => exam))).toEqual(new Set([null, 'aif-c01', 'mla-c02']));
    expect(items.reduce((sum: number, one: Entry) => sum + one.minutes, 0)).toBeLessThanOrEqual(120);
    expect(load).toHaveLength(14);
    expect((await today('exam=mla-c02&timeZone=UTC')).plans).toHaveLength(1);
  });

  it('has the day of where the learner is', async () => {
    expect((await today('timeZone=Pacific/Kiritimati')).day).toBe('2026-11-21');
    server.clock.advance(10 * 3_600_000);
    expect((await today('timeZone=Pacific/Kiritimati')).day).toBe('2026-11-22');
    expect((await today('timeZone=Pacific/Pago_Pago')).day).toBe('2026-11-21');
  });

  it.each([
    ['no such zone', 'timeZone=Mars/Base', 422],
    ['no such exam', 'exam=nope', 404],
    ['no minutes', 'minutes=0', 400],
    ['more than a day', 'minutes=2000', 400],
  ])('refuses %s', async (_, query, status) => {
    expect((await server.call('GET', `/api/today?${query}`)).status).toBe(status);
  });

  it('tells mastery only from enough answers', async () => {
    await plan();
    const { mastery } = await today();

    expect(mastery[0].domains.every(({ known }: { known: unknown }) => known === null)).toBe(true);
    expect(mastery[0].domains[0].tasks.length).toBeGreaterThan(0);
  });
});
