import type { ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Problem } from '@cairn/contract';
import { isAlive, withFileLock } from './file-lock.ts';
import { findHostFile, type HostAddress, livenessOf } from './host-file.ts';
import { type LaunchOptions, launchHost } from './launch.ts';

export type SandboxHostOptions = Pick<LaunchOptions, 'lifetime'> & {
  readonly dataDir: string;
  readonly idleSeconds?: number;
};

const IDLE_SECONDS = 7_200;
const END_MILLISECONDS = 5_000;

/**
 * The one sandbox of a data directory, shared by the server and every command. It runs in a process of its own, found
 * by `<data>/sandbox/host.json`; whoever needs it first starts it.
 */
export class SandboxHost {
  readonly directory: string;
  readonly #options: SandboxHostOptions;
  #child: ChildProcess | undefined;
  #starting: Promise<HostAddress> | undefined;

  constructor(options: SandboxHostOptions) {
    this.#options = options;
    this.directory = join(resolve(options.dataDir), 'sandbox');
  }

  /** The host that runs now, if any. @throws Problem (lab-host-down) if one runs and does not answer */
  async find(): Promise<HostAddress | undefined> {
    const address = findHostFile(this.directory);
    if (address === undefined || !isAlive(address.pid)) return undefined;
    const liveness = await livenessOf(address);
    if (liveness === 'busy') throw busy(address);
    return liveness === 'alive' ? address : undefined;
  }

  /** The host that runs, started if none does. @throws Problem (lab-host-down) */
  async ensure(): Promise<HostAddress> {
    const running = await this.find();
    if (running) return running;
    this.#starting ??= this.#start().finally(() => {
      this.#starting = undefined;
    });
    return this.#starting;
  }

  async #start(): Promise<HostAddress> {
    try {
      mkdirSync(this.directory, { recursive: true, mode: 0o700 });
      return await withFileLock(join(this.directory, 'host.lock'), () => this.#startAlone());
    } catch (error) {
      if (error instanceof Problem) throw error;
      const why = error instanceof Error ? error.message : String(error);
      throw new Problem('lab-host-down', `The sandbox cannot use ${this.directory} (${why}).`, { cause: error });
    }
  }

  async #startAlone(): Promise<HostAddress> {
    const running = await this.find(); // somebody else may have been faster
    if (running) return running;
    const { lifetime, idleSeconds = IDLE_SECONDS } = this.#options;
    this.#child = await launchHost({ directory: this.directory, lifetime, idleSeconds });
    const address = findHostFile(this.directory);
    if (address?.pid === this.#child.pid && address) return address;
    throw new Problem('lab-host-down', `The sandbox started, but left no address in ${this.directory}; try again.`);
  }

  /** Ends the host, whoever started it. @returns whether one ran */
  async stop(): Promise<boolean> {
    const address = await this.find();
    if (address === undefined) return false;
    process.kill(address.pid, 'SIGTERM');
    for (let waited = 0; isAlive(address.pid) && waited < END_MILLISECONDS; waited += 50) {
      await new Promise((done) => setTimeout(done, 50));
    }
    return true;
  }

  /** Ends the host that this one started, if it was to end with it. */
  async close(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (!child?.connected) return;
    await new Promise<void>((ended) => {
      const timer = setTimeout(ended, END_MILLISECONDS);
      child.once('exit', () => {
        clearTimeout(timer);
        ended();
      });
      child.disconnect();
    });
  }
}

function busy({ pid }: HostAddress): Problem {
  const remedy = 'wait a moment, or stop it with "cairn lab stop" and start the lab again';
  return new Problem('lab-host-down', `The sandbox (process ${pid}) listens but does not answer; ${remedy}.`);
}
