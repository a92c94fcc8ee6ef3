import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Endpoint } from '../connect.ts';
import { codeOf } from '../refusal.ts';
import { type Binaries, programOf } from './binaries.ts';
import type { Places } from './places.ts';
import { isAlive, runsProgram, waitUntil } from './processes.ts';

/** The server that PostgreSQL's own pid file names. */
export type Postmaster = { readonly pid: number; readonly port: number; readonly socketDirectory: string };

const pidFile = (cluster: string): string => join(cluster, 'postmaster.pid');

/** Undefined when no server runs here. A pid that now belongs to another program does not count. */
export function findPostmaster(cluster: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(pidFile(cluster), 'utf8').split('\n');
  } catch {
    return undefined; // stopped cleanly, or never started
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid) || !runsProgram(pid, 'postgres')) return undefined;
  return { pid, port: Number(lines[3]), socketDirectory: lines[4] ?? '' };
}

/**
 * Stops a server that outlived its parent, so that ours starts with this program's settings and is watched.
 * Nothing committed is lost: a fast stop writes a checkpoint, and a killed server recovers from its log.
 */
export async function takeOver(binaries: Binaries, { cluster }: Places, log: (message: string) => void): Promise<void> {
  const orphan = findPostmaster(cluster);
  if (!orphan) {
    // In containers pids repeat, and PostgreSQL would take a stranger's for its own. We hold the directory's lock.
    rmSync(pidFile(cluster), { force: true });
    return;
  }
  log('a database server from an earlier run is still there; taking it over');
  await stopPostmaster(binaries, cluster, orphan.pid);
}

/** Fast stop: open transactions are rolled back. A server that does not listen is killed after 30 s. */
export async function stopPostmaster(binaries: Binaries, cluster: string, pid: number): Promise<void> {
  if (process.platform === 'win32') {
    // Windows has no signals: process.kill would end the server without a checkpoint.
    spawnSync(programOf(binaries, 'pg_ctl'), ['stop', '-D', cluster, '-m', 'fast', '-w'], { env: binaries.env });
    return;
  }
  const isGone = () => findPostmaster(cluster)?.pid !== pid;
  for (const [signal, milliseconds] of [
    ['SIGINT', 20_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (codeOf(error) === 'ESRCH') return;
      throw error;
    }
    if (await waitUntil(isGone, milliseconds)) return;
  }
}

const CANNOT_CONNECT_NOW = '57P03';

/** One attempt to talk to a server: `starting` also while it recovers from a crash or stops. */
export async function probe(endpoint: Endpoint): Promise<'ready' | 'starting' | 'absent'> {
  const client = new pg.Client({ ...endpoint, ssl: false, connectionTimeoutMillis: 5000 });
  client.on('error', () => {}); // reported by connect()
  try {
    await client.connect();
    return 'ready';
  } catch (error) {
    return codeOf(error) === CANNOT_CONNECT_NOW ? 'starting' : 'absent';
  } finally {
    await client.end();
  }
}
