import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { handClock, uuidV7 } from '@cairn/kernel';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connect, type Db } from '../connect.ts';
import { migrate } from '../migrate.ts';
import { listMigrations, migrationFrom } from '../migrations.ts';
import { SINGLE_LEARNER_ID } from '../tables.ts';
import { type TestDatabase, testDatabase } from '../testing.ts';
import { type BackupHeader, encodeHeader } from './backup-file.ts';
import { BACKUP_TABLES } from './backup-tables.ts';
import { readBackup } from './read-backup.ts';
import { writeBackup } from './write-backup.ts';

let directory: string;
let source: TestDatabase;
let target: TestDatabase;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'cairn-backup-'));
  source = await testDatabase();
  await fill(source.db);
});
afterAll(async () => {
  await source.drop();
  rmSync(directory, { recursive: true });
});
beforeEach(async () => {
  target = await testDatabase();
});
afterEach(() => target.drop());

const id = (n: number) => uuidV7(1_700_000_000_000 + n, () => 0.5);

/** Rows with what backups lose most easily: microseconds, long fractions, big numbers, odd text, nulls. */
async function fill(db: Db): Promise<void> {
  const learners = [
    { id: SINGLE_LEARNER_ID, displayName: 'Me' },
    { id: id(1), displayName: 'Zoë "\\n" 学 \u2028' },
  ];
  await db.insertInto('learners').values(learners).execute();
  await db
    .insertInto('profiles')
    .values({ learnerId: id(1), profile: '{"snake_key":1,"camelKey":[1e-7]}' })
    .execute();
  const roadmap = {
    id: id(2),
    learnerId: id(1),
    goal: 'MLA-C02',
    inputs: '{}',
    roadmap: '{"steps":[]}',
    catalogVersion: '1',
  };
  await db.insertInto('roadmaps').values(roadmap).execute();
  await sql`insert into attempts (id, learner_id, exam, mode, seed, heading, frozen, started_at, over_at, over_reason, report)
    values (${id(3)}, ${id(1)}, 'aif-c01', 'exam', 's', '{}', '{"big":12345678901234567890,"x":0.1000}',
      '2026-01-02 03:04:05.123456+00', '2026-01-02 04:04:05+00', 'submitted', '{"theta":0.30000000000000004}')`.execute(
    db,
  );
  await sql`insert into attempt_events (attempt_id, event_id, sequence, kind, payload, client_at)
    select ${id(3)}, md5(n::text)::uuid, n, 'answer', jsonb_build_object('n', n), now() + n * interval '1 microsecond'
    from generate_series(1, 1234) n`.execute(db);
  await sql`insert into evidence (id, learner_id, at, kind, source, natural_key, skills, task, credit, weight)
    values (${id(4)}, ${id(1)}, now(), 'answer', '{}', 'a/1', '{"one,two","th\\"ree"}', null, ${1 / 3}, 1e-300)`.execute(
    db,
  );
  await fillMeasures(db);
}

async function fillMeasures(db: Db): Promise<void> {
  await sql`insert into diagnoses (id, learner_id, exam, title, seed, frozen, started_at)
    values (${id(5)}, ${id(1)}, 'aif-c01', 'Title', 's', '{"a":0.1000}', now())`.execute(db);
  await sql`insert into diagnosis_answers (diagnosis_id, event_id, sequence, item_id, response, credit, client_at, received_at)
    select ${id(5)}, md5(n::text)::uuid, n, 'aif-c01/' || n, '{"kind":"x"}', 1.0 / n, now(), now()
    from generate_series(1, 30) n`.execute(db);
  await sql`insert into outcomes (id, learner_id, certification, taken_on, passed, is_counted, predicted, recorded_at)
    values (${id(6)}, ${id(1)}, 'aws-aif-c01', '2026-11-20', true, true, '{"probability":0.1}', now())`.execute(db);
  await sql`insert into imported_outcomes (learner_id, id, certification, taken_in, probability, passed, imported_at)
    values (${id(1)}, ${id(7)}, 'aws-aif-c01', '2026-10', ${1 / 3}, false, now())`.execute(db);
}

async function contentOf(db: Db): Promise<Record<string, unknown[]>> {
  const content: Record<string, unknown[]> = {};
  for (const { name, orderBy } of BACKUP_TABLES) {
    const { rows } = await sql<{
      row: string;
    }>`select t::text as row from ${sql.id(name)} t order by ${sql.raw(orderBy)}`.execute(db);
    content[name] = rows.map(({ row }) => row);
  }
  return content;
}

