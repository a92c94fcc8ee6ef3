import { createHash } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Clock, systemClock } from '@cairn/kernel';
import { sql } from 'kysely';
import type { Db, Transaction } from '../connect.ts';
import { schemaVersion } from '../migrate.ts';
import { codeOf, DatabaseRefusal, messageOf } from '../refusal.ts';
import { type BackupHeader, encodeHeader, readHeader } from './backup-file.ts';
import { BACKUP_TABLES } from './backup-tables.ts';

const ROWS_PER_FETCH = 200;

/** Rows of one table as lines, a few hundred in memory at a time. */
async function* linesOfTable(trx: Transaction, name: string, orderBy: string): AsyncGenerator<string> {
  await sql`declare backup_rows no scroll cursor for
    select jsonb_build_array(${sql.lit(name)}::text, to_jsonb(t))::text as line
    from ${sql.id(name)} t order by ${sql.raw(orderBy)}`.execute(trx);
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch ${sql.lit(ROWS_PER_FETCH)} from backup_rows`.execute(trx);
    for (const { line } of rows) yield `${line}\n`;
    if (rows.length < ROWS_PER_FETCH) break;
  }
  await sql`close backup_rows`.execute(trx);
}

type Content = Pick<BackupHeader, 'counts' | 'bytes' | 'sha256'>;

/** Writes the rows behind a header whose values are not known yet. */
async function writeContent(trx: Transaction, file: string, placeholder: BackupHeader): Promise<Content> {
  const hash = createHash('sha256');
  const counts: Record<string, number> = {};
  let bytes = 0;
  async function* lines(): AsyncGenerator<string> {
    for (const { name, orderBy } of BACKUP_TABLES) {
      counts[name] = 0;
      for await (const line of linesOfTable(trx, name, orderBy)) {
        counts[name] += 1;
        bytes += Buffer.byteLength(line);
        hash.update(line);
        yield line;
      }
    }
  }
  const output = createWriteStream(file, { mode: 0o600 });
  output.write(encodeHeader(placeholder));
  await pipeline(Readable.from(lines()), createGzip(), output);
  return { counts, bytes, sha256: hash.digest('hex') };
}

async function writeHeader(file: string, header: BackupHeader): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    const bytes = encodeHeader(header);
    await handle.write(bytes, 0, bytes.length, 0);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** An older backup may be replaced; any other file was named by mistake. */
async function refuseOtherFile(file: string): Promise<void> {
  if (!existsSync(file)) return;
  await readHeader(file).catch((cause: unknown) => {
    throw new DatabaseRefusal('backup-not-written', `${file} exists and is not a Cairn backup; name another file.`, {
      cause,
    });
  });
}

function notWritten(file: string, error: unknown): unknown {
  const code = codeOf(error);
  if (code === 'ENOSPC') {
    return new DatabaseRefusal('disk-full', `The disk of ${file} is full; nothing was written, so name another place.`);
  }
  if (code && ['EACCES', 'EPERM', 'ENOENT', 'EROFS', 'EISDIR', 'ENOTDIR'].includes(code)) {
    return new DatabaseRefusal('backup-not-written', `${file} cannot be written (${messageOf(error)}).`, {
      cause: error,
    });
  }
  return error;
}

/**
 * Writes everything that the learners did as of one moment, while others go on. The file gets its name when
 * complete; an older backup of that name stays until then.
 */
export async function writeBackup(db: Db, file: string, clock: Clock = systemClock): Promise<BackupHeader> {
  await refuseOtherFile(file);
  const partial = `${file}.partial`;
  try {
    return await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (trx) => {
        await sql`set transaction read only`.execute(trx);
        await sql`set local timezone = 'UTC'`.execute(trx);
        const header: BackupHeader = {
          format: 'cairn-backup',
          version: 1,
          schemaVersion: await schemaVersion(trx),
          createdAt: new Date(clock.now()).toISOString(),
          counts: {},
          bytes: 0,
          sha256: '0'.repeat(64),
        };
        const complete = { ...header, ...(await writeContent(trx, partial, header)) };
        await writeHeader(partial, complete);
        await rename(partial, file);
        return complete;
      });
  } catch (error) {
    await rm(partial, { force: true });
    throw notWritten(file, error);
  }
}
