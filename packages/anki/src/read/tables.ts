import type { Database, SqlValue } from 'sql.js';
import { AnkiFileFault } from '../fault.ts';

/** The tables and columns that are read; a package may hold more. */
const NEEDED = {
  col: ['crt', 'conf', 'models', 'decks'],
  notes: ['id', 'guid', 'mid', 'tags', 'flds'],
  cards: [
    'id',
    'nid',
    'did',
    'ord',
    'type',
    'queue',
    'due',
    'ivl',
    'factor',
    'reps',
    'lapses',
    'odue',
    'odid',
    'flags',
    'data',
  ],
  revlog: ['id', 'cid', 'ease', 'time', 'type'],
} as const;

/** Schema 15 and newer keep these in tables of their own. */
const NEWER = {
  notetypes: ['id', 'config'],
  fields: ['ntid', 'ord', 'name'],
  templates: ['ntid', 'ord', 'config'],
  decks: ['id', 'name'],
} as const;

export type Schema = 'one-row' | 'tables';

const TABLES = 'select name, type, rootpage from sqlite_master';
const COLUMNS = 'select name, hidden from pragma_table_xinfo(?)';

/**
 * Looks at the shape of a database before anything is read from it. Only ordinary tables with ordinary columns pass:
 * a view, a virtual table or a computed column would make SQLite run what the file says.
 *
 * @throws AnkiFileFault
 */
export function checkSchema(database: Database): Schema {
  const master = rowsOf(database, TABLES, 10_000);
  const plain = new Set(master.filter(([, type, page]) => type === 'table' && Number(page) > 0).map(([name]) => name));
  const check = (tables: Record<string, readonly string[]>) => {
    for (const [table, columns] of Object.entries(tables)) {
      if (!plain.has(table)) throw notAnki(`a table named ${table}`);
      const found = new Map(rowsOf(database, COLUMNS, 2000, [table]).map(([name, hidden]) => [name, hidden]));
      const missing = columns.find((column) => found.get(column) !== 0);
      if (missing !== undefined) throw notAnki(`a column ${missing} in its table ${table}`);
    }
  };
  check(NEEDED);
  if (!master.some(([name]) => name === 'notetypes')) return 'one-row';
  check(NEWER);
  return 'tables';
}

function notAnki(what: string): AnkiFileFault {
  return new AnkiFileFault(
    `The collection in the package is not Anki's: it lacks ${what}; export the deck again from Anki.`,
  );
}

/**
 * Every row of one of the fixed statements.
 *
 * @throws AnkiFileFault beyond `limit` rows, since a damaged file can have rows without end
 */
export function rowsOf(database: Database, sql: string, limit: number, values: SqlValue[] = []): SqlValue[][] {
  const statement = database.prepare(sql);
  try {
    statement.bind(values);
    const rows: SqlValue[][] = [];
    while (statement.step()) {
      if (rows.length === limit) {
        throw new AnkiFileFault(
          `The collection in the package has more than ${limit} rows in a table; export a smaller deck.`,
        );
      }
      rows.push(statement.get());
    }
    return rows;
  } finally {
    statement.free();
  }
}

const MAGIC = 'SQLite format 3\0';

/** A copy that can be opened from memory; a collection that was in use when it was packed says it has a log beside it. */
export function openable(file: Uint8Array): Uint8Array {
  if (Buffer.from(file.subarray(0, MAGIC.length)).toString('latin1') !== MAGIC) {
    throw new AnkiFileFault('The collection in the package is no database; export the deck again from Anki.');
  }
  const copy = Uint8Array.from(file);
  copy.set([1, 1], 18); // file format, write and read: 2 would ask for the log
  return copy;
}
