import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Control, listen, type Sandbox, serveControl } from '@cairn/emulator-kit';
import { keptSeed } from './kept-seed.ts';
import { awsSandbox } from './sandbox.ts';

const TIDY_MILLISECONDS = 60_000;

export interface HostOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** Object bodies and uploads under way, kept while the host runs; and the seed of all keys, kept for good. */
  readonly directory: string;
  /** Left out: a new one. */
  readonly token?: string;
  /** One line for each bug of ours. */
  readonly log: (line: string) => void;
  /** Told of every request, to the cloud or to the host. */
  readonly onRequest?: () => void;
}

export interface Host {
  readonly sandbox: Sandbox;
  /** `http://127.0.0.1:4566`: what tools take as their endpoint. */
  readonly url: string;
  /** Opens `/_cairn/`: accounts, time, journal, bill. */
  readonly token: string;
  close(): Promise<void>;
}

/** A local AWS on a port of this machine, for tools of every language. */
export async function hostAws({
  port,
  directory,
  token = randomBytes(24).toString('base64url'),
  log,
  onRequest = () => undefined,
}: HostOptions): Promise<Host> {
  const accounts = await ownFolder(join(directory, 'accounts'));
  const seed = keptSeed(directory);
  const onBug = (bug: unknown, requestId = '') =>
    log(`${requestId} ${bug instanceof Error ? (bug.stack ?? bug.message) : String(bug)}`.trim());
  const sandbox = awsSandbox({ directory: accounts, wall: Date.now, onBug, seed });
  const control = serveControl(new Control(sandbox, token), onBug);
  const listener = await listen({
    dispatch: sandbox.dispatch,
    port,
    spool: sandbox.spool,
    log: ({ kind, error, requestId }) => {
      if (kind === 'bug') onBug(error, requestId);
    },
    extra: (incoming, outgoing) => {
      onRequest();
      return control(incoming, outgoing);
    },
  });
  const tidying = setInterval(() => {
    for (const tenant of sandbox.tenants) void tenant.tidy().catch((error: unknown) => onBug(error));
  }, TIDY_MILLISECONDS).unref();
  const close = async () => {
    clearInterval(tidying);
    await listener.close();
    await sandbox.end();
    await rm(accounts, { recursive: true, force: true });
  };
  return { sandbox, url: listener.url, token, close };
}

/** A folder for this host alone; what hosts have left that were killed goes. */
async function ownFolder(parent: string): Promise<string> {
  await mkdir(parent, { recursive: true });
  for (const name of await readdir(parent)) {
    if (!isAlive(Number(name.split('-')[0]))) await rm(join(parent, name), { recursive: true, force: true });
  }
  return mkdtemp(join(parent, `${process.pid}-`));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'; // there, and somebody else's
  }
}
