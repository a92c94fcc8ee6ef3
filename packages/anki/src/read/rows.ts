import type { Database, SqlValue } from 'sql.js';
import { AnkiFileFault } from '../fault.ts';
import type { ReadLimits } from '../limits.ts';
import { FIELD_SEPARATOR } from '../schema11.ts';
import type { LossCounter } from './loss.ts';
import { rowsOf } from './tables.ts';
import { textOf, whole } from './values.ts';

export type NoteRow = {
  readonly guid: string;
  readonly noteType: number;
  readonly tags: readonly string[];
  /** HTML. */
  readonly fields: readonly string[];
};

const NOTES = `select id, substr(cast(guid as blob), 1, 200), mid,
  case when octet_length(flds) + octet_length(tags) <= ?1 then cast(tags as blob) end,
  case when octet_length(flds) + octet_length(tags) <= ?1 then cast(flds as blob) end
  from notes not indexed`;

/** Notes by their number. Those beyond the limit are `too-long`, so that their cards can be told apart from lost ones. */
export function readNotes(
  database: Database,
  limits: ReadLimits,
  loss: LossCounter,
): Map<number, NoteRow | 'too-long'> {
  const notes = new Map<number, NoteRow | 'too-long'>();
  let total = 0;
  for (const row of rowsOf(database, NOTES, limits.notes, [limits.noteBytes])) {
    const [id, , , , fields] = row;
    const number = whole(id);
    if (number === undefined) continue; // its cards count as cards without a note
    total += fields instanceof Uint8Array ? fields.byteLength : 0;
    if (total > limits.databaseBytes) throw tooMuchText();
    if (fields === null) loss.add('long-note');
    notes.set(number, fields === null ? 'too-long' : noteOf(row, loss));
  }
  return notes;
}

/** Many rows of a crafted file can share the same pages. */
const tooMuchText = () =>
  new AnkiFileFault('The notes of the package hold more text than a deck has; export the deck again from Anki.');

function noteOf([, guid, mid, tags, fields]: SqlValue[], loss: LossCounter): NoteRow {
  const texts = [guid, tags, fields].map(textOf);
  const [name = '', words = '', html = ''] = texts.map(({ text }) => text);
  if (texts.some(({ isBroken }) => isBroken)) loss.add('broken-text');
  return {
    guid: name,
    noteType: whole(mid) ?? 0,
    tags: words.split(/[\s\u3000]+/).filter((tag) => tag !== ''),
    fields: html.split(FIELD_SEPARATOR),
  };
}

export type CardRow = {
  readonly id: number;
  readonly note: number;
  readonly deck: number;
  readonly ordinal: number;
  readonly type: number;
  readonly queue: number;
  readonly due: number;
  readonly interval: number;
  readonly factor: number;
  readonly reps: number;
  readonly lapses: number;
  readonly flags: number;
  readonly data: string;
};

const CARDS = `select id, nid, did, ord, type, queue, due, ivl, factor, reps, lapses, odue, odid, flags,
  case when octet_length(data) <= 4000 then cast(data as blob) end
  from cards not indexed`;

/** Cards in the order in which they were made. One lent to a filtered deck is where it belongs. */
export function readCards(database: Database, limits: ReadLimits): CardRow[] {
  return rowsOf(database, CARDS, limits.cards)
    .map(cardOf)
    .sort((a, b) => a.id - b.id);
}

function cardOf(row: SqlValue[]): CardRow {
  const number = (column: number) => whole(row[column]) ?? 0;
  const [lentDue, home] = [number(11), number(12)];
  const isLent = home !== 0;
  return {
    id: number(0),
    note: number(1),
    deck: isLent ? home : number(2),
    ordinal: Math.max(0, number(3)),
    type: number(4),
    queue: number(5),
    due: isLent && lentDue !== 0 ? lentDue : number(6),
    interval: number(7),
    factor: number(8),
    reps: number(9),
    lapses: number(10),
    flags: number(13),
    data: textOf(row[14]).text,
  };
}
