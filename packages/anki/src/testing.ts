import { strToU8, zipSync } from 'fflate';
import type { Database } from 'sql.js';
import type { AnkiNote } from './deck.ts';
import { FIELD_SEPARATOR, SCHEMA_11 } from './schema11.ts';
import { withDatabase } from './sqlite.ts';

/** 2026-11-21, noon UTC. */
export const NOW = 1_795_262_400_000;
export const DAY = 86_400_000;

export const note = (given: Partial<AnkiNote> & { id: string }): AnkiNote => ({
  front: 'Front',
  back: 'Back',
  tags: [],
  ...given,
});

export const packed = (files: Record<string, Uint8Array | string>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, data]) => [name, typeof data === 'string' ? strToU8(data) : data]),
    ),
  );

const BASIC = {
  id: 1,
  name: 'Basic',
  type: 0,
  flds: [
    { name: 'Front', ord: 0 },
    { name: 'Back', ord: 1 },
  ],
  tmpls: [{ name: 'Card 1', ord: 0, qfmt: '{{Front}}', afmt: '{{FrontSide}}<hr id=answer>{{Back}}' }],
};

/** A collection in schema 11 with a note type `Basic` (1) and a deck (1), and whatever `fill` does to it. */
export async function collection(fill: (database: Database) => void): Promise<Uint8Array> {
  return withDatabase(null, (database) => {
    database.run(SCHEMA_11);
    const texts = [{}, { 1: BASIC }, { 1: { name: 'Default' } }, {}, {}].map((value) => JSON.stringify(value));
    database.run('insert into col values (1, 1790000000, 0, 0, 11, 0, 0, 0, ?, ?, ?, ?, ?)', texts);
    fill(database);
    return database.export();
  });
}

/** A new card of a `Basic` note, both with the number `id`. */
export function addCard(database: Database, id: number, fields: readonly string[]): void {
  const text = fields.join(FIELD_SEPARATOR);
  database.run('insert into notes values (?, ?, 1, 0, 0, ?, ?, 0, 0, 0, ?)', [id, `guid${id}`, '', text, '']);
  database.run('insert into cards values (?, ?, 1, 0, 0, 0, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, ?)', [id, id, id, '']);
}

/** A zstd frame of uncompressed blocks: what a compressor would write for data it cannot shrink. */
export function zstdFrame(data: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x38)]; // a window of 128 KB
  for (let at = 0; at < data.length; at += 65_536) {
    const block = data.subarray(at, at + 65_536);
    const header = (block.length << 3) | (at + 65_536 >= data.length ? 1 : 0);
    parts.push(Uint8Array.of(header & 255, (header >> 8) & 255, header >> 16), block);
  }
  return Buffer.concat(parts);
}
