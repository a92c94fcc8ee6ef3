import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { staticFiles } from './static.ts';

let dir: string;
let app: Hono;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'cairn-static-'));
  await writeFile(join(dir, 'index.html'), '<title>page</title>');
  await writeFile(join(dir, 'logo.svg'), '<svg/>');
  app = new Hono().use(await staticFiles(dir));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

it.each([
  ['/logo.svg', 200, '<svg/>'],
  ['/learn', 200, '<title>page</title>'],
  ['/learn/aif-c01/1.3', 200, '<title>page</title>'],
  ['/assets/gone.js', 404, undefined],
  ['/fonts/gone.woff2', 404, undefined],
  ['/api/nothing', 404, undefined],
])('GET %s answers %i', async (path, status, text) => {
  const answer = await app.request(`http://127.0.0.1:4280${path}`);

  expect(answer.status).toBe(status);
  if (text !== undefined) expect(await answer.text()).toBe(text);
});
