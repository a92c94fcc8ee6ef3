import { createHash } from 'node:crypto';
import { createReadStream, type ReadStream, statSync } from 'node:fs';
import { createGunzip, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { codeOf, DatabaseRefusal, messageOf } from '../refusal.ts';

/** Messages name tables, so a forged name must not reach a terminal. */
const TableName = z.string().regex(/^[a-z_]{1,63}$/);

/**
 * A backup is two gzip members in one file, which gunzip reads as one text: a header of fixed length that is
 * written last, when counts and checksum are known, then one JSON line a row: `["table", {columns}]`.
 */
export const BackupHeader = z.strictObject({
  format: z.literal('cairn-backup'),
  version: z.literal(1),
  schemaVersion: z.number().int().positive(),
  createdAt: z.iso.datetime(),
  counts: z.record(TableName, z.number().int().nonnegative()),
  bytes: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type BackupHeader = z.infer<typeof BackupHeader>;

const HEADER_BYTES = 4096;
/** An attempt with its frozen form is some 500 kB. */
const MAX_LINE_BYTES = 32_000_000;
const MAX_BYTES = 64_000_000_000;
/** JSON of this kind shrinks about tenfold; a file that claims far more is a bomb. */
const MAX_RATIO = 200;
const NEWLINE = 0x0a;

/** Always the same number of bytes: padded, and stored rather than compressed. */
export function encodeHeader(header: BackupHeader): Buffer {
  const text = JSON.stringify(header);
  if (text.length >= HEADER_BYTES) throw new RangeError(`backup header of ${text.length} bytes`);
  return gzipSync(`${text.padEnd(HEADER_BYTES - 1)}\n`, { level: 0 });
}

export function damaged(file: string, why: string, cause?: unknown): DatabaseRefusal {
  return new DatabaseRefusal(
    'backup-damaged',
    `${file} is not a complete Cairn backup (${why}); nothing was changed, so use another copy.`,
    { cause },
  );
}

async function* chunksOf(file: string, source: ReadStream): AsyncGenerator<Buffer> {
  const text = createGunzip();
  source.on('error', (error) => text.destroy(error));
  try {
    yield* source.pipe(text);
  } catch (error) {
    if (codeOf(error)?.startsWith('Z_')) throw damaged(file, messageOf(error), error);
    throw new DatabaseRefusal('backup-unreadable', `The backup ${file} cannot be read: ${messageOf(error)}.`, {
      cause: error,
    });
  } finally {
    source.destroy();
  }
}

/** Lines of a backup, the header first, without their newline. Never holds more than one line and one chunk. */
async function* linesOf(file: string): AsyncGenerator<Buffer> {
  let pending: Buffer[] = [];
  let pendingBytes = 0;
  for await (const chunk of chunksOf(file, createReadStream(file))) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, start)) {
      yield Buffer.concat([...pending, chunk.subarray(start, end)]);
      pending = [];
      pendingBytes = 0;
      start = end + 1;
    }
    pending.push(chunk.subarray(start));
    pendingBytes += chunk.length - start;
    if (pendingBytes > MAX_LINE_BYTES) throw damaged(file, 'a line is too long');
  }
  if (pendingBytes > 0) throw damaged(file, 'the last line is cut off');
}

function parseJson(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString());
  } catch {
    return undefined;
  }
}

function parseHeader(file: string, line: Buffer): BackupHeader {
  const value = parseJson(line);
  const outline = z.object({ format: z.literal('cairn-backup'), version: z.number() }).safeParse(value);
  if (!outline.success) throw damaged(file, 'it has no header');
  if (outline.data.version > 1) {
    throw new DatabaseRefusal('backup-newer', `${file} was written by a newer Cairn; update Cairn to restore it.`);
  }
  const header = BackupHeader.safeParse(value);
  if (!header.success) throw damaged(file, 'its header is malformed');
  return header.data;
}

export async function readHeader(file: string): Promise<BackupHeader> {
  for await (const line of linesOf(file)) return parseHeader(file, line);
  throw damaged(file, 'it is empty');
}

export type BackupRow = { readonly table: string; readonly line: Buffer };

const Row = z.tuple([TableName, z.record(z.string(), z.unknown())]);

/** Rows as raw lines: numbers reach the database as they were written, never through a JavaScript number. */
export async function* rowsOf(file: string): AsyncGenerator<BackupRow> {
  let isHeader = true;
  for await (const line of linesOf(file)) {
    if (isHeader) {
      isHeader = false;
      continue;
    }
    const row = Row.safeParse(parseJson(line));
    if (!row.success) throw damaged(file, 'a line is not a row');
    yield { table: row.data[0], line };
  }
}

function refuseOtherCounts(file: string, counts: ReadonlyMap<string, number>, header: BackupHeader): void {
  for (const table of new Set([...counts.keys(), ...Object.keys(header.counts)])) {
    if ((counts.get(table) ?? 0) !== (header.counts[table] ?? 0)) throw damaged(file, `rows of ${table} are missing`);
  }
}

/** Reads the whole file once and compares it with its header, before anything is changed. */
export async function verifyBackup(file: string): Promise<BackupHeader> {
  const header = await readHeader(file);
  if (header.bytes > MAX_BYTES || header.bytes > 1_000_000 + MAX_RATIO * statSync(file).size) {
    throw damaged(file, 'it claims an impossible size');
  }
  const hash = createHash('sha256');
  const counts = new Map<string, number>();
  let bytes = 0;
  for await (const { table, line } of rowsOf(file)) {
    bytes += line.length + 1;
    if (bytes > header.bytes) throw damaged(file, 'it holds more than its header says');
    hash.update(line).update('\n');
    counts.set(table, (counts.get(table) ?? 0) + 1);
  }
  if (bytes !== header.bytes || hash.digest('hex') !== header.sha256) throw damaged(file, 'the checksum differs');
  refuseOtherCounts(file, counts, header);
  return header;
}
