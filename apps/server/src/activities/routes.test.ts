import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type TestServer, testServer } from '../testing.ts';

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
});
afterEach(() => server.drop());

const DAY = 86_400_000;
const activity = (over: object = {}) => ({
  ...{ id: randomUUID(), kind: 'lesson', exam: 'aif-c01', ref: 'aif-c01/1.1', seconds: 600 },
  ...{ at: server.clock.now(), timeZone: 'UTC', ...over },
});
const log = (...activities: object[]) => server.call('POST', '/api/activities', { activities });

it('counts once however often it is sent', async () => {
  const once = activity();
  await log(once, once);
  await log(once);

  const { heatMap } = (await server.call('GET', '/api/today?timeZone=UTC')).json;
  expect(heatMap).toMatchObject({ minutes: 10, activeDays: 1 });
});

it('of a clock that runs ahead counts today, and keeps no streak alive', async () => {
  await log(activity({ at: server.clock.now() + 5 * DAY }));

  expect((await server.call('GET', '/api/today?timeZone=UTC')).json.streak.lastActiveOn).toBe('2026-11-21');
  server.clock.advance(3 * DAY);
  expect((await server.call('GET', '/api/today?timeZone=UTC')).json.streak.days).toBe(0);
});

it.each([{ ref: 'a\0b' }, { exam: 'a\0b' }])('is stored whatever it is called: %j', async (over) => {
  expect((await log(activity(over))).status).toBe(200);
});

it('in a zone that nobody knows is refused in a sentence', async () => {
  const { status, json } = await log(activity({ timeZone: 'Mars' }));

  expect([status, json.detail]).toEqual([422, expect.stringContaining('"Mars" is not a known time zone')]);
});
