import { randomBytes } from 'node:crypto';
import type { LessonSummary } from '@cairn/contract';
import type { Db } from '@cairn/db';
import { type Rng, seededRng } from '@cairn/kernel';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from './browser.ts';
import { candidateEvents, connectToDatabaseOf, readLog } from './faults/log.ts';
import { Program, pause } from './faults/program.ts';
import { WireProxy } from './faults/proxy.ts';
import { keptEvents, screenOf } from './faults/screen.ts';
import { call } from './faults/wire.ts';
import { faultsOf } from './stage.ts';

const SEED = process.env.FAULT_SEED ?? randomBytes(4).toString('hex');
const LESSON = '/api/lessons/aif-c01/1.2';

let program: Program;
let proxy: WireProxy;
let browser: Browser;

beforeAll(async () => {
  process.stdout.write(`FAULT_SEED=${SEED}\n`);
  program = await Program.onPreparedData();
  [browser] = await Promise.all([launchBrowser(), program.start()]);
  proxy = await WireProxy.to(program.port);
});
afterAll(async () => {
  await browser?.close();
  await proxy?.close();
  await program?.dispose();
});

/** A browser of its own, with the app put down in it. */
async function visitor(path: string): Promise<Page> {
  proxy.mend();
  const baseURL = `http://127.0.0.1:${proxy.port}`;
  const context = await browser.newContext({
    baseURL,
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  await page.goto(path);
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state), { timeout: 30_000 })
    .toBe('activated');
  return page;
}

/** What the service worker put down of the server's answers. */
const isKept = (page: Page, path: string): Promise<boolean> =>
  page.evaluate(async (address) => (await caches.match(address, { ignoreSearch: true })) !== undefined, path);

/** Cards of the queue that this browser has put down. */
const keptCards = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('cairn-reviews');
        opening.onupgradeneeded = () => opening.transaction?.abort(); // the page makes it, not we
        opening.onerror = () => resolve(0);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('queues').objectStore('queues').get('');
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result?.cards.length ?? 0);
          };
        };
      }),
  );

async function withDatabase<T>(look: (db: Db) => Promise<T>): Promise<T> {
  const db = await connectToDatabaseOf(program.dataDir);
  return look(db).finally(() => db.destroy());
}

/** Cuts the wire or mends it, as the seed says. */
const shake = (rng: Rng): void => (rng.below(2) === 0 ? proxy.cutAll() : proxy.mend());

const heading = (page: Page) => page.getByRole('heading', { level: 1, name: /^Question \d+ of/ });

/** Answers the question that is shown, where digits mean something to it, and goes on. */
async function answerSome(page: Page, rng: Rng, count: number): Promise<void> {
  for (let done = 0; done < count; done += 1) {
    await page.keyboard.press(String(1 + rng.below(3)));
    await pause(rng.below(250));
    await page.keyboard.press('n');
    await pause(30);
  }
  await page.keyboard.press('f');
}

it('an exam goes on over cuts, a killed server and reloads without it; every answer is there once', async () => {
  const rng = seededRng(`${SEED}:exam`);
  const page = await visitor('/exams/aif-c01');
  await page.getByRole('button', { name: 'Start the exam' }).click();
  await heading(page).waitFor();
  const attemptId = page.url().split('/').at(-1) ?? '';
  for (let round = 0; round < 3; round += 1) {
    await answerSome(page, rng, 2);
    shake(rng);
  }
  proxy.mend();
  await expect.poll(async () => (await keptEvents(page)).length, { timeout: 30_000 }).toBe(0);
  const acknowledged = await withDatabase(async (db) => candidateEvents(await readLog(db, attemptId)));

  await program.killEverything();
  const unsent: string[] = [];
  for (let visit = 0; visit < 2; visit += 1) {
    await answerSome(page, rng, 2);
    await pause(150); // to the disk
    const before = await screenOf(page);
    await page.reload();
    await heading(page).waitFor();
    expect(await screenOf(page), `visit ${visit + 1} without the server`).toEqual(before);
    unsent.push(...(await keptEvents(page)).map(({ id }) => id));
  }
  await page
    .getByText(/^Offline: /)
    .first()
    .waitFor();
  await answerSome(page, rng, 1);
  const last = await screenOf(page);
  await program.start();
  await page
    .getByText(/^Saved \d\d:\d\d:\d\d$/)
    .first()
    .waitFor({ timeout: 40_000 });
  await expect.poll(async () => (await keptEvents(page)).length).toBe(0);

  const ids = await withDatabase(async (db) => candidateEvents(await readLog(db, attemptId)).map(({ id }) => id));
  expect(acknowledged.length).toBeGreaterThan(0);
  expect(unsent.length).toBeGreaterThan(0);
  expect(ids.slice(0, acknowledged.length)).toEqual(acknowledged.map(({ id }) => id));
  expect(ids).toEqual(expect.arrayContaining(unsent));
  expect(new Set(ids).size).toBe(ids.length);
  await page.reload();
  await heading(page).waitFor();
  expect(await screenOf(page), 'from the server').toEqual(last);
  await page.context().close();
});

