import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { filesUnder } from './prepare.mjs';

const root = mkdtempSync(join(tmpdir(), 'cairn-prepare-'));
afterAll(() => rmSync(root, { recursive: true }));

it('a build is stale when a source changes, not when a run leaves something behind', () => {
  for (const path of ['src/a.ts', 'dist/a.js', 'node_modules/b/index.js', 'python/__pycache__/c.pyc']) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), '');
  }

  expect([...filesUnder(root)]).toEqual([join(root, 'src', 'a.ts')]);
});