async function waiting(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_locks
    where not granted and relation = 'learners'::regclass`.execute(db);
  return rows[0]?.n ?? 0;
}

async function backup(): Promise<string> {
  const file = join(directory, 'whole.cairn');
  await writeBackup(source.db, file);
  return file;
}

/** A backup with a correct header for `rows`, as a careful forger would write it. */
function forge(name: string, rows: string, header: Partial<BackupHeader> & Pick<BackupHeader, 'counts'>): string {
  const file = join(directory, name);
  const whole: BackupHeader = {
    format: 'cairn-backup',
    version: 1,
    schemaVersion: listMigrations().length,
    createdAt: '2026-01-01T00:00:00.000Z',
    bytes: Buffer.byteLength(rows),
    sha256: createHash('sha256').update(rows).digest('hex'),
    ...header,
  };
  writeFileSync(file, Buffer.concat([encodeHeader(whole), gzipSync(rows)]));
  return file;
}

describe('a backup', () => {
  it('brings back every row of every table', async () => {
    const file = await backup();

    const header = await readBackup(target.db, file);

    expect(header.counts).toMatchObject({ learners: 2, attempts: 1, attempt_events: 1234, evidence: 1 });
    expect(await contentOf(target.db)).toEqual(await contentOf(source.db));
  });

  it('states when it was made, and is readable by its owner only', async () => {
    const file = join(directory, 'stated.cairn');

    const header = await writeBackup(source.db, file, handClock(Date.parse('2026-11-21T10:00:00Z')));

    expect(header.createdAt).toBe('2026-11-21T10:00:00.000Z');
    expect(gunzipSync(readFileSync(file)).toString().split('\n')).toHaveLength(1 + 1273 + 1);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('replaces an older backup but no other file', async () => {
    const file = await backup();
    const letter = join(directory, 'letter.txt');
    writeFileSync(letter, 'dear');

    await expect(writeBackup(source.db, file)).resolves.toMatchObject({ version: 1 });
    await expect(writeBackup(source.db, letter)).rejects.toMatchObject({ kind: 'backup-not-written' });
    expect(readFileSync(letter, 'utf8')).toBe('dear');
  });

  it('that cannot be written says where and leaves nothing', async () => {
    await expect(writeBackup(source.db, join(directory, 'no', 'such', 'place'))).rejects.toMatchObject({
      kind: 'backup-not-written',
    });
  });
});

describe('restoring', () => {
  it('refuses a database in use, and replaces it when told to', async () => {
    const file = await backup();
    await target.db
      .insertInto('learners')
      .values({ id: id(9), displayName: 'Other' })
      .execute();

    await expect(readBackup(target.db, file)).rejects.toMatchObject({ kind: 'database-not-empty' });
    expect((await contentOf(target.db)).learners).toHaveLength(1);

    await readBackup(target.db, file, { replace: true });
    expect(await contentOf(target.db)).toEqual(await contentOf(source.db));
  });

  it('takes a database that holds only the single learner as empty', async () => {
    await target.db.insertInto('learners').values({ id: SINGLE_LEARNER_ID, displayName: 'Fresh' }).execute();

    await readBackup(target.db, await backup());

    expect(await contentOf(target.db)).toEqual(await contentOf(source.db));
  });

  it('says that Cairn was last there when the backup was made, so that exams under way lose no time', async () => {
    const file = join(directory, 'under-way.cairn');
    await sql`insert into server_uptime (id, alive_at) values (true, '2026-02-28T10:00:00Z')`.execute(target.db);
    await writeBackup(source.db, file, handClock(Date.parse('2026-01-21T10:00:00Z')));

    await readBackup(target.db, file);

    const { rows } = await sql`select alive_at from server_uptime`.execute(target.db);
    expect(rows).toEqual([{ aliveAt: new Date('2026-01-21T10:00:00Z') }]);
  });

  it('keeps events append-only afterwards', async () => {
    await readBackup(target.db, await backup());

    await expect(sql`delete from attempt_events`.execute(target.db)).rejects.toThrow('append-only');
    await expect(sql`update evidence set credit = 1`.execute(target.db)).rejects.toThrow('append-only');
    await expect(sql`truncate evidence`.execute(target.db)).rejects.toThrow('append-only');
  });

  it('refuses a file cut at any place, and changes nothing', async () => {
    const whole = readFileSync(await backup());
    const file = join(directory, 'cut.cairn');

    for (const share of [0, 0.001, 0.1, 0.5, 0.9, 0.9999]) {
      writeFileSync(file, whole.subarray(0, Math.floor(whole.length * share)));
      await expect(readBackup(target.db, file), `cut at ${share}`).rejects.toMatchObject({ kind: 'backup-damaged' });
    }
    expect(Object.values(await contentOf(target.db)).flat()).toEqual([]);
  });

  it('refuses a file with any byte of its rows changed', async () => {
    const whole = readFileSync(await backup());
    const file = join(directory, 'flipped.cairn');
    const rowsStart = encodeHeader({ ...(await writeBackup(source.db, join(directory, 'x.cairn'))) }).length;

    for (let at = rowsStart + 12; at < whole.length - 8; at += 997) {
      const changed = Buffer.from(whole);
      changed.writeUInt8(changed.readUInt8(at) ^ 0x55, at);
      writeFileSync(file, changed);
      await expect(readBackup(target.db, file), `byte ${at}`).rejects.toMatchObject({ kind: 'backup-damaged' });
    }
  });

  it('refuses what is no backup', async () => {
    const text = join(directory, 'text');
    writeFileSync(text, 'hello');

    await expect(readBackup(target.db, text)).rejects.toMatchObject({ kind: 'backup-damaged' });
    await expect(readBackup(target.db, join(directory, 'absent'))).rejects.toMatchObject({ kind: 'backup-unreadable' });
    await expect(readBackup(target.db, directory)).rejects.toMatchObject({ kind: 'backup-unreadable' });
  });

  it('refuses a bomb without unpacking it', async () => {
    const rows = `["learners", {"id": "${'0'.repeat(20_000_000)}"}]\n`;
    const file = forge('bomb', rows, { counts: { learners: 1 } });

    await expect(readBackup(target.db, file)).rejects.toThrow('impossible size');
  });

  it('never writes into a table that is not ours', async () => {
    const file = forge('system', '["pg_authid", {"rolname": "eve"}]\n', { counts: { pg_authid: 1 } });
    const history = forge('history', '["schema_migrations", {"number": 99}]\n', { counts: { schema_migrations: 1 } });

    await expect(readBackup(target.db, file)).rejects.toThrow('there is no table pg_authid');
    await expect(readBackup(target.db, history)).rejects.toThrow('there is no table schema_migrations');
    const screen = forge('screen', '["\\u001b[2Jlearners", {}]\n', { counts: {} });
    await expect(readBackup(target.db, screen)).rejects.toThrow('a line is not a row');
  });

  it('refuses rows that break a rule of the schema', async () => {
    const orphan = `["profiles", {"learner_id": "${id(5)}", "profile": {}, "updated_at": "2026-01-01"}]\n`;
    const file = forge('orphan', orphan, { counts: { profiles: 1 } });

    await expect(readBackup(target.db, file)).rejects.toMatchObject({ kind: 'backup-damaged' });
    expect((await contentOf(target.db)).profiles).toEqual([]);
  });

  it('refuses a backup of a newer schema', async () => {
    const file = forge('newer', '', { counts: {}, schemaVersion: 999 });

    await expect(readBackup(target.db, file)).rejects.toMatchObject({ kind: 'backup-newer' });
  });

  it('carries an older backup through the migrations made since', async () => {
    const next = migrationFrom(
      listMigrations().length + 1,
      'greeting',
      `alter table learners add column greeting text not null default '';
       update learners set greeting = 'Hello ' || display_name;`,
    );
    const migrations = [...listMigrations(), next];
    const file = await backup();
    await migrate(target.db, migrations);

    await readBackup(target.db, file, { migrations });

    const { rows } = await sql`select greeting from learners order by id`.execute(target.db);
    expect(rows).toEqual([{ greeting: 'Hello Me' }, { greeting: 'Hello Zoë "\\n" 学 \u2028' }]);
    expect((await contentOf(target.db)).attempt_events).toEqual((await contentOf(source.db)).attempt_events);
    const { rows: scratch } = await sql`select 1 from pg_namespace where nspname = 'cairn_restore'`.execute(target.db);
    expect(scratch).toEqual([]);
  });

  it('sees one moment while others write', async () => {
    const other = await connect(source.endpoint);
    const file = join(directory, 'moment.cairn');
    const before = await contentOf(source.db);
    const writing = await other.transaction().execute(async (trx) => {
      await sql`lock table learners in access exclusive mode`.execute(trx);
      const started = writeBackup(source.db, file);
      await expect.poll(() => waiting(trx)).toBe(1); // its snapshot is taken, its first table is not
      await trx.insertInto('profiles').values({ learnerId: SINGLE_LEARNER_ID, profile: '{}' }).execute();
      return { started };
    });
    await writing.started;
    await other.deleteFrom('profiles').where('learnerId', '=', SINGLE_LEARNER_ID).execute();
    await other.destroy();

    await readBackup(target.db, file);

    expect(await contentOf(target.db)).toEqual(before);
  });
});
