import { setImmediate } from 'node:timers/promises';
import type { Database } from 'sql.js';
import type { ReadAnkiNote, ReadAnkiPackage } from '../deck.ts';
import { AnkiFileFault, damaged } from '../fault.ts';
import { type ReadLimits, USUAL_READ_LIMITS } from '../limits.ts';
import { withDatabase } from '../sqlite.ts';
import { htmlToMarkdown } from '../text/html-to-markdown.ts';
import { type Archive, readArchive } from './archive.ts';
import { LossCounter } from './loss.ts';
import { memoryOf } from './memory.ts';
import { type Collection, readCollection } from './note-types.ts';
import { readReviews } from './reviews.ts';
import { type CardRow, type NoteRow, readCards, readNotes } from './rows.ts';
import { ourIdOf, sidesOf } from './sides.ts';
import { checkSchema, openable } from './tables.ts';

/**
 * Reads a package that anybody may have made. Only fixed statements run on its database, nothing of it is written
 * anywhere, and every size is bounded. The result depends on the bytes alone.
 *
 * @throws AnkiFileFault if the file as a whole cannot be read; single cards that cannot are in `loss`
 */
export async function readApkg(bytes: Uint8Array, limits: ReadLimits = USUAL_READ_LIMITS): Promise<ReadAnkiPackage> {
  const archive = await readArchive(bytes, limits);
  const file = openable(archive.database);
  try {
    return await withDatabase(file, (database) => readDatabase(database, archive, limits));
  } catch (error) {
    if (error instanceof AnkiFileFault || !isDatabaseError(error)) throw error;
    throw damaged(undefined, error);
  }
}

/** The engine throws plain errors; a file that breaks the engine itself ends as one of WebAssembly. */
function isDatabaseError(error: unknown): error is Error {
  return error instanceof Error && (error.constructor === Error || error.name === 'RuntimeError');
}

async function readDatabase(database: Database, { mediaFiles }: Archive, limits: ReadLimits): Promise<ReadAnkiPackage> {
  database.run('pragma trusted_schema = off');
  database.run('pragma query_only = on');
  database.run('pragma cell_size_check = on');
  const loss = new LossCounter();
  const collection = readCollection(database, checkSchema(database));
  const notes = readNotes(database, limits, loss);
  const cards = readCards(database, limits);
  const ids = new Set(cards.map(({ id }) => id));
  const reviews = readReviews(database, collection.isFirstScheduler, ids, { limits, loss });
  loss.add('media-files', mediaFiles);
  const reader = new CardReader(collection, notes, limits, loss);
  const read: ReadAnkiNote[] = [];
  for (const [index, card] of cards.entries()) {
    if (index % 50 === 49) await setImmediate(); // a large deck must not hold up who else is served
    const note = reader.read(card, reviews.get(card.id) ?? []);
    if (note) read.push(note);
  }
  return { notes: read, loss: loss.report() };
}

class CardReader {
  private readonly collection: Collection;
  private readonly notes: ReadonlyMap<number, NoteRow | 'too-long'>;
  private readonly limits: ReadLimits;
  private readonly loss: LossCounter;
  /** Cards of one note share its fields. */
  private readonly fields = new Map<NoteRow, readonly string[]>();
  /** Names of the cards so far: a second one of the same name is no other card. */
  private readonly names = new Set<string>();

  constructor(
    collection: Collection,
    notes: ReadonlyMap<number, NoteRow | 'too-long'>,
    limits: ReadLimits,
    loss: LossCounter,
  ) {
    this.collection = collection;
    this.notes = notes;
    this.limits = limits;
    this.loss = loss;
  }

  read(card: CardRow, reviews: ReadAnkiNote['reviews']): ReadAnkiNote | undefined {
    const note = this.notes.get(card.note);
    if (note === 'too-long') return undefined; // counted as a note
    if (!note) return this.leaveOut('lost-note');
    const type = this.collection.noteTypes.get(note.noteType);
    if (!type) return this.leaveOut('unknown-note-type');
    const deck = this.collection.decks.get(card.deck) ?? '';
    const sides = sidesOf(note, type, card, deck, this.limits);
    if (sides.outcome === 'left-out') return this.leaveOut(sides.why);
    const ourId = ourIdOf(note, type);
    if (!this.isFirst(note, card, ourId)) return this.leaveOut('twin-card');
    for (const kind of sides.lost) this.loss.add(kind);
    if (card.queue < 0) this.loss.add('suspended');
    if (card.flags % 8 !== 0) this.loss.add('flag');
    const memory = memoryOf(card, reviews, this.collection.createdAt);
    return {
      guid: note.guid,
      ordinal: card.ordinal,
      ...(ourId !== undefined && { ourId }),
      fields: this.fieldsOf(note),
      front: sides.front,
      back: sides.back,
      tags: note.tags,
      deck,
      ...(memory && { memory }),
      reviews,
    };
  }

  private isFirst({ guid }: NoteRow, { ordinal }: CardRow, ourId: string | undefined): boolean {
    const name = ourId === undefined ? `${guid}/${ordinal}` : `our/${ourId}`;
    if (this.names.has(name)) return false;
    this.names.add(name);
    return true;
  }

  private leaveOut(why: Parameters<LossCounter['add']>[0]): undefined {
    this.loss.add(why);
  }

  /** What is lost in them is counted where a card shows it. */
  private fieldsOf(note: NoteRow): readonly string[] {
    const known = this.fields.get(note);
    if (known) return known;
    const fields = note.fields.map((html) => htmlToMarkdown(html, () => undefined));
    this.fields.set(note, fields);
    return fields;
  }
}
