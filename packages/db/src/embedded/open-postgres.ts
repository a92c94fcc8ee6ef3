import { realpathSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, resolve } from 'node:path';
import type { Endpoint } from '../connect.ts';
import { findBinaries } from './binaries.ts';
import { type ClusterOptions, ensureCluster, passwordOf, SUPERUSER, type Transport } from './cluster.ts';
import { findHolderPid, lockDataDirectory } from './lock.ts';
import { findPlaces, makeDirectory, type Places, socketDirectory } from './places.ts';
import { findPostmaster } from './postmaster.ts';
import { startServer } from './server.ts';
import { THROWAWAY_SETTINGS } from './settings.ts';
import { awaitFormerWatchdog, startWatchdog } from './watchdog.ts';

export type OpenOptions = {
  readonly dataDir: string;
  readonly log: (message: string) => void;
  /** Faster and not safe against power cuts: for tests. */
  readonly isThrowaway?: boolean;
  /** A socket where the system has them for this; Windows uses loopback with a password. */
  readonly transport?: Transport;
};

export type EmbeddedPostgres = {
  readonly endpoint: Endpoint;
  /** Stops the server and releases the data directory. */
  readonly close: () => Promise<void>;
};

const SOCKET_PORT = 5432; // only names the socket file

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.on('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });
}

async function endpointFor(transport: Transport, places: Places): Promise<Endpoint> {
  const base = { user: SUPERUSER, database: 'postgres' };
  if (transport === 'socket') return { ...base, host: socketDirectory(places), port: SOCKET_PORT };
  return { ...base, host: '127.0.0.1', port: await freePort(), password: passwordOf(places.cluster) };
}

function absolute(dataDir: string): string {
  makeDirectory(resolve(dataDir));
  return realpathSync(resolve(dataDir));
}

/**
 * Runs PostgreSQL on `dataDir` from the binaries that npm brought, and keeps it running until closed. Only one
 * process at a time has the directory. When this process dies, a watchdog stops the server; should that fail too,
 * the next start takes the server over.
 *
 * @throws DatabaseRefusal with one sentence for the operator; the data are as they were
 */
export async function openPostgres(options: OpenOptions): Promise<EmbeddedPostgres> {
  const { log, isThrowaway = false, transport = process.platform === 'win32' ? 'tcp' : 'socket' } = options;
  const dataDir = absolute(options.dataDir);
  const lock = lockDataDirectory(dataDir);
  const undo: (() => void)[] = [lock.release];
  try {
    await awaitFormerWatchdog(lock.formerWatchdog);
    const places = findPlaces(dataDir, log);
    const binaries = findBinaries(places.account, log);
    const clusterOptions: ClusterOptions = { transport, isThrowaway };
    makeDirectory(dirname(places.cluster));
    await ensureCluster(binaries, places, clusterOptions);
    const endpoint = await endpointFor(transport, places);
    const watchdog = startWatchdog(binaries, places);
    undo.unshift(watchdog.dismiss);
    if (watchdog.pid !== undefined) lock.noteWatchdog(watchdog.pid);
    const settings = isThrowaway ? THROWAWAY_SETTINGS : {};
    const server = await startServer({ binaries, places, transport, endpoint, settings, log });
    return {
      endpoint,
      async close() {
        await server.close();
        for (const step of undo) step();
      },
    };
  } catch (error) {
    for (const step of undo) step();
    throw error;
  }
}

/** The server of a Cairn that runs on `dataDir` in another process, to read from it while it runs. */
export function findRunningPostgres(dataDir: string): Endpoint | undefined {
  if (findHolderPid(resolve(dataDir)) === undefined) return undefined;
  const places = findPlaces(realpathSync(resolve(dataDir)), () => {});
  const running = findPostmaster(places.cluster);
  if (!running) return undefined;
  const base = { user: SUPERUSER, database: 'postgres', port: running.port };
  if (running.socketDirectory) return { ...base, host: running.socketDirectory };
  return { ...base, host: '127.0.0.1', password: passwordOf(places.cluster) };
}
