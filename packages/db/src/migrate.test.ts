import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connect, type Db } from './connect.ts';
import { migrate, schemaVersion } from './migrate.ts';
import { listMigrations, migrationFrom } from './migrations.ts';
import { type TestDatabase, testDatabase } from './testing.ts';

let database: TestDatabase;
let db: Db;
beforeEach(async () => {
  database = await testDatabase({ isEmpty: true });
  db = database.db;
});
afterEach(() => database.drop());

const newest = listMigrations().length;

describe('migrate', () => {
  it('brings an empty database to the newest schema, once', async () => {
    expect(await migrate(db)).toEqual({ from: 0, to: newest });
    expect(await migrate(db)).toEqual({ from: newest, to: newest });
    expect(await schemaVersion(db)).toBe(newest);
  });

  it('works when many processes start at once', async () => {
    const others = await Promise.all(Array.from({ length: 5 }, () => connect(database.endpoint)));

    await Promise.all([db, ...others].map((each) => migrate(each)));

    const { rows } = await sql<{ n: number }>`select count(*)::int as n from schema_migrations`.execute(db);
    expect(rows).toEqual([{ n: newest }]);
    await Promise.all(others.map((other) => other.destroy()));
  });

  it('refuses a database that a newer program wrote, and leaves it alone', async () => {
    const next = migrationFrom(newest + 1, 'from-the-future', 'create table future (id int)');
    await migrate(db, [...listMigrations(), next]);

    await expect(migrate(db)).rejects.toMatchObject({ kind: 'database-newer' });
    expect(await schemaVersion(db)).toBe(newest + 1);
  });

  it('refuses a history that differs from its own', async () => {
    await migrate(db, [migrationFrom(1, 'learners', 'create table learners (id int)')]);

    await expect(migrate(db)).rejects.toMatchObject({ kind: 'migration-changed' });
  });

  it('undoes a migration that fails and keeps the ones before it', async () => {
    const broken = migrationFrom(newest + 1, 'broken', 'create table half (id int); select 1 / 0;');

    await expect(migrate(db, [...listMigrations(), broken])).rejects.toMatchObject({ kind: 'migration-failed' });
    expect(await schemaVersion(db)).toBe(newest);
    const { rows } = await sql`select to_regclass('half') as half`.execute(db);
    expect(rows).toEqual([{ half: null }]);
  });

  it('gives one checksum whatever the line ends of the checkout', () => {
    expect(migrationFrom(1, 'a', 'x\r\ny').checksum).toBe(migrationFrom(1, 'a', 'x\ny').checksum);
  });
});

describe('the schema', () => {
  beforeEach(() => migrate(db));

  it('stores an event once, whoever repeats it', async () => {
    const learner = '00000000-0000-7000-8000-000000000001';
    const attempt = '00000000-0000-7000-8000-000000000002';
    const event = {
      attemptId: attempt,
      eventId: attempt,
      sequence: 1,
      kind: 'visit',
      payload: '{}',
      clientAt: new Date(),
    };
    await db.insertInto('learners').values({ id: learner, displayName: 'Me' }).execute();
    await db
      .insertInto('attempts')
      .values({ id: attempt, learnerId: learner, exam: 'x', mode: 'exam', seed: '1', frozen: '{}', heading: '{}' })
      .execute();

    const insert = () =>
      db
        .insertInto('attemptEvents')
        .values(event)
        .onConflict((c) => c.doNothing())
        .executeTakeFirst();
    const counts = [await insert(), await insert()].map((result) => Number(result.numInsertedOrUpdatedRows));

    expect(counts).toEqual([1, 0]);
    const stored = await db.selectFrom('attemptEvents').selectAll().executeTakeFirstOrThrow();
    expect(stored.sequence).toBe(1);
    expect(stored.receivedAt).toBeInstanceOf(Date);
  });

  it('keeps the keys inside JSON as they are', async () => {
    const learner = '00000000-0000-7000-8000-000000000001';
    await db.insertInto('learners').values({ id: learner, displayName: 'Me' }).execute();
    await db.insertInto('profiles').values({ learnerId: learner, profile: '{"snake_key": {"a_b": 1}}' }).execute();

    const { profile } = await db.selectFrom('profiles').select('profile').executeTakeFirstOrThrow();

    expect(profile).toEqual({ snake_key: { a_b: 1 } });
  });
});
