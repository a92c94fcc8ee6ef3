import type { Database } from 'sql.js';
import { z } from 'zod';
import { damaged } from '../fault.ts';
import { FIELD_SEPARATOR } from '../schema11.ts';
import { parseMessage } from './protobuf.ts';
import { rowsOf, type Schema } from './tables.ts';
import { textOf, whole } from './values.ts';

export type Template = { readonly front: string; readonly back: string };

export type NoteType = {
  readonly isCloze: boolean;
  readonly fields: readonly string[];
  readonly templates: readonly Template[];
};

export type Collection = {
  /** Seconds since 1970; days are counted from it. */
  readonly createdAt: number;
  /** The first scheduler had three buttons while learning, so `3` meant another thing then. */
  readonly isFirstScheduler: boolean;
  readonly noteTypes: ReadonlyMap<number, NoteType>;
  readonly decks: ReadonlyMap<number, string>;
};

const COLLECTION = 'select crt, cast(conf as blob), cast(models as blob), cast(decks as blob) from col not indexed';

/** @throws AnkiFileFault */
export function readCollection(database: Database, schema: Schema): Collection {
  const [row = []] = rowsOf(database, COLLECTION, 10);
  const createdAt = whole(row[0]);
  if (createdAt === undefined || createdAt < 0) throw damaged('its date of creation');
  if (schema === 'tables') return { createdAt, isFirstScheduler: false, ...fromTables(database) };
  const config = z.looseObject({ schedVer: z.number().catch(1) }).safeParse(jsonOf(row[1], 'its settings'));
  return {
    createdAt,
    isFirstScheduler: (config.data?.schedVer ?? 1) === 1,
    noteTypes: noteTypesOf(jsonOf(row[2], 'its note types')),
    decks: decksOf(jsonOf(row[3], 'its decks')),
  };
}

type Column = Parameters<typeof textOf>[0];

function jsonOf(column: Column, what: string): Record<string, unknown> {
  try {
    return z.record(z.string(), z.unknown()).parse(JSON.parse(textOf(column).text));
  } catch (error) {
    throw damaged(what, error);
  }
}

const Ordered = { ord: z.number().catch(0) };
const StoredNoteType = z.looseObject({
  type: z.number().catch(0),
  flds: z.array(z.looseObject({ name: z.string(), ...Ordered })),
  tmpls: z.array(z.looseObject({ qfmt: z.string(), afmt: z.string().catch(''), ...Ordered })),
});

/** A damaged note type is left out; its cards are reported. */
function noteTypesOf(stored: Record<string, unknown>): Map<number, NoteType> {
  const found = new Map<number, NoteType>();
  for (const [id, value] of Object.entries(stored)) {
    const parsed = StoredNoteType.safeParse(value);
    if (!parsed.success) continue;
    const { type, flds, tmpls } = parsed.data;
    found.set(Number(id), {
      isCloze: type === 1,
      fields: flds.toSorted(byPlace).map(({ name }) => name),
      templates: tmpls.toSorted(byPlace).map(({ qfmt, afmt }) => ({ front: qfmt, back: afmt })),
    });
  }
  return found;
}

const byPlace = (a: { ord: number }, b: { ord: number }) => a.ord - b.ord;

function decksOf(stored: Record<string, unknown>): Map<number, string> {
  const Named = z.looseObject({ name: z.string() });
  return new Map(Object.entries(stored).map(([id, deck]) => [Number(id), Named.safeParse(deck).data?.name ?? '']));
}

const TYPES = 'select id, cast(config as blob) from notetypes not indexed';
const FIELDS = 'select ntid, ord, cast(name as blob) from fields not indexed';
const TEMPLATES = 'select ntid, ord, cast(config as blob) from templates not indexed';
const DECKS = 'select id, cast(name as blob) from decks not indexed';

/** Far more than anybody has; a collection has a handful of each. */
const MOST_ROWS = 20_000;

function fromTables(database: Database): Pick<Collection, 'noteTypes' | 'decks'> {
  const fields = grouped(database, FIELDS, (column) => textOf(column).text);
  const templates = grouped(database, TEMPLATES, (column) => {
    const { bytes } = parseMessage(bytesOf(column));
    return { front: textOf(bytes.get(1)).text, back: textOf(bytes.get(2)).text };
  });
  const noteTypes = new Map<number, NoteType>();
  for (const [id, config] of rowsOf(database, TYPES, MOST_ROWS)) {
    const number = whole(id);
    if (number === undefined) continue;
    const isCloze = parseMessage(bytesOf(config)).numbers.get(1) === 1;
    noteTypes.set(number, { isCloze, fields: fields.get(number) ?? [], templates: templates.get(number) ?? [] });
  }
  const names = rowsOf(database, DECKS, MOST_ROWS).map(([id, name]) => {
    return [whole(id) ?? 0, textOf(name).text.split(FIELD_SEPARATOR).join('::')] as const;
  });
  return { noteTypes, decks: new Map(names) };
}

const bytesOf = (column: Column): Uint8Array => (column instanceof Uint8Array ? column : new Uint8Array());

/** What belongs to each note type, in its order. */
function grouped<T>(database: Database, sql: string, read: (column: Column) => T): Map<number, T[]> {
  const rows = rowsOf(database, sql, MOST_ROWS).map(([type, ord, column]) => {
    return { type: whole(type) ?? 0, ord: whole(ord) ?? 0, value: read(column) };
  });
  const groups = new Map<number, T[]>();
  for (const { type, value } of rows.toSorted(byPlace)) groups.set(type, [...(groups.get(type) ?? []), value]);
  return groups;
}
