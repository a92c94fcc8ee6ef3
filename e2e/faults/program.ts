import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../apps/cli/dist/main.js', import.meta.url));

/** Recovery of a killed database on a busy machine; a start that takes longer has hung. */
const START_MILLISECONDS = 60_000;

export const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address !== 'object') throw new Error('a TCP server has an address');
  return address.port;
}

/** A directory that the unprivileged account of a database started by root can enter. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'cairn-e2e-'));
  chmodSync(directory, 0o755);
  return directory;
}

/** Everything that the program said, with how it ended. */
export type Finished = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

export type Launched = { readonly child: ChildProcess; readonly finished: Promise<Finished> };

/** The built `cairn`, as a process of its own. */
export function launchCairn(args: readonly string[], env: NodeJS.ProcessEnv = {}): Launched {
  const { DATABASE_URL: _, ...clean } = process.env;
  const child = spawn(process.execPath, [MAIN, ...args], { cwd: tmpdir(), env: { ...clean, ...env } });
  const said = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk) => {
    said.stdout += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    said.stderr += String(chunk);
  });
  const finished = new Promise<Finished>((done) => child.on('close', (code) => done({ code, ...said })));
  return { child, finished };
}

async function isHealthy(port: number): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(2000) }).catch(
    () => undefined,
  );
  await answer?.body?.cancel();
  return answer?.status === 200;
}

/** The real program on a data directory and a port that it keeps, to be killed and started again. */
export class Program {
  readonly port: number;
  readonly dataDir: string;
  readonly #base: string;
  #running: Launched | undefined;
  #said = '';

  private constructor(port: number, base: string) {
    this.port = port;
    this.#base = base;
    this.dataDir = join(base, 'data');
  }

  static async onNewData(): Promise<Program> {
    return new Program(await freePort(), temporaryDirectory());
  }

  /** On a copy of what a first start leaves, if the setup of this run made that: the program is ready sooner. */
  static async onPreparedData(): Promise<Program> {
    const program = await Program.onNewData();
    const prepared = process.env.CAIRN_E2E_DATA;
    // Not by Node's own copy, which would give the database's files to root.
    if (prepared) execFileSync('cp', ['-Rp', prepared, program.dataDir]);
    return program;
  }

  /** What all its lives wrote to their logs. */
  get said(): string {
    return this.#said;
  }

  /** Starts it without waiting until it answers. */
  launch(): Launched {
    const running = launchCairn(['start', '--no-open', '--port', String(this.port), '--data', this.dataDir]);
    for (const stream of [running.child.stdout, running.child.stderr]) {
      stream?.on('data', (chunk) => {
        this.#said += String(chunk);
      });
    }
    this.#running = running;
    return running;
  }

  async start(): Promise<void> {
    const { finished } = this.launch();
    await Promise.race([
      this.untilHealthy(),
      finished.then(({ code, stderr }) => {
        throw new Error(`cairn start ended with code ${code}: ${stderr}`);
      }),
    ]);
  }

  async untilHealthy(): Promise<void> {
    const end = performance.now() + START_MILLISECONDS;
    while (!(await isHealthy(this.port))) {
      if (performance.now() > end) throw new Error(`no healthy answer within ${START_MILLISECONDS / 1000} s`);
      await pause(25);
    }
  }

  /** SIGKILL: no handler runs, nothing is flushed. */
  async kill(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    running?.child.kill('SIGKILL');
    await running?.finished;
  }

  /** SIGKILL to PostgreSQL's first process; its others notice and end by themselves, which loses all memory. */
  killDatabase(): void {
    const pid = Number(readFileSync(join(this.dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 'SIGKILL');
  }

  /** Program, watchdog and database in one go: what a power cut leaves, but for the disk's own cache. */
  async killEverything(): Promise<void> {
    const lock: unknown = JSON.parse(readFileSync(join(this.dataDir, 'cairn.lock'), 'utf8'));
    const hasWatchdog = typeof lock === 'object' && lock !== null && 'watchdog' in lock;
    if (hasWatchdog) process.kill(Number(lock.watchdog), 'SIGKILL');
    this.killDatabase();
    await this.kill();
  }

  async stop(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    running?.child.kill('SIGTERM');
    await running?.finished;
  }

  async dispose(): Promise<void> {
    await this.stop();
    rmSync(this.#base, { recursive: true, force: true });
  }
}
