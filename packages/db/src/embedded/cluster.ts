import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseRefusal } from '../refusal.ts';
import { type Binaries, POSTGRES_MAJOR, programOf } from './binaries.ts';
import type { Places } from './places.ts';
import { explain } from './trouble.ts';

/** How clients reach the server: a socket that only its account can open, or loopback with a password. */
export type Transport = 'socket' | 'tcp';

export const SUPERUSER = 'cairn';

/** A new cluster takes 40 MB, its log of changes the same again before the first checkpoint. */
const NEEDED_MEGABYTES = 100;

/** PostgreSQL's own C.UTF-8: the same order of text on every system, whatever its C library brings. */
const LOCALE = ['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];

const passwordFile = (cluster: string): string => `${cluster}-password`;

export function passwordOf(cluster: string): string {
  return readFileSync(passwordFile(cluster), 'utf8').trim();
}

function refuseFullDisk(directory: string): void {
  const { bavail, bsize } = statfsSync(directory);
  const freeMegabytes = Math.floor((bavail * bsize) / 1e6);
  if (freeMegabytes >= NEEDED_MEGABYTES) return;
  throw new DatabaseRefusal(
    'disk-full',
    `The disk of ${directory} has ${freeMegabytes} MB left and a new database needs ${NEEDED_MEGABYTES}; free some space or choose another directory with --data.`,
  );
}

/** @throws DatabaseRefusal if there is a directory that is not a cluster of this PostgreSQL version */
function hasCluster(cluster: string): boolean {
  if (!existsSync(cluster)) return false;
  const file = join(cluster, 'PG_VERSION');
  if (!existsSync(file)) {
    if (readdirSync(cluster).length === 0) return false;
    throw new DatabaseRefusal(
      'data-directory-unknown',
      `${cluster} holds something that is not a PostgreSQL database; choose another directory with --data.`,
    );
  }
  const version = readFileSync(file, 'utf8').trim();
  if (version === POSTGRES_MAJOR) return true;
  throw new DatabaseRefusal(
    'wrong-postgres-version',
    `The data in ${cluster} were written by PostgreSQL ${version} and this Cairn brings ${POSTGRES_MAJOR}; use the Cairn that wrote them to make a backup, and restore that here.`,
  );
}

function run(
  program: string,
  args: readonly string[],
  binaries: Binaries,
  { account }: Places,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      ...account,
      cwd: '/',
      env: binaries.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => resolve({ code: null, output: error.message }));
    child.on('close', (code) => resolve({ code, output }));
  });
}

function authentication(transport: Transport, places: Places): string[] {
  if (transport === 'socket') return ['--auth=trust'];
  const file = passwordFile(places.cluster);
  writeFileSync(file, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  if (places.account) chownSync(file, places.account.uid, places.account.gid);
  return ['--auth=scram-sha-256', `--pwfile=${file}`];
}

export type ClusterOptions = { readonly transport: Transport; readonly isThrowaway: boolean };

/** Makes the cluster if there is none. It gets its name when complete, so an interrupted start leaves nothing. */
export async function ensureCluster(binaries: Binaries, places: Places, options: ClusterOptions): Promise<void> {
  const { cluster, account } = places;
  if (hasCluster(cluster)) return;
  refuseFullDisk(dirname(cluster));
  const draft = `${cluster}.new`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  if (account) chownSync(draft, account.uid, account.gid);
  const args = ['-D', draft, '-U', SUPERUSER, ...LOCALE, ...authentication(options.transport, places)];
  if (options.isThrowaway) args.push('--no-sync');
  const { code, output } = await run(programOf(binaries, 'initdb'), args, binaries, places);
  if (code !== 0) {
    rmSync(draft, { recursive: true, force: true });
    throw explain(output, 'Making the database', places);
  }
  rmSync(cluster, { recursive: true, force: true }); // an empty directory at most
  renameSync(draft, cluster);
}
