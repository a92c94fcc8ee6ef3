import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/** One forward-only step of the schema. Once released it is never edited; the checksum sees to it. */
export type Migration = {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
};

/** Beside src and dist alike. */
const DIRECTORY = new URL('../migrations/', import.meta.url);
const FILE_NAME = /^(\d{4})_([a-z0-9_-]+)\.sql$/;

export function migrationFrom(number: number, name: string, text: string): Migration {
  const sql = text.replaceAll('\r\n', '\n'); // a checkout on Windows may have changed line ends
  return { number, name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
}

let known: readonly Migration[] | undefined;

/** All migrations in order; their numbers run 1, 2, 3 … without a gap. */
export function listMigrations(): readonly Migration[] {
  known ??= readdirSync(DIRECTORY)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file, index) => {
      const [, number, name] = FILE_NAME.exec(file) ?? [];
      if (Number(number) !== index + 1 || name === undefined) {
        throw new RangeError(`migrations/${file}: expected ${String(index + 1).padStart(4, '0')}_<name>.sql`);
      }
      return migrationFrom(index + 1, name, readFileSync(new URL(file, DIRECTORY), 'utf8'));
    });
  return known;
}
