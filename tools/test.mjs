import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { prepare, ROOT } from './prepare.mjs';

const isChecksOnly = process.argv.includes('--checks-only');
const bin = (...path) => join(ROOT, 'node_modules', ...path);

/** What reads the sources alone; each is a Node program, so that it runs the same everywhere. */
const CHECKS = [
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
    title: 'Types of the end-to-end tests',
    args: [bin('@typescript', 'native', 'bin', 'tsc'), '-p', 'e2e'],
    isBrowser: true,
  },
];

/** What runs the program, and has the machine for itself. */
const TESTS = [
  {
    title: 'Tests (Vitest), the content, schema.sql and openapi.json up to date',
    args: [bin('vitest', 'vitest.mjs'), 'run'],
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

// CI keeps Vitest from writing a missing snapshot instead of failing.
const env = { ...process.env, CI: process.env.CI ?? 'true' };
if (process.stdout.isTTY) env.FORCE_COLOR ??= '1';

function fail(title, status, start) {
  say(`Failed: ${title}, after ${((performance.now() - start) / 1000).toFixed(1)} s`);
  process.exit(status ?? 1);
}

/** Beside the others, and silent until it has ended. */
function checked({ title, args }) {
  const start = performance.now();
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], env });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => said.push(part));
  return new Promise((done) => {
    child.on('close', (status) => {
      say(`── ${title}`);
      process.stdout.write(Buffer.concat(said));
      done({ title, status, start });
    });
  });
}

function test({ title, args }) {
  say(`── ${title}`);
  const start = performance.now();
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit', env });
  if (status !== 0) fail(title, status, start);
}

say('── Install and compile');
prepare();
const isWanted = ({ isBrowser }) => !(isBrowser && isChecksOnly);
for (const { title, status, start } of await Promise.all(CHECKS.filter(isWanted).map(checked)))
  if (status !== 0) fail(title, status, start);
for (const one of TESTS.filter(isWanted)) test(one);
say(isChecksOnly ? 'All checks passed; browser tests were left out (--checks-only).' : 'All checks and tests passed.');
