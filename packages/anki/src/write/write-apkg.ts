import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { strToU8, zipSync } from 'fflate';
import type { Database, Statement } from 'sql.js';
import type { AnkiDeck, AnkiNote } from '../deck.ts';
import { guidOf, NOTE_TYPE_ID } from '../note-type.ts';
import { FIELD_SEPARATOR, SCHEMA_11 } from '../schema11.ts';
import { withDatabase } from '../sqlite.ts';
import { escapeHtml, htmlToLine } from '../text/html.ts';
import { markdownToHtml } from '../text/markdown-to-html.ts';
import { collectionRow, deckIdOf } from './collection-row.ts';
import { cardSchedule, creationSeconds, reviewRows } from './schedule.ts';

/** Zip entries carry a time of day without a zone; a fixed one keeps equal decks equal, byte by byte. */
const ENTRY_TIME = new Date(2020, 0, 1);

/**
 * A deck as Anki's package, in the schema that every version since 2012 opens. Notes keep their identity from export
 * to export, so that Anki updates them.
 *
 * @param now milliseconds since 1970
 * @throws RangeError if two notes have the same id
 */
export async function writeApkg(deck: AnkiDeck, now: number): Promise<Uint8Array> {
  refuseTwins(deck.notes);
  const collection = await withDatabase(null, async (database) => {
    database.run(SCHEMA_11);
    database.run('begin');
    await fill(database, deck, now);
    database.run('commit');
    return database.export();
  });
  return zipSync(
    { 'collection.anki2': collection, media: strToU8('{}') },
    { level: 6, mtime: ENTRY_TIME, os: 3, attrs: 0o644 << 16 },
  );
}

function refuseTwins(notes: readonly AnkiNote[]): void {
  const seen = new Set<string>();
  for (const { id } of notes) {
    if (seen.has(id)) throw new RangeError(`two notes have the id ${id}`);
    seen.add(id);
  }
}

async function fill(database: Database, { name, notes }: AnkiDeck, now: number): Promise<void> {
  const deckName = deckNameOf(name);
  const createdAtSeconds = creationSeconds(notes, now);
  const insert = {
    note: database.prepare('insert into notes values (?,?,?,?,-1,?,?,?,?,0,?)'),
    card: database.prepare('insert into cards values (?,?,?,0,?,-1,?,?,?,?,?,?,?,?,0,0,0,?)'),
    review: database.prepare('insert into revlog values (?,?,-1,?,?,?,?,?,?)'),
  };
  const row = collectionRow({ deckName, createdAtSeconds, now, notes: notes.length });
  database.run('insert into col values (?,?,?,?,?,?,?,?,?,?,?,?,?)', row);
  const place = { deckId: deckIdOf(deckName), createdAtSeconds, now };
  const taken = { notes: new Set<number>(), reviews: new Set<number>() };
  for (const [index, note] of notes.entries()) {
    if (index % 50 === 49) await setImmediate(); // a large deck must not hold up who else is served
    writeNote(insert, note, { ...place, position: index + 1 }, taken);
  }
}

type Inserts = { readonly note: Statement; readonly card: Statement; readonly review: Statement };
type Place = {
  readonly deckId: number;
  readonly createdAtSeconds: number;
  readonly now: number;
  readonly position: number;
};
type Taken = { readonly notes: Set<number>; readonly reviews: Set<number> };

function writeNote(insert: Inserts, note: AnkiNote, place: Place, taken: Taken): void {
  const number = free(numberOf(note.id), taken.notes);
  const front = markdownToHtml(note.front);
  const fields = [front, markdownToHtml(note.back), escapeHtml(note.id), sourceHtml(note.source)];
  const line = htmlToLine(front);
  const seconds = Math.floor(place.now / 1000);
  const flds = fields.join(FIELD_SEPARATOR);
  insert.note.run([number, guidOf(note.id), NOTE_TYPE_ID, seconds, tagText(note.tags), flds, line, checksum(line), '']);
  const schedule = cardSchedule(note, place);
  const { type, queue, due, ivl, factor, reps, lapses, left, data } = schedule;
  insert.card.run([number, number, place.deckId, seconds, type, queue, due, ivl, factor, reps, lapses, left, data]);
  for (const review of reviewRows(note.reviews ?? [], schedule, place.now)) {
    const { ease, lastIvl, milliseconds } = review;
    const at = free(review.at, taken.reviews, -1);
    insert.review.run([at, number, ease, review.ivl, lastIvl, review.factor, milliseconds, review.type]);
  }
}

/** Note numbers are moments in milliseconds; Anki calls those to come invalid, so ours lie between 2017 and 2020. */
const NOTE_ID_BASE = 1_500_000_000_000;
const NOTE_ID_SPAN = 100_000_000_000;

function numberOf(id: string): number {
  return NOTE_ID_BASE + (createHash('sha256').update(`cairn-number:${id}`).digest().readUIntBE(0, 6) % NOTE_ID_SPAN);
}

/** The next number that nobody has. Two reviews in one millisecond, or two hashes that meet, are moved apart. */
function free(wanted: number, taken: Set<number>, step = 1): number {
  let number = wanted;
  while (taken.has(number)) number += step;
  taken.add(number);
  return number;
}

/** By this sum Anki finds notes that begin alike. */
function checksum(line: string): number {
  return Number.parseInt(createHash('sha1').update(line).digest('hex').slice(0, 8), 16);
}

/** Anki separates tags by spaces. */
function tagText(tags: readonly string[]): string {
  const words = tags.map((tag) => tag.trim().replace(/[\s\p{Cc}]+/gu, '-')).filter((tag) => tag !== '');
  return words.length === 0 ? '' : ` ${[...new Set(words)].join(' ')} `;
}

function deckNameOf(name: string): string {
  const levels = name.replace(/\p{Cc}+/gu, ' ').split('::');
  return levels.map((level) => level.trim() || 'Cairn').join('::');
}

function sourceHtml(source: AnkiNote['source']): string {
  if (!source) return '';
  const title = escapeHtml(source.title.trim() || source.url);
  return /^https?:\/\//i.test(source.url) ? `<a href="${escapeHtml(source.url)}">${title}</a>` : title;
}
