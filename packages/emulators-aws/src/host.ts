import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Control, listen, type Sandbox, serveControl } from '@cairn/emulator-kit';
import { awsSandbox } from './sandbox.ts';

export interface HostOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** Kept while the host runs: object bodies, uploads under way. */
  readonly directory: string;
  /** Left out: a new one. */
  readonly token?: string;
  /** One line for each bug of ours. */
  readonly log: (line: string) => void;
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
}: HostOptions): Promise<Host> {
  const accounts = join(directory, 'accounts');
  await rm(accounts, { recursive: true, force: true });
  await mkdir(accounts, { recursive: true });
  const onBug = (bug: unknown, requestId = '') =>
    log(`${requestId} ${bug instanceof Error ? (bug.stack ?? bug.message) : String(bug)}`.trim());
  const sandbox = awsSandbox({ directory: accounts, wall: Date.now, onBug });
  const listener = await listen({
    dispatch: sandbox.dispatch,
    port,
    spool: sandbox.spool,
    log: ({ kind, error, requestId }) => {
      if (kind === 'bug') onBug(error, requestId);
    },
    extra: serveControl(new Control(sandbox, token), onBug),
  });
  const close = async () => {
    await listener.close();
    await sandbox.end();
    await rm(accounts, { recursive: true, force: true });
  };
  return { sandbox, url: listener.url, token, close };
}
