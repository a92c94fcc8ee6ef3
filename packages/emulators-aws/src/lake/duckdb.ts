import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DuckDBConnection, DuckDBInstance, DuckDBResult } from '@duckdb/node-api';
import { Gate } from './gate.ts';
import { QueryFault } from './query-fault.ts';
import { listOfTexts, quoteText } from './sql-text.ts';

const MEMORY_LIMIT = '1GB';
const SPILL_LIMIT = '2GB';
const THREADS = 2;
const LONGEST_STATEMENT_MILLISECONDS = 120_000;
const WATCH_MILLISECONDS = 50;
/** Databases open at a time in this process, whatever the account: they share the machine's memory. */
const gate = new Gate(4);

export type Row = readonly unknown[];

/** A database in memory that sees no file of this machine but those under its own directory. One a query. */
export class Workbench {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  #isStopped = false;

  constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.#connection = connection;
  }

  /** Runs statements of ours. Throws the engine's own error. */
  async run(sql: string): Promise<void> {
    await this.#inTime(() => this.#connection.run(sql));
  }

  /** Runs a query and lets `take` read its result, which comes piece by piece. Throws the engine's own error. */
  read<Result>(sql: string, take: (result: DuckDBResult) => Promise<Result>): Promise<Result> {
    return this.#inTime(async () => take(await this.#connection.stream(sql)));
  }

  /** All rows, as plain values: for small answers of our own questions. */
  rows(sql: string): Promise<Row[]> {
    return this.read(sql, (result) => result.getRowsJson());
  }

  async #inTime<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#isStopped) throw stopped();
    const end = performance.now() + LONGEST_STATEMENT_MILLISECONDS;
    const isLate = () => performance.now() > end;
    // The engine forgets an order to stop that comes before it has begun, so the order is repeated.
    const watch = setInterval(() => {
      if (this.#isStopped || isLate()) this.#connection.interrupt();
    }, WATCH_MILLISECONDS);
    try {
      return await work();
    } catch (error) {
      if (this.#isStopped) throw stopped();
      if (isLate()) throw timeout();
      throw error;
    } finally {
      clearInterval(watch);
    }
  }

  async value(sql: string): Promise<unknown> {
    return (await this.rows(sql))[0]?.[0];
  }

  /** Name and DuckDB type of each column that `select` gives. */
  async columns(select: string): Promise<{ readonly name: string; readonly type: string }[]> {
    const rows = await this.rows(`DESCRIBE ${select}`);
    return rows.map(([name, type]) => ({ name: String(name), type: String(type) }));
  }

  /** Ends the statement that runs, if one does; none is taken after. */
  stop(): void {
    this.#isStopped = true;
    this.#connection.interrupt();
  }

  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
    gate.leave();
  }
}

const stopped = () => new QueryFault('QUERY_CANCELLED', 'The query was stopped.');

const timeout = () =>
  new QueryFault(
    'EXCEEDED_TIME_LIMIT',
    `Query exceeded the maximum run time of ${LONGEST_STATEMENT_MILLISECONDS / 1000} s of this sandbox.`,
  );

/**
 * Opens a database that may read and write under `directory` only: settings are locked, extensions, attached files and
 * the network are out of reach. Waits while too many are open; whoever holds one must not open another.
 */
export async function openWorkbench(directory: string): Promise<Workbench> {
  const engine = await loadEngine();
  await gate.enter();
  try {
    return await create(engine, directory);
  } catch (error) {
    gate.leave();
    throw error;
  }
}

async function create({ DuckDBInstance }: Engine, directory: string): Promise<Workbench> {
  const spill = join(directory, 'spill');
  await mkdir(spill, { recursive: true });
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(THREADS),
    memory_limit: MEMORY_LIMIT,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
  });
  const connection = await instance.connect();
  await connection.run(`SET temp_directory = ${quoteText(spill)};
    SET max_temp_directory_size = '${SPILL_LIMIT}';
    SET TimeZone = 'UTC';
    SET integer_division = true;
    SET lambda_syntax = 'ENABLE_SINGLE_ARROW';
    SET disabled_optimizers = 'statistics_propagation';
    SET allowed_directories = ${listOfTexts([`${directory}/`])};
    SET enable_external_access = false;
    SET lock_configuration = true`);
  return new Workbench(instance, connection);
}

type Engine = typeof import('@duckdb/node-api');

async function loadEngine(): Promise<Engine> {
  try {
    return await import('@duckdb/node-api');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) throw error;
    const message =
      'SQL needs DuckDB, an optional package. Install it where the sandbox runs: npm install @duckdb/node-api@1.5.6-r.1';
    throw new QueryFault('ENGINE_NOT_INSTALLED', message);
  }
}
