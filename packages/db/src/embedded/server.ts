import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import type { Endpoint } from '../connect.ts';
import { codeOf, DatabaseRefusal, messageOf } from '../refusal.ts';
import { type Binaries, programOf } from './binaries.ts';
import type { Transport } from './cluster.ts';
import type { Places } from './places.ts';
import { probe, stopPostmaster, takeOver } from './postmaster.ts';
import { pause } from './processes.ts';
import { serverArguments } from './settings.ts';
import { explain } from './trouble.ts';

export type ServerPlan = {
  readonly binaries: Binaries;
  readonly places: Places;
  readonly transport: Transport;
  readonly endpoint: Endpoint;
  readonly settings: Readonly<Record<string, string>>;
  readonly log: (message: string) => void;
};

export type Server = { readonly close: () => Promise<void> };

/** Recovery after a crash replays at most max_wal_size; on a slow disk that takes a while. */
const START_MILLISECONDS = 300_000;
/** Killed server processes release their shared memory a moment later. */
const RELEASE_MILLISECONDS = 10_000;
const LOG_BYTES = 5_000_000;
const RESTARTS_PER_MINUTE = 10;

type Running = { readonly child: ChildProcess; readonly exit: Promise<string> };

const logFileOf = ({ places }: ServerPlan): string => join(places.dataDir, 'postgres.log');

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function openLog(plan: ServerPlan): number {
  const file = logFileOf(plan);
  try {
    if (sizeOf(file) > LOG_BYTES) truncateSync(file);
    return openSync(file, 'a', 0o600);
  } catch (cause) {
    const kind = codeOf(cause) === 'ENOSPC' ? 'disk-full' : 'data-directory-not-writable';
    throw new DatabaseRefusal(kind, `${file} cannot be written (${messageOf(cause)}).`, { cause });
  }
}

function launch(plan: ServerPlan): Running {
  const { binaries, places, transport, endpoint, settings } = plan;
  const output = openLog(plan);
  const args = serverArguments(places.cluster, transport, endpoint, settings);
  const child = spawn(programOf(binaries, 'postgres'), args, {
    ...places.account,
    cwd: '/',
    env: binaries.env,
    // Ctrl-C goes to us alone; we stop the server after the last request.
    detached: true,
    windowsHide: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  child.unref();
  const exit = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  return { child, exit };
}

/** Launches and waits until the server answers. */
async function startOnce(plan: ServerPlan): Promise<Running> {
  const logStart = Math.min(sizeOf(logFileOf(plan)), LOG_BYTES);
  const running = launch(plan);
  let ended: string | undefined;
  void running.exit.then((how) => {
    ended = how;
  });
  const end = performance.now() + START_MILLISECONDS;
  while (performance.now() < end) {
    if (ended !== undefined) {
      const said = readFileSync(logFileOf(plan)).subarray(logStart).toString();
      throw explain(said || ended, 'Starting PostgreSQL', plan.places, logFileOf(plan));
    }
    if ((await probe(plan.endpoint)) === 'ready') return running;
    await pause(10);
  }
  running.child.kill('SIGQUIT');
  throw new DatabaseRefusal(
    'server-did-not-start',
    `PostgreSQL did not answer within ${START_MILLISECONDS / 1000} s; see ${logFileOf(plan)}.`,
  );
}

async function start(plan: ServerPlan): Promise<Running> {
  const end = performance.now() + RELEASE_MILLISECONDS;
  for (;;) {
    await takeOver(plan.binaries, plan.places, plan.log);
    try {
      return await startOnce(plan);
    } catch (error) {
      const isBeingReleased = error instanceof DatabaseRefusal && error.kind === 'data-directory-in-use';
      if (!isBeingReleased || performance.now() > end) throw error;
      await pause(200);
    }
  }
}

/** Starts the server and keeps it running: if it is killed, it is started again, and recovers what was committed. */
export async function startServer(plan: ServerPlan): Promise<Server> {
  let current = await start(plan);
  let isClosing = false;
  const restarts: number[] = [];

  const supervise = async () => {
    while (!isClosing) {
      const how = await current.exit;
      if (isClosing) return;
      restarts.push(performance.now());
      const recent = restarts.filter((at) => at > performance.now() - 60_000).length;
      if (recent > RESTARTS_PER_MINUTE) throw new Error(`it stopped ${recent} times within a minute`);
      plan.log(`PostgreSQL stopped (${how}); starting it again`);
      current = await start(plan);
    }
  };
  const watching = supervise().catch((error: unknown) => {
    plan.log(`PostgreSQL cannot be started again: ${messageOf(error)} Start Cairn again; see ${logFileOf(plan)}.`);
  });

  return {
    async close() {
      isClosing = true;
      const { child, exit } = current;
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
        child.ref();
        await stopPostmaster(plan.binaries, plan.places.cluster, child.pid);
        await exit;
      }
      await watching;
    },
  };
}
