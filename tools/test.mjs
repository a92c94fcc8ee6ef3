import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { prepare, ROOT } from './prepare.mjs';

const isChecksOnly = process.argv.includes('--checks-only');
const bin = (...path) => join(ROOT, 'node_modules', ...path);

/** Every check of this repository, cheapest first; each is a Node program, so that it runs the same everywhere. */
const STEPS = [
  { title: 'Style (Biome)', args: [bin('@biomejs', 'biome', 'bin', 'biome'), 'check', '.'] },
  {
    title: 'Arrows between rooms (dependency-cruiser)',
    args: [
      bin('dependency-cruiser', 'bin', 'dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      'packages',
      'apps',
    ],
  },
  { title: 'Unused code and dependencies (knip)', args: [bin('knip', 'bin', 'knip.js')] },
  {
    title: 'Tests (Vitest), schema.sql and openapi.json up to date',
    args: [bin('vitest', 'vitest.mjs'), 'run'],
  },
  { title: 'Content (cairn content check)', args: [join('apps', 'cli', 'dist', 'main.js'), 'content', 'check'] },
  {
    title: 'Types of the end-to-end tests',
    args: [bin('@typescript', 'native', 'bin', 'tsc'), '-p', 'e2e'],
    isBrowser: true,
  },
  {
    title: 'End to end, in a real browser',
    args: [bin('vitest', 'vitest.mjs'), 'run', '--config', 'vitest.e2e.config.ts'],
    isBrowser: true,
  },
];

function say(text) {
  process.stdout.write(`\n\u001b[1m${text}\u001b[0m\n`);
}

function run({ title, args }) {
  say(`── ${title}`);
  const start = performance.now();
  // CI keeps Vitest from writing a missing snapshot instead of failing.
  const env = { ...process.env, CI: process.env.CI ?? 'true' };
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit', env });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  if (status === 0) return;
  say(`Failed: ${title}, after ${seconds} s`);
  process.exit(status ?? 1);
}

say('── Install and compile');
prepare();
const wanted = STEPS.filter(({ isBrowser }) => !(isBrowser && isChecksOnly));
for (const step of wanted) run(step);
say(isChecksOnly ? 'All checks passed; browser tests were left out (--checks-only).' : 'All checks and tests passed.');
