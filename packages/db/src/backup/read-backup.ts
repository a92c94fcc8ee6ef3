import { sql } from 'kysely';
import type { Db, Transaction } from '../connect.ts';
import { runMigrations, schemaVersion } from '../migrate.ts';
import { listMigrations, type Migration } from '../migrations.ts';
import { codeOf, DatabaseRefusal } from '../refusal.ts';
import { SINGLE_LEARNER_ID } from '../tables.ts';
import { type BackupHeader, type BackupRow, damaged, rowsOf, verifyBackup } from './backup-file.ts';
import { BACKUP_TABLES, LOCAL_TABLES } from './backup-tables.ts';

export type RestoreOptions = {
  /** Removes what the database holds. Without it a database in use is refused. */
  readonly replace?: boolean;
  readonly migrations?: readonly Migration[];
};

const BATCH_ROWS = 500;
const BATCH_BYTES = 4_000_000;
const SCRATCH = 'cairn_restore';

const allTables = () => sql.join(BACKUP_TABLES.map(({ name }) => sql.id(name)));

async function schemaName(trx: Transaction): Promise<string> {
  const { rows } = await sql<{ name: string }>`select current_schema() as name`.execute(trx);
  return rows[0]?.name ?? 'public';
}

/** The learner of single mode is there from the first start on and does not count. */
async function refuseUsed(trx: Transaction): Promise<void> {
  for (const { name } of BACKUP_TABLES) {
    const own = name === 'learners' ? sql`where id <> ${SINGLE_LEARNER_ID}` : sql``;
    const { rows } = await sql`select 1 from ${sql.id(name)} ${own} limit 1`.execute(trx);
    if (rows.length === 0) continue;
    throw new DatabaseRefusal(
      'database-not-empty',
      'The database already holds data; make a backup of it, then restore with --replace.',
    );
  }
}

async function listTables(trx: Transaction): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = current_schema()`.execute(trx);
  return new Set(rows.map(({ name }) => name).filter((name) => !LOCAL_TABLES.includes(name)));
}

async function* batchesOf(rows: AsyncIterable<BackupRow>): AsyncGenerator<readonly BackupRow[]> {
  let batch: BackupRow[] = [];
  let bytes = 0;
  for await (const row of rows) {
    const isFull = batch.length >= BATCH_ROWS || bytes > BATCH_BYTES || (batch[0] && batch[0].table !== row.table);
    if (isFull) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(row);
    bytes += row.line.length;
  }
  if (batch.length > 0) yield batch;
}

/** Loads every row into the tables of the current schema. */
async function load(trx: Transaction, file: string): Promise<void> {
  const tables = await listTables(trx);
  for await (const batch of batchesOf(rowsOf(file))) {
    const table = batch[0]?.table ?? '';
    // A name decides where rows go; one that is not ours could be a system table.
    if (!tables.has(table)) throw damaged(file, `there is no table ${table}`);
    const json = `[${batch.map(({ line }) => line.toString()).join(',')}]`;
    await sql`
      insert into ${sql.id(table)}
      select (jsonb_populate_record(null::${sql.id(table)}, entry -> 1)).*
      from jsonb_array_elements(${json}::jsonb) with ordinality as entries (entry, position) order by position`.execute(
      trx,
    );
  }
}

/** Rebuilds the schema of the backup's day, loads it, and lets the migrations since then carry the rows forward. */
async function loadOlder(
  trx: Transaction,
  file: string,
  from: number,
  migrations: readonly Migration[],
): Promise<void> {
  const target = await schemaName(trx);
  await sql`drop schema if exists ${sql.id(SCRATCH)} cascade`.execute(trx);
  await sql`create schema ${sql.id(SCRATCH)}`.execute(trx);
  await sql`set local search_path = ${sql.id(SCRATCH)}`.execute(trx);
  await runMigrations(trx, migrations.slice(0, from), 0);
  await load(trx, file);
  // Pending foreign-key checks would keep the migrations from altering the tables.
  await sql`set constraints all immediate`.execute(trx);
  await runMigrations(trx, migrations, from);
  for (const { name } of BACKUP_TABLES) {
    const { rows } = await sql<{ name: string }>`
      select attname as name from pg_attribute
      where attrelid = ${`${SCRATCH}.${name}`}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`.execute(
      trx,
    );
    const columns = sql.join(rows.map((column) => sql.id(column.name)));
    await sql`insert into ${sql.id(target, name)} (${columns}) select ${columns} from ${sql.id(SCRATCH, name)}`.execute(
      trx,
    );
  }
  await sql`set local search_path = ${sql.id(target)}`.execute(trx);
  await sql`drop schema ${sql.id(SCRATCH)} cascade`.execute(trx);
}

/** Running attempts get back the time since the backup: while it lay in its file, nobody could answer. */
async function noteLastAlive(trx: Transaction, { createdAt }: BackupHeader): Promise<void> {
  await sql`insert into server_uptime (id, alive_at) values (true, least(${createdAt}::timestamptz, now()))
    on conflict (id) do update set alive_at = excluded.alive_at`.execute(trx);
}

function explain(file: string, error: unknown): unknown {
  const code = codeOf(error) ?? '';
  if (code === '53100') {
    return new DatabaseRefusal('disk-full', "The database's disk is full; nothing was changed, so free some space.");
  }
  // 22: a value does not fit its type; 23: a constraint is broken.
  return /^2[23]/.test(code) ? damaged(file, 'its rows contradict one another', error) : error;
}

/**
 * Restores a backup: all of it, or nothing. The file is read and checked in full before the database is touched.
 *
 * @throws DatabaseRefusal if the file is damaged or newer than this program, or the database is in use
 */
export async function readBackup(db: Db, file: string, options: RestoreOptions = {}): Promise<BackupHeader> {
  const { replace = false, migrations = listMigrations() } = options;
  const header = await verifyBackup(file);
  if (header.schemaVersion > migrations.length) {
    throw new DatabaseRefusal(
      'backup-newer',
      `${file} has schema ${header.schemaVersion} and this Cairn knows up to ${migrations.length}; update Cairn to restore it.`,
    );
  }
  try {
    await db.transaction().execute(async (trx) => {
      await sql`lock table ${allTables()} in access exclusive mode`.execute(trx);
      if (!replace) await refuseUsed(trx);
      await sql`select set_config('cairn.restoring', 'on', true)`.execute(trx);
      await sql`truncate ${allTables()}`.execute(trx);
      if (header.schemaVersion < (await schemaVersion(trx))) {
        await loadOlder(trx, file, header.schemaVersion, migrations);
      } else await load(trx, file);
      await noteLastAlive(trx, header);
    });
  } catch (error) {
    throw explain(file, error);
  }
  return header;
}
