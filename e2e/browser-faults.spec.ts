import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { AttemptEvent } from '@cairn/contract';
import type { Db } from '@cairn/db';
import { type Rng, seededRng } from '@cairn/kernel';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { KillableBrowser } from './faults/killable-browser.ts';
import { candidateEvents, connectToDatabaseOf, readLog } from './faults/log.ts';
import { Program, pause } from './faults/program.ts';
import { WireProxy } from './faults/proxy.ts';
import { keptEvents, screenOf } from './faults/screen.ts';

const SEED = process.env.FAULT_SEED ?? randomBytes(4).toString('hex');
const RUNS = 8;

let program: Program;
let proxy: WireProxy;
let db: Db;
let browser: KillableBrowser | undefined;
const tally = { saved: 0, unsent: 0 };

beforeAll(async () => {
  process.stdout.write(`FAULT_SEED=${SEED}\n`);
  program = await Program.onNewData();
  await program.start();
  proxy = await WireProxy.to(program.port);
  db = await connectToDatabaseOf(program.dataDir);
});
afterEach(async () => {
  await browser?.kill();
  browser = undefined;
});
afterAll(async () => {
  process.stdout.write(
    `${RUNS} browsers killed; ${tally.saved} acknowledged events still there, ${tally.unsent} unsent ones delivered; FAULT_SEED=${SEED}\n`,
  );
  await db?.destroy();
  await proxy?.close();
  await program?.dispose();
});

const origin = () => `http://127.0.0.1:${proxy.port}`;

async function startExam(page: Page): Promise<string> {
  await page.goto(`${origin()}/exams/aif-c01`);
  await page.getByRole('button', { name: 'Start the exam' }).click();
  await page.waitForURL(/\/attempts\/[0-9a-f-]{36}$/);
  await page.getByRole('heading', { level: 1, name: /^Question 1 of/ }).waitFor();
  return page.url().split('/').at(-1) ?? '';
}

/** A few things that a candidate does, each seen on screen before the next. */
async function work(page: Page, rng: Rng, steps: number): Promise<void> {
  for (let step = 0; step < steps; step += 1) {
    const draw = rng.below(6);
    if (draw === 0) await page.keyboard.press('f');
    else if (draw === 1) await page.keyboard.press('n');
    else await page.keyboard.press(String(1 + rng.below(4)));
    await pause(20 + rng.below(120));
  }
}

/** Nothing more is on its way to the disk: two looks in a row see the same. */
async function settledDisk(page: Page) {
  let before = await keptEvents(page);
  for (;;) {
    await pause(60);
    const now = await keptEvents(page);
    if (JSON.stringify(now) === JSON.stringify(before)) return now;
    before = now;
  }
}

const saved = (page: Page) => page.getByText(/^Saved \d\d:\d\d:\d\d$/).first();

/** Opening the player is itself an event; what happened before it is told apart by its time. */
const lastAt = (...parts: readonly (readonly AttemptEvent[])[]) => Math.max(...parts.flat().map(({ at }) => at));

it.each(Array.from({ length: RUNS }, (_, run) => ({ run: run + 1, line: run % 2 === 0 ? 'cut' : 'up' })))(
  'run $run: the browser is killed with the line $line; it comes back to the same question, and nothing is lost',
  async ({ run, line }) => {
    const rng = seededRng(`${SEED}:browser:${run}`);
    const profile = join(program.dataDir, '..', `profile-${run}`);
    mkdirSync(profile);
    proxy.mend();
    browser = await KillableBrowser.open(profile);
    const { page } = browser;
    const attemptId = await startExam(page);
    await work(page, rng, 6 + rng.below(6));
    await page.keyboard.press('1');
    await expect.poll(async () => (await settledDisk(page)).length).toBe(0);
    await saved(page).waitFor();
    const acknowledged = candidateEvents(await readLog(db, attemptId));

    if (line === 'cut') proxy.cutAll();
    await work(page, rng, 4 + rng.below(5));
    await page.keyboard.press('f'); // an event on every kind of question; digits mean nothing to some
    const unsent = await settledDisk(page);
    const before = await screenOf(page);
    await pause(rng.below(200));
    await browser.kill();
    proxy.mend();
    browser = await KillableBrowser.open(profile);
    await browser.page.goto(`${origin()}/attempts/${attemptId}`);
    await browser.page.getByRole('heading', { level: 1, name: before.heading }).waitFor();
    const after = await screenOf(browser.page);
    await saved(browser.page).waitFor();

    const log = candidateEvents(await readLog(db, attemptId));
    const ofBefore = log.filter(({ at }) => at <= lastAt(unsent, acknowledged));
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(log.slice(0, acknowledged.length), 'acknowledged before').toEqual(acknowledged);
    expect(
      log.filter(({ id }) => unsent.some((event) => event.id === id)),
      'unsent when it died',
    ).toEqual(unsent);
    if (line === 'cut') {
      expect(unsent.length).toBeGreaterThan(0);
      expect(ofBefore, 'all, each once, in order').toEqual([...acknowledged, ...unsent]);
    }
    expect(new Set(log.map(({ id }) => id)).size).toBe(log.length);
    expect(after).toEqual(before);
    tally.saved += acknowledged.length;
    tally.unsent += unsent.length;
  },
);
