import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inProcessHandler, type KeyPair, listen, type Sandbox, type Tenant } from '@cairn/emulator-kit';
import { awsSandbox } from './sandbox.ts';

/** A sandbox with one account for a test file, and official clients that reach it without a socket. */
export interface OpenSandbox {
  readonly sandbox: Sandbox;
  readonly tenant: Tenant;
  readonly root: KeyPair;
  readonly learner: KeyPair;
  /** An SDK client as the learner: `client(S3Client)`; `client(S3Client, { credentials: root })` as somebody else. */
  client<Client>(Type: new (...configuration: [never]) => Client, overrides?: ClientOverrides): Client;
  /** Another account in the same sandbox, with clients of its own. */
  another(id: string): Promise<OpenSandbox>;
  advance(milliseconds: number): Promise<void>;
  /** Bugs of ours that were told so far; a test file should end with none. */
  readonly bugs: readonly unknown[];
  settled(): Promise<void>;
  /** Serves the sandbox over HTTP, for tools of other languages; returns its address. */
  serve(): Promise<string>;
  close(): Promise<void>;
}

export interface ClientOverrides {
  readonly credentials?: KeyPair & { readonly sessionToken?: string };
  readonly region?: string;
}

export interface OpenSandboxOptions {
  readonly id?: string;
  readonly seed?: string;
  /** The machine's clock, in milliseconds; left out, the real one. */
  readonly wall?: () => number;
}

export async function openSandbox({
  id = 'test',
  seed,
  wall = Date.now,
}: OpenSandboxOptions = {}): Promise<OpenSandbox> {
  const directory = await mkdtemp(join(tmpdir(), 'cairn-sandbox-'));
  const bugs: unknown[] = [];
  const sandbox = awsSandbox({ directory, wall, onBug: (bug) => bugs.push(bug) });
  const closers: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const closer of closers.reverse()) await closer();
    await sandbox.end();
    await rm(directory, { recursive: true, force: true });
  };
  const serve = async () => {
    const { dispatch, spool } = sandbox;
    const listener = await listen({ dispatch, port: 0, spool, log: ({ error }) => bugs.push(error) });
    closers.push(() => listener.close());
    return listener.url;
  };
  return account(sandbox, { id, ...(seed === undefined ? {} : { seed }) }, { bugs, serve, close });
}

type Shared = Pick<OpenSandbox, 'bugs' | 'serve' | 'close'>;

async function account(
  sandbox: Sandbox,
  options: { readonly id: string; readonly seed?: string },
  shared: Shared,
): Promise<OpenSandbox> {
  const tenant = sandbox.open(options);
  const { root, learner } = sandbox.authority.hostKeys(tenant);
  if (!learner) throw new RangeError('a new account has a learner with a key');
  const requestHandler = inProcessHandler(sandbox.dispatch, { spool: sandbox.spool });
  return {
    ...shared,
    sandbox,
    tenant,
    root,
    learner,
    client: (Type, overrides = {}) => {
      const config = {
        region: tenant.homeRegion,
        maxAttempts: 1,
        requestHandler,
        ...overrides,
        credentials: { ...(overrides.credentials ?? learner) }, // the SDK writes into what it is given
      };
      return new Type(config as never); // every SDK client takes these; their configurations share no type
    },
    another: (id) => account(sandbox, { id }, shared),
    advance: (milliseconds) => sandbox.advance(tenant, milliseconds),
    settled: () => sandbox.settled(tenant),
  };
}
