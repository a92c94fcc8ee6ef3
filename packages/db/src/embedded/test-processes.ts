import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { connect, type Endpoint } from '../connect.ts';
import { type OpenOptions, openPostgres } from './open-postgres.ts';
import { findPostmaster } from './postmaster.ts';
import { waitUntil } from './processes.ts';

export const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));

/** Children run what users run: the compiled package. */
export function compilePackage(): void {
  const compiler = fileURLToPath(new URL('../../../../node_modules/@typescript/native/bin/tsc', import.meta.url));
  execFileSync(process.execPath, [compiler, '-b', PACKAGE], { stdio: 'pipe' });
}

const SCRIPT = `
  const { openPostgres } = await import(process.argv[1]);
  try {
    const postgres = await openPostgres({ dataDir: process.argv[2], log: (message) => console.error(message) });
    console.log(JSON.stringify({ outcome: 'open', endpoint: postgres.endpoint }));
    setInterval(() => {}, 1000);
  } catch (error) {
    console.log(JSON.stringify({ outcome: 'refused', kind: error.kind, message: error.message }));
  }`;

type Said =
  | { readonly outcome: 'open'; readonly endpoint: Endpoint }
  | { readonly outcome: 'refused'; readonly kind?: string; readonly message: string };

type User = { readonly uid?: number; readonly gid?: number };

/** Data directories below one temporary directory, and processes that hold them. */
export class Trials {
  readonly base = mkdtempSync(join(tmpdir(), 'cairn-open-'));
  readonly logs: string[] = [];
  dataDir = this.base;
  #run = 0;
  readonly #children: ChildProcess[] = [];

  constructor() {
    chmodSync(this.base, 0o755); // root runs the server under another account
  }

  begin(): void {
    this.#run += 1;
    this.dataDir = join(this.base, `data-${this.#run}`);
    this.logs.length = 0;
  }

  async end(): Promise<void> {
    for (const child of this.#children.splice(0)) child.kill('SIGKILL');
    await waitUntil(() => findPostmaster(this.cluster) === undefined, 10_000);
  }

  remove(): void {
    rmSync(this.base, { recursive: true, force: true });
  }

  get cluster(): string {
    return join(this.dataDir, 'postgres');
  }

  get lockFile(): string {
    return join(this.dataDir, 'cairn.lock');
  }

  open(options: Partial<OpenOptions> = {}) {
    const log = (message: string) => void this.logs.push(message);
    return openPostgres({ dataDir: this.dataDir, isThrowaway: true, log, ...options });
  }

  /** Another process opens the directory and keeps it. */
  async openElsewhere(user: User = {}): Promise<{ pid: number; said: Said }> {
    const args = ['--input-type=module', '-e', SCRIPT, join(PACKAGE, 'dist', 'index.js'), this.dataDir];
    const child = spawn(process.execPath, args, { ...user, cwd: '/', stdio: ['ignore', 'pipe', 'inherit'] });
    this.#children.push(child);
    for await (const chunk of child.stdout) return { pid: child.pid ?? 0, said: JSON.parse(String(chunk)) as Said };
    throw new Error('the child said nothing');
  }

  async openedElsewhere(user?: User): Promise<{ pid: number; endpoint: Endpoint }> {
    const { pid, said } = await this.openElsewhere(user);
    if (said.outcome === 'refused') throw new Error(said.message);
    return { pid, endpoint: said.endpoint };
  }
}

export async function writeNote(endpoint: Endpoint, note: string): Promise<void> {
  const db = await connect(endpoint);
  await sql`create table if not exists notes (note text)`.execute(db);
  await sql`insert into notes values (${note})`.execute(db);
  await db.destroy();
}

export async function readNotes(endpoint: Endpoint): Promise<string[]> {
  const db = await connect(endpoint);
  const { rows } = await sql<{ note: string }>`select note from notes`.execute(db);
  await db.destroy();
  return rows.map(({ note }) => note);
}