it('cards are reviewed over cuts and reloads; every rating is there once, in its order', async () => {
  const rng = seededRng(`${SEED}:cards`);
  const page = await visitor('/cards');
  const given: string[] = [];
  const rate = async (): Promise<void> => {
    const rating = 2 + rng.below(3);
    await page.getByRole('button', { name: 'Show the answer' }).waitFor();
    await page.keyboard.press('Space');
    await page.getByRole('group', { name: 'How well did you know it?' }).waitFor();
    await page.keyboard.press(String(rating));
    given.push(['hard', 'good', 'easy'][rating - 2] ?? '');
    await pause(rng.below(200));
  };
  await expect.poll(() => isKept(page, '/api/cards/overview'), { timeout: 20_000 }).toBe(true);
  await expect.poll(() => keptCards(page), { timeout: 20_000 }).toBeGreaterThan(0);

  proxy.cutAll();
  await page.goto('/cards');
  await page.getByText(/Cairn does not answer; this page is as of \d\d:\d\d/).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.goto('/cards/review');
  await rate();
  await rate();
  await page.reload();
  await rate();
  proxy.mend();
  for (let round = 0; round < 3; round += 1) {
    await rate();
    shake(rng);
    if (round === 1) await page.reload();
  }
  await rate();
  proxy.mend();

  const reviews = () => withDatabase((db) => db.selectFrom('cardReviews').selectAll().orderBy('at').execute());
  await expect.poll(async () => (await reviews()).length, { timeout: 30_000 }).toBe(given.length);
  expect((await reviews()).map(({ rating }) => rating)).toEqual(given);
  await page.context().close();
});

it('a lesson is read and marked without the server; what another installation left is not shown', async () => {
  const page = await visitor('/learn/aif-c01');
  await page.evaluate(async () => {
    const other = await caches.open('cairn-answers-another');
    await other.put('/api/profile', Response.json({}));
  });
  await expect.poll(() => isKept(page, LESSON), { timeout: 30_000 }).toBe(true);
  expect(await isKept(page, '/api/profile')).toBe(false);

  proxy.cutAll();
  await page.goto('/learn/aif-c01/1.2');
  await page.getByRole('article').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Mark as read' }).click();
  await page.getByText(/Your browser keeps it and sends it later/).waitFor();
  await page.getByRole('link', { name: 'Labs', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'This page needs Cairn' }).waitFor();
  proxy.mend();
  await page.getByRole('heading', { level: 1, name: 'This page was not loaded' }).waitFor();
  await page.getByRole('button', { name: 'Reload' }).click();
  await page.getByRole('heading', { level: 1, name: 'Labs' }).waitFor();

  const isRead = async () => {
    const { lessons } = await call<{ lessons: LessonSummary[] }>({
      ...{ port: program.port, path: '/api/lessons?exam=aif-c01', patienceMilliseconds: 10_000 },
    });
    return lessons.find(({ task }) => task === '1.2')?.readAt !== null;
  };
  await expect.poll(isRead, { timeout: 20_000 }).toBe(true);
  await page.context().close();
});
