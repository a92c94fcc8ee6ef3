import { sql } from 'kysely';
import type { Db, Transaction } from './connect.ts';
import { listMigrations, type Migration } from './migrations.ts';
import { codeOf, DatabaseRefusal, messageOf } from './refusal.ts';

/** Any fixed number: every process of this program asks for the same lock. "CAIRN" in ASCII. */
const MIGRATION_LOCK = 0x43_41_49_52_4e;
const DISK_FULL = '53100';

type Applied = { readonly number: number; readonly name: string; readonly checksum: string };
type Executor = Db | Transaction;

async function listApplied(db: Executor): Promise<readonly Applied[]> {
  const result = await sql<Applied>`select number, name, checksum from schema_migrations order by number`.execute(db);
  return result.rows;
}

async function listAppliedIfAny(db: Db): Promise<readonly Applied[]> {
  const { rows } = await sql<{
    exists: boolean;
  }>`select to_regclass('schema_migrations') is not null as exists`.execute(db);
  return rows[0]?.exists ? listApplied(db) : [];
}

/** @throws DatabaseRefusal if what is recorded is not a beginning of what this program knows */
function refuseForeignHistory(applied: readonly Applied[], migrations: readonly Migration[]): void {
  const newest = applied.at(-1);
  if (newest && newest.number > migrations.length) {
    throw new DatabaseRefusal(
      'database-newer',
      `The database has schema ${newest.number}, written by a newer Cairn; this one knows up to ${migrations.length}, so update Cairn.`,
    );
  }
  for (const { number, name, checksum } of applied) {
    const expected = migrations[number - 1];
    if (expected?.checksum === checksum) continue;
    throw new DatabaseRefusal(
      'migration-changed',
      `Migration ${number} (${name}) in the database differs from this program's; use the Cairn version that wrote it, or restore a backup.`,
    );
  }
}

/** Runs `migrations` after the first `done` of them in `db`'s current schema. */
export async function runMigrations(db: Executor, migrations: readonly Migration[], done: number): Promise<void> {
  for (const migration of migrations.slice(done)) {
    try {
      await sql.raw(migration.sql).execute(db);
    } catch (error) {
      if (codeOf(error) === DISK_FULL) {
        throw new DatabaseRefusal('disk-full', "The database's disk is full; free some space and start again.", {
          cause: error,
        });
      }
      throw new DatabaseRefusal(
        'migration-failed',
        `Migration ${migration.number} (${migration.name}) failed and was undone: ${messageOf(error)}.`,
        { cause: error },
      );
    }
  }
}

const createRecord = sql`
  create table if not exists schema_migrations (
    number integer primary key,
    name text not null,
    checksum text not null,
    applied_at timestamptz not null default now()
  )`;

/** One step in one transaction. The lock ends with it, so poolers in front of the database do no harm. */
function applyNext(db: Db, migrations: readonly Migration[]): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(trx);
    await createRecord.execute(trx);
    const applied = await listApplied(trx);
    refuseForeignHistory(applied, migrations);
    const next = migrations[applied.length];
    if (!next) return false;
    await runMigrations(trx, migrations.slice(0, next.number), applied.length);
    await sql`insert into schema_migrations (number, name, checksum)
      values (${next.number}, ${next.name}, ${next.checksum})`.execute(trx);
    return true;
  });
}

/**
 * Brings the schema to the newest version this program knows. Any number of processes may call it at once.
 *
 * @returns the schema version before and after
 * @throws  DatabaseRefusal if the database is newer than the program or its history differs
 */
export async function migrate(
  db: Db,
  migrations: readonly Migration[] = listMigrations(),
): Promise<{ readonly from: number; readonly to: number }> {
  const applied = await listAppliedIfAny(db);
  refuseForeignHistory(applied, migrations);
  if (applied.length < migrations.length) {
    while (await applyNext(db, migrations)) {
      // each round applies one migration and commits it
    }
  }
  return { from: applied.length, to: migrations.length };
}

/** The schema version of a migrated database. */
export async function schemaVersion(db: Executor): Promise<number> {
  return (await listApplied(db)).at(-1)?.number ?? 0;
}
