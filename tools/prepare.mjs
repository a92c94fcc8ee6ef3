import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const STAMPS = join(ROOT, 'node_modules', '.cairn');

function run(command, args, what) {
  const result = spawnSync(command, args, { cwd: ROOT, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (result.status === 0) return;
  process.stderr.write(`cairn: ${what} failed (${command} ${args.join(' ')}); its own message is above.\n`);
  process.exit(1);
}

/** What building, installing and running leave behind: none of it is a source. */
const MADE = new Set(['dist', 'node_modules', '__pycache__']);

/** Files below `dir` that a build is made of. */
export function* filesUnder(dir) {
  for (const entry of readdirSync(dir, { withFileTypes: true })) {
    if (MADE.has(entry.name)) continue;
    const path = join(dir, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path);
    else yield path;
  }
}

/** Names, sizes and times of every source file: what changes when a build is stale. */
function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function once(stamp, value, work) {
  const file = join(STAMPS, stamp);
  if (existsSync(file) && readFileSync(file, 'utf8') === value) return;
  work();
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(file, value);
}

function install() {
  const lock = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');
  once('installed', createHash('sha256').update(lock).digest('hex'), () => {
    process.stderr.write('cairn: installing packages …\n');
    // Not `npm ci`: it wants every platform's optional binaries in the lock, and not every registry holds them all.
    run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], 'Installing packages');
  });
}

function build(force) {
  const sources = ['packages', 'apps'].flatMap((dir) => [...filesUnder(join(ROOT, dir))]).sort();
  const value = force ? '' : fingerprint([...sources, join(ROOT, 'tsconfig.base.json')]);
  once('built', value, () => {
    process.stderr.write('cairn: building …\n');
    run(process.execPath, [join('node_modules', '@typescript', 'native', 'bin', 'tsc'), '-b'], 'Compiling');
    run('npm', ['run', '--silent', 'build', '-w', '@cairn/emulators-aws'], 'Bundling the local cloud');
    run('npm', ['run', '--silent', 'build', '-w', '@cairn/web', '--', '--logLevel', 'warn'], 'Building the web app');
  });
}

/** What the content's texts mean, kept for the starts to come. It saves time alone: a start reads without it, too. */
function keepContent() {
  const content = join(ROOT, 'content');
  const texts = [...filesUnder(content)].filter((path) => path.endsWith('.yaml')).sort();
  once('content', fingerprint([...texts, join(ROOT, 'packages', 'content', 'dist', 'keep-texts.js')]), () => {
    run(process.execPath, [join('packages', 'content', 'keep.mjs')], 'Reading the content');
  });
}

/** Installs and builds what is missing or stale; a no-op in some 40 ms otherwise. */
export function prepare({ force = false } = {}) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    process.stderr.write(
      `cairn: Node.js 20.19 or newer is needed, this is ${process.versions.node}. See https://nodejs.org.\n`,
    );
    process.exit(2);
  }
  install();
  build(force);
  keepContent();
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  prepare({ force: process.argv.includes('--force') });
}
