import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import sparticuz from '@sparticuz/chromium';
import { chromium } from 'playwright-core';
import { percentile, startProgram } from './program.mjs';

const RUNS = 5;
const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

async function launch() {
  const system = SYSTEM.find((path) => existsSync(path));
  const executablePath = system ?? (await sparticuz.executablePath());
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--headless=shell'] });
}

/** One cold visit: an empty profile, no cache. */
async function visit(browser, url) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const scripts = [];
  page.on('response', (response) => {
    if (/javascript/.test(response.headers()['content-type'] ?? '')) scripts.push(response.body());
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  const largest = await page.evaluate(
    () =>
      new Promise((found) => {
        new PerformanceObserver((list) => found(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        });
      }),
  );
  const bytes = (await Promise.all(scripts)).reduce((sum, body) => sum + gzipSync(body).length, 0);
  await context.close();
  return { largest, bytes };
}

/** What the first page asks of a browser: JavaScript it loads, and when its largest part is there. */
export async function benchPage() {
  const dataDir = mkdtempSync(join(tmpdir(), 'cairn-bench-'));
  const program = await startProgram(dataDir);
  const browser = await launch();
  await visit(browser, program.url); // warms the disk, not the browser's cache
  const visits = [];
  for (let run = 0; run < RUNS; run += 1) visits.push(await visit(browser, program.url));
  await browser.close();
  await program.stop();
  rmSync(dataDir, { recursive: true, force: true });
  return [
    { name: 'first page, JavaScript gzipped', value: visits[0].bytes / 1024, limit: 180, unit: 'KB' },
    {
      name: 'first page, largest contentful paint',
      value: percentile(
        visits.map(({ largest }) => largest),
        0.5,
      ),
      limit: 1200,
      unit: 'ms',
    },
  ];
}
